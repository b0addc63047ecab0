import { numberOf } from '../../src/domain/requirement/requirement-id';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { storedFacts } from '../support/recount';

let site: Enrolled;
beforeEach(async () => {
  site = await openEnrolled();
});
afterEach(() => site.close());

async function systemWithWork(): Promise<{ system: string; work: string }> {
  const system = await site.create('AI system');
  const work = await site.create('Task', {
    [site.fieldId('AIMS requirements')]: [{ value: await optionOf('iso42001/A.6.2.4') }],
  });
  await site.link('AIMS concern', work.id, system.id);
  await site.move(system.id, 'Take over existing system: Operation and monitoring');
  await site.site.settle();
  return { system: system.id, work: work.id };
}

async function optionOf(requirementId: string): Promise<string> {
  const field = site.fieldId('AIMS requirements');
  const contexts = await site.rest<{ values: { id: string }[] }>('GET', `/rest/api/3/field/${field}/context`);
  const options = await site.rest<{ values: { value: string }[] }>(
    'GET',
    `/rest/api/3/field/${field}/context/${contexts.body.values[0]?.id}/option?maxResults=100`,
  );
  return options.body.values.find(({ value }) => value.startsWith(`${numberOf(requirementId)} `))?.value ?? '';
}

const stateOf = async (systemId: string): Promise<unknown> =>
  (
    await site.site.sql('SELECT state FROM coverage_cell WHERE scope = ? AND requirement_id = ?', [
      `jira:${systemId}`,
      'iso42001/A.6.2.4',
    ])
  )[0]?.state;

test('a status change that changes a state takes one call of Jira and at most eight statements', async () => {
  const { system, work } = await systemWithWork();
  expect(await stateOf(system)).toBe('planned');
  const mark = site.site.journal.mark();
  await site.move(work, 'In Progress');
  await site.site.settle();
  const { counts } = site.site.journal.since(mark);
  expect(await stateOf(system)).toBe('in-progress');
  expect(counts.sql).toBeLessThanOrEqual(8);
  expect(counts.product).toBe(1);
});

test('a comment, a new title or a label nobody counts costs neither a statement nor a call', async () => {
  const { work } = await systemWithWork();
  const mark = site.site.journal.mark();
  await site.rest('PUT', `/rest/api/3/issue/${work}`, { fields: { summary: 'Another title' } });
  await site.site.settle();
  const { counts } = site.site.journal.since(mark);
  expect([counts.sql, counts.product]).toEqual([0, 0]);
});

test('no title, text or name is stored', async () => {
  const secret = 'Sphinx of black quartz';
  const system = await site.create('AI system', { summary: secret, [site.fieldId('Vendor')]: secret });
  await site.site.settle();
  expect([...(await storedFacts(site.site)).keys()]).toEqual([`jira:${system.id}`]);
  for (const table of ['item', 'item_reference', 'coverage_cell', 'coverage_history', 'mark']) {
    expect(JSON.stringify(await site.site.sql(`SELECT * FROM ${table}`))).not.toContain('Sphinx');
  }
});

test('history has a row for each change of a state, and none for a recount that changes nothing', async () => {
  const { system, work } = await systemWithWork();
  const states = async () =>
    (
      await site.site.sql('SELECT state FROM coverage_history WHERE scope = ? AND requirement_id = ? ORDER BY at', [
        `jira:${system}`,
        'iso42001/A.6.2.4',
      ])
    ).map((row) => row.state);
  const before = await states();
  await site.site.clock.advance(60_000);
  await site.move(work, 'In Progress');
  await site.site.settle();
  await site.site.clock.advance(60_000);
  await site.rest('PUT', `/rest/api/3/issue/${work}`, { fields: { labels: ['x'] } });
  await site.site.settle();
  expect(await states()).toEqual([...before, 'in-progress']);
});

test('evidence that lapses is recounted on its day by the schedule, without any event', async () => {
  const { system, work } = await systemWithWork();
  await site.rest('PUT', `/rest/api/3/issue/${work}`, {
    fields: {
      [site.fieldId('Evidence effective date')]: '2026-11-20',
      [site.fieldId('Evidence review due')]: '2026-11-25',
    },
  });
  await site.move(work, 'Done');
  await site.site.settle();
  expect(await stateOf(system)).toBe('implemented');
  await site.site.clock.advance(2 * 24 * 3_600_000);
  await site.site.runSchedule('every-five-minutes');
  await site.site.settle();
  expect(await stateOf(system)).toBe('stale');
});

test('a deleted project is found, and its evidence becomes stale rather than forgotten', async () => {
  const { system } = await systemWithWork();
  await site.rest('DELETE', `/rest/api/3/project/${site.projectId}?enableUndo=false`);
  await site.site.settle({ within: 3_600_000 });
  const facts = await storedFacts(site.site);
  expect(facts.get(`jira:${system}`)?.lostOn).toBe('2026-11-24');
  expect([...facts.values()].every((fact) => fact.lostOn !== null)).toBe(true);
});
