import { fingerprintOf } from '../../cli/approve';
import { draftInCommon } from '../../cli/approve-in-common';
import { draftTriage, NONE_NEEDED } from '../../cli/approve-triage';
import type { Output } from '../../src/contract/procedures';
import { createPeople, type People } from '../access/people';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { daysLater } from '../support/later';
import { approvedInCommon, approvedTriage } from '../support/second-person';
import type { Hands } from '../support/site';
import { secondApprover } from '../support/statement';

/** "Needs you" tells what waits for an approval to whoever may give it, and what comes back or ends to whoever manages. */

const LOGGING = 'iso42001/A.6.2.8';
let site: Enrolled;
let people: People;
beforeEach(async () => {
  site = await openEnrolled();
  people = await createPeople(site);
});
afterEach(() => site.close());

const asked = <Answer>(name: string, payload: unknown, by: string) => site.call<Answer>(name, payload, by);
const told = async (by: string, on: Hands = site, projectId: string | null = null) =>
  (await on.call<Output<'viewer.needs'>>('viewer.needs', { projectId }, by)).awaiting.subjects.map(
    ({ kind, what, requirementId, due }) => [kind, what, requirementId, due?.day ?? null],
  );

async function prepared(on: Enrolled): Promise<{ system: string; record: string }> {
  const system = await on.create('AI system');
  const record = await on.create('Task', {
    [on.fieldId('AIMS requirements')]: [{ value: 'A.6.2.8 AI system recording of event logs' }],
  });
  await on.site.settle({ within: 3_600_000 });
  return { system: system.id, record: record.id };
}

test('submitted: whoever may approve and wrote none of it; returned: whoever manages', async () => {
  const { system, record } = await prepared(site);
  const second = await secondApprover(site);
  const revision = await draftTriage(asked, system, NONE_NEEDED, 'admin');
  const triage = { kind: 'triage', subject: `jira:${system}` };
  await site.call('approval.submit', { ...triage, revision });
  const inCommon = {
    issueId: record,
    requirementId: LOGGING,
    systems: { which: 'condition', condition: 'use' },
  } as const;
  const common = { kind: 'in-common', subject: `jira:${record}/${LOGGING}` };
  await site.call('approval.submit', { ...common, revision: await draftInCommon(asked, inCommon, 'admin') });

  const both = [
    ['in-common', 'submitted', LOGGING, null],
    ['triage', 'submitted', null, null],
  ];
  expect((await told(second)).sort()).toEqual(both);
  expect((await told(second, site, site.projectId)).sort()).toEqual(both);
  for (const kind of ['administrator', 'member', 'auditor', 'outsider'] as const)
    expect([kind, await told(people[kind] ?? '')]).toEqual([kind, []]);
  // The AI system is theirs now, so its triage is not for them to approve.
  await site.rest('PUT', `/rest/api/3/issue/${system}`, {
    fields: { [site.fieldId('System owner')]: { accountId: second } },
  });
  await site.site.settle({ within: 3_600_000 });
  expect(await told(second)).toEqual([['in-common', 'submitted', LOGGING, null]]);

  const of = { kind: 'in-common', subject: common.subject } as const;
  const items = [{ ...of, fingerprint: await fingerprintOf(asked, of, second) }];
  await site.call('approval.decide', { outcome: 'returned', reason: 'Which logs?', items }, second);
  const returned = [['in-common', 'returned', LOGGING, null]];
  expect([await told(second), await told('admin'), await told(people.decider ?? '')]).toEqual([
    returned,
    returned,
    [['triage', 'submitted', null, null]],
  ]);
});

test('an approval that ends within 60 days is told to whoever manages, and so is one that has just ended', async () => {
  await daysLater(
    async (enrolled) => {
      const { system, record } = await prepared(enrolled);
      await approvedTriage(enrolled, system);
      await approvedInCommon(enrolled, { issueId: record, requirementId: LOGGING });
    },
    { days: 300, look: async (later) => expect(await told('admin', later)).toEqual([]) },
    {
      days: 310,
      look: async (later) =>
        expect((await told('admin', later)).sort()).toEqual([
          ['in-common', 'ends', LOGGING, '2027-11-24'],
          ['triage', 'ends', null, '2027-11-24'],
        ]),
    },
    { days: 370, look: async (later) => expect((await told('admin', later)).length).toBe(2) },
  );
});
