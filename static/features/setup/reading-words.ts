import type { Output } from '../../../src/contract/procedures';
import { counted } from '../../../src/words/numbers';
import { instantWords } from '../../shared/ui/instant-words';

type Backfill = Output<'setup.status'>['projects'][number]['backfill'];

/**
 * How far the reading of every issue is: one comes when a project is set up, and when its count differs from Jira's. What
 * happens after it is told by events.
 */
export function readingWords(backfill: Backfill, timeZone: string): string {
  if (backfill === null) return 'not begun';
  const { seen, finishedAt } = backfill;
  const found = counted(seen, 'issue', 'issues');
  if (finishedAt === null) return `${found} read so far`;
  return `read in full ${instantWords(finishedAt, timeZone)} (${seen === 0 ? 'empty' : found} then); what changes later is read as it changes`;
}
