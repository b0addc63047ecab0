import { type Enrolled, openEnrolled } from '../support/enrolled';
import { approvedInCommon, withdrawApproval } from '../support/second-person';

let site: Enrolled;
beforeEach(async () => {
  site = await openEnrolled();
});
afterEach(() => site.close());

test('a record met in common counts for every AI system by the requirement of the work that it evidences', async () => {
  const system = await site.create('AI system');
  await site.move(system.id, 'Start design');
  const task = await site.create('Task', await site.options('iso42001/A.4.2'));
  const record = await site.create('Task', { [site.fieldId('Evidence effective date')]: '2026-11-01' });
  await site.move(record.id, 'Done');
  await site.link('AIMS evidence', record.id, task.id);
  await approvedInCommon(site, { requirementId: 'iso42001/A.4.2', issueId: record.id });
  await site.site.settle();
  expect(await stateFor(system.id)).toBe('implemented');

  // Whatever makes the system be counted again finds the same.
  await site.rest('PUT', `/rest/api/3/issue/${system.id}`, { fields: { [site.fieldId('Scope reason')]: 'As before' } });
  await site.site.settle();
  expect(await stateFor(system.id)).toBe('implemented');

  await withdrawApproval(site, { kind: 'in-common', subject: `jira:${record.id}/iso42001/A.4.2` });
  await site.site.settle();
  expect(await stateFor(system.id)).toBe('undecided');
});

async function stateFor(issueId: string): Promise<string | undefined> {
  const { cells } = await site.call<{ cells: { requirementId: string; state: string }[] }>('coverage.system', {
    issueId,
  });
  return cells.find(({ requirementId }) => requirementId === 'iso42001/A.4.2')?.state;
}
