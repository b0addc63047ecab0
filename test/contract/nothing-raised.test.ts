import type { Output } from '../../src/contract/procedures';
import { closeProject, createPeople, type People } from '../access/people';
import { type Enrolled, openEnrolled } from '../support/enrolled';

/** Check N3: "A conclusion on {requirement} is nonconforming, nothing raised", where the thing is and in "Needs you". */

const AUDIT = 'iso42001/9.2.2';
const VERIFICATION = 'iso42001/A.6.2.4';

let site: Enrolled;
let people: People;
let auditor: string;
beforeEach(async () => {
  site = await openEnrolled();
  people = await createPeople(site);
  auditor = people.auditor ?? '';
});
afterEach(() => site.close());

const settle = () => site.site.settle({ within: 3_600_000 });

async function conclude(more: object = {}): Promise<string> {
  await settle();
  const given = { requirementId: AUDIT, systemIssueId: null, result: 'nonconforming', concludedOn: '2026-11-20' };
  const rest = { validUntil: null, kind: 'internal-audit', sample: 'The minutes of the audits in May and September.' };
  const { decisionId } = await site.call<{ decisionId: string }>(
    'conclusion.record',
    { ...given, ...rest, ...more },
    auditor,
  );
  await settle();
  return decisionId;
}

async function finding(): Promise<string> {
  const fields = {
    project: { id: site.projectId },
    issuetype: { name: 'Nonconformity' },
    summary: 'Found in the audit',
  };
  return (await site.rest<{ id: string }>('POST', '/rest/api/3/issue', { fields }, auditor)).body.id;
}

async function told(by: string, projectId: string | null = null) {
  const { awaiting } = await site.call<Output<'viewer.needs'>>('viewer.needs', { projectId }, by);
  const { conclusions, more } = awaiting.unraised;
  return [...conclusions.map(({ requirementId, system }) => `${requirementId} ${system?.issueId ?? ''}`.trim()), more];
}
const beside = async (requirementId = AUDIT) =>
  (
    await site.call<Output<'conclusions.list'>>('conclusions.list', { projectId: null, requirementId }, auditor)
  ).conclusions.map(({ nothingRaised }) => nothingRaised);

test('nothing raised: whoever audits or manages is told, and nobody else; raised: nobody any more', async () => {
  const decisionId = await conclude();
  expect(await beside()).toEqual([true]);
  for (const by of ['admin', auditor]) expect([by, await told(by)]).toEqual([by, [AUDIT, 0]]);
  for (const kind of ['decider', 'member', 'outsider'] as const)
    expect([kind, await told(people[kind] ?? '')]).toEqual([kind, [0]]);
  // What is the organisation's the page of a project does not repeat.
  expect(await told(auditor, site.projectId)).toEqual([0]);

  await site.call('conclusion.raise', { decisionId, issueId: await finding() }, auditor);
  await settle();
  expect(await beside()).toEqual([false]);
  expect(await told(auditor)).toEqual([0]);
});

test('a newer conclusion stands, or it is withdrawn: it is told no more', async () => {
  await conclude();
  await conclude({ result: 'conforms', concludedOn: '2026-11-21' });
  expect(await beside()).toEqual([false, false]);
  expect(await told(auditor)).toEqual([0]);
  const again = await conclude({ concludedOn: '2026-11-22' });
  expect(await told(auditor)).toEqual([AUDIT, 0]);
  await site.call('conclusion.withdraw', { decisionId: again, reason: 'The audit stands in the appendix.' }, auditor);
  await settle();
  expect(await told(auditor)).toEqual([0]);
});

test('of an AI system: in its project and in the organisation, by its name only to whoever may open it', async () => {
  const { id } = await site.create('AI system', { summary: 'Confidential pricing model' });
  await site.move(id, 'Take over existing system: Operation and monitoring');
  await conclude({ requirementId: VERIFICATION, systemIssueId: id });
  const line = `${VERIFICATION} ${id}`;
  for (const projectId of [null, site.projectId]) expect(await told(auditor, projectId)).toEqual([line, 0]);
  await closeProject(site, site.projectId, []);
  expect(await told(auditor)).toEqual([1]);
});
