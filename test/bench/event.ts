import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { virtualClock } from '../../local/clock';
import type { Entries } from '../../local/host/journal';
import { openSite } from '../support/site';
import { elapsed, measured, type Report } from './figure';
import { readAll, siteWithIssues } from './many-issues';
import { multiply } from './multiply';
import { scansOf } from './plans';

const SMALL = 1_000;
/** The larger one is for `npm run proof`. */
const LARGE = process.env.CI ? 5_000 : 100_000;
const ROWS_RATIO = 1.1;
/** What grows with the number of items and cells: an event reads of it what it touches. */
const LARGE_TABLES = ['item', 'coverage_cell'];

interface Seen {
  statements: readonly Entries['sql'][];
  points: number;
  ms: number;
  scans: string[];
}

/** One event (a linked task is started) in projects of 1,000 and of many more items, of which the rows are copies. */
export async function eventBench(report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-event-'));
  const [small, large] = [join(folder, 'small'), join(folder, 'large')];
  try {
    const { site, work } = await siteWithIssues(SMALL, { data: small });
    await readAll(site);
    const at = site.site.clock.now();
    await site.close();
    cpSync(small, large, { recursive: true });
    multiply(large, LARGE / SMALL);
    const few = await oneEvent(small, at, work[1] ?? '');
    const many = await oneEvent(large, at, work[1] ?? '');
    tell(report, few, many);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function oneEvent(data: string, at: number, issue: string): Promise<Seen> {
  const hands = await openSite({ data, clock: virtualClock(at) });
  const path = `/rest/api/3/issue/${issue}/transitions`;
  const { body } = await hands.rest<{ transitions: { id: string; name: string }[] }>('GET', path);
  const id = body.transitions.find(({ name }) => name === 'In Progress')?.id;
  const mark = hands.site.journal.mark();
  const points = hands.site.jira.points().total;
  const since = process.hrtime.bigint();
  const { status } = await hands.rest('POST', path, { transition: { id } });
  if (status >= 400) throw new Error(`The task was not started: ${status}.`);
  await hands.site.settle();
  const ms = elapsed(since);
  const statements = hands.site.journal.since(mark).list('sql');
  const spent = hands.site.jira.points().total - points;
  await hands.site.close();
  const texts = [...new Set(statements.map(({ text }) => text))];
  return { statements, points: spent, ms, scans: scansOf(join(data, 'app.sqlite'), texts, LARGE_TABLES) };
}

function tell(report: Report, small: Seen, large: Seen): void {
  const name = (what: string) =>
    `one event among ${LARGE.toLocaleString('en')} items, ${what} (baseline: ${SMALL.toLocaleString('en')})`;
  const rows = ({ statements }: Seen) => statements.reduce((sum, statement) => sum + statement.rows, 0);
  for (const scan of large.scans) console.error(scan);
  const counts = [small.statements.length, large.statements.length] as const;
  report(measured(name('statements'), counts[1], 'statements', counts[0], counts[0]));
  report(measured(name('rows answered'), rows(large), 'rows', rows(small), ROWS_RATIO * rows(small)));
  report(measured(name('plans that scan items or cells'), large.scans.length, 'plans', small.scans.length, 0));
  report(measured(name('points'), large.points, 'points', small.points, small.points));
  report(measured(name('time'), large.ms, 'ms', small.ms));
}
