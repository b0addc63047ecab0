import type { Enrolled } from '../support/enrolled';
import { elapsed, measured, median, type Report } from './figure';
import { readAll, siteWithIssues } from './many-issues';

const RUNS = 15;
/** In the cloud a statement is a network call; both sides make theirs one after the other, so the time adds up. */
const DELAYS_MS = [0, 5] as const;

/**
 * The figures of a project with 100 and with 1,000 AI systems, beside a plain restatement of what the best-known open
 * tool does: three counting queries for each system and a sum in code, on the same data and engine.
 */
export async function coverageBench(report: Report): Promise<void> {
  const times = new Map<string, number>();
  for (const count of [100, 1_000]) {
    const { site, systems } = await siteWithIssues(count * 20);
    await readAll(site);
    const mark = site.site.journal.mark();
    const ours = await median(RUNS, () => timed(() => site.call('coverage.overview', { projectId: site.projectId })));
    const statements = site.site.journal.since(mark).counts.sql / RUNS;
    const plain = await median(3, () => timed(() => restatement(site, systems)));
    const queries = 3 * systems.length;
    report(measured(`coverage of ${count} AI systems, statements`, statements, 'statements', queries));
    for (const delay of DELAYS_MS) {
      times.set(`${count} ${delay}`, ours + delay * statements);
      const name = `coverage of ${count} AI systems, ${delay} ms added to each statement`;
      report(measured(name, ours + delay * statements, 'ms', plain + delay * queries));
    }
    await site.close();
  }
  for (const delay of DELAYS_MS) {
    const name = `coverage of 1,000 AI systems beside 100, ${delay} ms added to each statement`;
    report(measured(name, times.get(`1000 ${delay}`) ?? 0, 'ms', times.get(`100 ${delay}`) ?? 0));
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const since = process.hrtime.bigint();
  await work();
  return elapsed(since);
}

async function restatement(site: Enrolled, systems: readonly string[]): Promise<number> {
  let share = 0;
  for (const id of systems) {
    const count = async (where: string) =>
      Number(
        (await site.site.sql(`SELECT COUNT(*) AS n FROM coverage_cell WHERE scope = ? AND ${where}`, [`jira:${id}`]))[0]
          ?.n ?? 0,
      );
    const due = await count("state NOT IN ('excluded', 'not-due', 'out-of-scope')");
    const implemented = await count("state IN ('implemented', 'verified')");
    const verified = await count("state = 'verified'");
    share += due === 0 ? 0 : (implemented + verified) / due;
  }
  return share;
}
