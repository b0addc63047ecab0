import type { Output } from '../../../src/contract/procedures';
import { NOT_BEGUN, readInFullWords, readSoFarWords } from '../../../src/words/screens/setup/reading';
import { instantWords } from '../../shared/ui/instant-words';

type Backfill = Output<'setup.status'>['projects'][number]['backfill'];

/**
 * How far the reading of every issue is: one comes when a project is set up, and when its count differs from Jira's. What
 * happens after it is told by events.
 */
export function readingWords(backfill: Backfill, timeZone: string): string {
  if (backfill === null) return NOT_BEGUN;
  const { seen, finishedAt } = backfill;
  return finishedAt === null ? readSoFarWords(seen) : readInFullWords(seen, instantWords(finishedAt, timeZone));
}
