import { dayWords } from '../../days';
import { countWords } from '../../numbers';

interface Point {
  day: string;
  figure: { implemented: number; applicable: number; verified: number };
}

/** Stands where there is one point, and no line yet. @param interval "day" or "week" */
export const historyBeginsWords = (day: string, interval: string): string =>
  `History begins on ${dayWords(day)}. A line is drawn from the second ${interval} on.`;

/** A figure's course, for whoever does not see the lines. */
export const courseWords = (first: Point, last: Point): string =>
  `From ${dayWords(first.day)} to ${dayWords(last.day)}: ${pointWords(first)}, then ${pointWords(last)}`;

const pointWords = ({ figure: { implemented, applicable, verified } }: Point): string =>
  `${countWords(implemented)} of ${countWords(applicable)} implemented, ${countWords(verified)} verified`;

export const AS_A_TABLE = 'As a table';
