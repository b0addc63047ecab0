import { measured, type Report } from './figure';
import { readAll, siteWithIssues } from './many-issues';

const ISSUES = 10_000;
const MIB = 1_048_576;

/** Reading 10,000 issues that no event told of. */
export async function backfillBench(report: Report): Promise<void> {
  const { site } = await siteWithIssues(ISSUES);
  const before = site.site.jira.points().total;
  const mark = site.site.journal.mark();
  const ms = await readAll(site);
  const { list } = site.site.journal.since(mark);
  const memory = Math.max(...list('invocation').map((invocation) => invocation.memory ?? 0));
  report(
    measured(
      `backfill of ${ISSUES} issues, points an issue`,
      (site.site.jira.points().total - before) / ISSUES,
      'points',
    ),
  );
  report(measured(`backfill of ${ISSUES} issues, time`, ms / 1000, 's'));
  report(measured(`backfill of ${ISSUES} issues, peak memory of the app`, memory / MIB, 'MiB'));
  await site.close();
}
