import { counted } from '../../numbers';

/** What was written since the approval of the AI policy, beside what was approved. */
export const WHAT_DIFFERS = 'What differs';
export const TAKEN_OUT = 'Taken out';

export const differencesWords = (lines: number, approved: number, current: number): string =>
  `${counted(lines, 'line differs', 'lines differ')} between version ${approved} and version ${current}`;
