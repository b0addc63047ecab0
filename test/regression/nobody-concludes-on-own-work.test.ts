import { rowOf } from '../../cli/approve-statement';
import { createPeople, type People } from '../access/people';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { approvedInCommon, approvedTriage } from '../support/second-person';

/** C3. Own work stays own work over a link, through "met in common", and after somebody takes their name off it. */
const REQUIREMENT = { value: 'A.6.2.4 AI system verification and validation' };
const LOGGING = { value: 'A.6.2.8 AI system recording of event logs' };
const CONTEXT = { value: '4.1 Understanding the organization and its context' };

let site: Enrolled;
let people: People;
let auditor: string;
let system: string;
beforeEach(async () => {
  site = await openEnrolled();
  people = await createPeople(site);
  auditor = people.auditor ?? '';
  system = (await site.create('AI system')).id;
});
afterEach(() => site.close());

const named = (...options: object[]) => ({ [site.fieldId('AIMS requirements')]: options });
const assign = (issueId: string, accountId: string | null) =>
  site.rest('PUT', `/rest/api/3/issue/${issueId}`, { fields: { assignee: accountId === null ? null : { accountId } } });

async function conclude(requirementId: string, systemIssueId: string | null, accountId = auditor) {
  await site.site.settle({ within: 3_600_000 });
  const payload = {
    requirementId,
    systemIssueId,
    result: 'conforms',
    concludedOn: '2026-11-20',
    validUntil: null,
    kind: 'internal-audit',
    sample: 'The minutes of two meetings.',
  };
  return site.call('conclusion.record', payload, accountId).then(
    () => null,
    (error: { code: string; message: string; remedy: string }) => error,
  );
}

async function refused(answer: ReturnType<typeof conclude>, words: string | RegExp): Promise<void> {
  const error = await answer;
  expect(error?.code).toBe('not-independent');
  expect(error?.message).toMatch(words);
  expect(error?.remedy).toMatch(/no part in it/);
}

test('over a link: a record that evidences work, a task that treats a risk', async () => {
  const work = await site.create('Task', named(REQUIREMENT));
  await site.link('AIMS concern', work.id, system);
  const record = await site.create('Task', { assignee: { accountId: auditor } });
  await site.link('AIMS evidence', record.id, work.id);
  await refused(conclude('iso42001/A.6.2.4', system), `You own or approved ${record.key} (assignee`);
  const risk = await site.create('AI risk', named(LOGGING));
  await site.link('AIMS concern', risk.id, system);
  const treating = await site.create('Task', { assignee: { accountId: auditor } });
  await site.link('AIMS treatment', treating.id, risk.id);
  await refused(conclude('iso42001/A.6.2.8', system), `You own or approved ${treating.key} (assignee`);
});

test('through what is met in common', async () => {
  const common = await site.create('Task', { ...named(LOGGING), assignee: { accountId: auditor } });
  await approvedInCommon(site, { requirementId: 'iso42001/A.6.2.8', issueId: common.id });
  await refused(conclude('iso42001/A.6.2.8', system), `You own or approved ${common.key} (assignee`);
});

test('after taking the name off', async () => {
  const work = await site.create('Task', { ...named(CONTEXT), assignee: { accountId: auditor } });
  expect((await assign(work.id, null)).status).toBe(204);
  await refused(conclude('iso42001/4.1', null), `You own or approved ${work.key} (assignee`);
});

test('as reporter and creator of the work, and as owner of the AI system once', async () => {
  const made = await site.rest<{ key: string }>(
    'POST',
    '/rest/api/3/issue',
    {
      fields: {
        project: { id: site.projectId },
        issuetype: { name: 'Task' },
        summary: 'Made by the auditor',
        ...named(CONTEXT),
      },
    },
    auditor,
  );
  await refused(
    conclude('iso42001/4.1', null),
    new RegExp(`You own or approved ${made.body.key} \\((reporter, creator|creator)\\)`),
  );
  const owner = site.fieldId('System owner');
  await site.rest('PUT', `/rest/api/3/issue/${system}`, { fields: { [owner]: { accountId: auditor } } });
  await site.rest('PUT', `/rest/api/3/issue/${system}`, { fields: { [owner]: null } });
  await refused(conclude('iso42001/A.6.2.4', system), /You own or approved CLAIM-\d+ \([^)]*owner/);
});

test('who decided or approved there does not conclude on it', async () => {
  await site.call('statement.edit', { revision: 0, rows: [rowOf('iso42001/A.6.2.4', true, 'A risk asks for it.')] });
  await refused(conclude('iso42001/A.6.2.4', system, 'admin'), 'its row in the Statement of Applicability');
  const other = await site.create('AI system');
  await site.site.settle({ within: 3_600_000 });
  await approvedTriage(site, other.id);
  await refused(conclude('iso42001/8.4', other.id, 'admin'), 'the triage');
  await approvedInCommon(site, { requirementId: 'iso42001/A.6.2.8', issueId: other.id });
  await refused(conclude('iso42001/A.6.2.8', system, 'admin'), 'that it is met in common');
});

test('whoever only found it, or had a part in something else, does', async () => {
  const finding = {
    project: { id: site.projectId },
    issuetype: { name: 'Nonconformity' },
    summary: 'Found in the audit',
  };
  await site.rest('POST', '/rest/api/3/issue', { fields: { ...finding, ...named(REQUIREMENT) } }, auditor);
  await site.create('Task', { ...named(CONTEXT), assignee: { accountId: auditor } });
  expect(await conclude('iso42001/A.6.2.4', system)).toBeNull();
});
