import { elapsed, measured, type Report } from './figure';
import { readAll, siteWithIssues } from './many-issues';

/** One event (a linked task is started) in projects of 1,000 and of 20,000 items. */
export async function eventBench(report: Report): Promise<void> {
  const seen: { statements: number; rows: number; ms: number; points: number }[] = [];
  for (const count of [1_000, 20_000]) {
    const { site, work } = await siteWithIssues(count);
    await readAll(site);
    const mark = site.site.journal.mark();
    const points = site.site.jira.points().total;
    const since = process.hrtime.bigint();
    await site.move(work[1] ?? '', 'In Progress');
    await site.site.settle();
    const ms = elapsed(since);
    const { list, counts } = site.site.journal.since(mark);
    seen.push({
      statements: counts.sql,
      rows: list('sql').reduce((sum, statement) => sum + statement.rows, 0),
      ms,
      points: site.site.jira.points().total - points,
    });
    await site.close();
  }
  const [small, large] = seen;
  if (!small || !large) return;
  report(
    measured(
      'one event among 20,000 items, statements (baseline: 1,000 items)',
      large.statements,
      'statements',
      small.statements,
    ),
  );
  report(measured('one event among 20,000 items, rows read (baseline: 1,000 items)', large.rows, 'rows', small.rows));
  report(
    measured('one event among 20,000 items, points (baseline: 1,000 items)', large.points, 'points', small.points),
  );
  report(measured('one event among 20,000 items, time (baseline: 1,000 items)', large.ms, 'ms', small.ms));
}
