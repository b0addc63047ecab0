import type { Output } from '../../../src/contract/procedures';
import { counted } from '../../shared/count';
import { instantWords } from '../../shared/days';

type Backfill = Output<'setup.status'>['projects'][number]['backfill'];

/** How far the reading of every issue is: one comes when a project is set up, and when its count differs from Jira's. */
export function readingWords(backfill: Backfill, timeZone: string): string {
  if (backfill === null) return 'not begun';
  const { seen, finishedAt } = backfill;
  const read = counted(seen, 'issue', 'issues');
  if (finishedAt === null) return `${read} read so far`;
  const finished = `finished ${instantWords(finishedAt, timeZone)}`;
  return seen === 0 ? `the project was empty when it was read, ${finished}` : `${read} read, ${finished}`;
}
