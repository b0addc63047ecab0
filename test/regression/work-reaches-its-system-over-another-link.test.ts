import { type Enrolled, openEnrolled } from '../support/enrolled';
import { fullRecount, spoken, storedCells, storedFacts } from '../support/recount';

let site: Enrolled;
beforeEach(async () => {
  site = await openEnrolled();
});
afterEach(() => site.close());

const DAY = '2026-11-24';

test('work that takes a requirement over one link and its AI system over another is assigned', async () => {
  const system = await site.create('AI system');
  const risk = await site.create('AI risk', await site.options('iso42001/A.4.2'));
  const ofSystem = await site.create('AI risk');
  await site.link('AIMS concern', ofSystem.id, system.id);
  const task = await site.create('Task');
  await site.link('AIMS treatment', task.id, risk.id);
  await site.site.settle();
  expect(await notAssigned()).toEqual([`jira:${task.id}`]);

  await site.link('AIMS treatment', task.id, ofSystem.id);
  await site.site.settle();
  expect(await notAssigned()).toEqual([]);
  // What is written down is what a count over all facts gives, for the system, too.
  const silent = fullRecount(new Map(), DAY);
  const counted = spoken(fullRecount(await storedFacts(site.site), DAY), silent);
  expect(spoken(await storedCells(site.site), silent)).toEqual(counted);
});

/** What the organisation's cell lists as work without an AI system. */
async function notAssigned(): Promise<string[]> {
  const cell = (await storedCells(site.site))['organisation iso42001/A.4.2'] as {
    reasons: { code: string; items?: string[] }[];
  };
  return cell.reasons.find(({ code }) => code === 'not-assigned')?.items ?? [];
}
