import { counted } from '../../numbers';

/** How far the reading of every issue of a project is. */

export const NOT_BEGUN = 'not begun';
export const readSoFarWords = (seen: number): string => `${issuesWords(seen)} read so far`;

/** @param finished when it was done, in words */
export const readInFullWords = (seen: number, finished: string): string =>
  `read in full ${finished} (${seen === 0 ? 'empty' : issuesWords(seen)} then); what changes later is read as it changes`;

const issuesWords = (count: number): string => counted(count, 'issue', 'issues');
