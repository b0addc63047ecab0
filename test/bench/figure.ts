/**
 * One measured figure. `ratio` is value over baseline, both measured in the same run. `goal` is the most that a figure which
 * counts, weighs or is virtual time may be; what a machine's clock measures has none.
 */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  baseline: number | null;
  ratio: number | null;
  goal: number | null;
}

export type Report = (figure: Figure) => void;

export function measured(
  name: string,
  value: number,
  unit: string,
  baseline: number | null = null,
  goal: number | null = null,
): Figure {
  const round = (number: number) => Math.round(number * 1000) / 1000;
  return {
    name,
    value: round(value),
    unit,
    baseline: baseline === null ? null : round(baseline),
    ratio: baseline === null || baseline === 0 ? null : round(value / baseline),
    goal: goal === null ? null : round(goal),
  };
}

/** The median of several runs, in milliseconds. */
export async function median(runs: number, work: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) times.push(await work());
  return medianOf(times);
}

export const medianOf = (figures: readonly number[]): number =>
  figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;

export function elapsed(since: bigint): number {
  return Number(process.hrtime.bigint() - since) / 1e6;
}
