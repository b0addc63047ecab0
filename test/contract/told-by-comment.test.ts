import { fingerprintOf } from '../../cli/approve';
import { draftInCommon } from '../../cli/approve-in-common';
import { draftTriage, NONE_NEEDED } from '../../cli/approve-triage';
import type { Output } from '../../src/contract/procedures';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { secondApprover } from '../support/statement';

/** Whoever may approve is told by one comment with mention when something is submitted, the author when it is returned. */

const LOGGING = 'iso42001/A.6.2.8';
const HOSTILE = '*Say* [~accountid:admin] <img src=x onerror=alert(1)> {color:red}why{color}';

let site: Enrolled;
let second: string;
let system: { id: string };
beforeEach(async () => {
  site = await openEnrolled();
  second = await secondApprover(site);
  system = await site.create('AI system');
  await site.move(system.id, 'Start design');
  await site.site.settle({ within: 3_600_000 });
});
afterEach(() => site.close());

interface Node {
  type: string;
  text?: string;
  attrs?: { id: string };
  content?: Node[];
}
interface Comment {
  author: { accountId: string };
  body: Node;
}

const asked = <Answer>(name: string, payload: unknown, by: string) => site.call<Answer>(name, payload, by);
/** Opens the first page of everything, which remembers who may decide. */
const opens = (who: string) => site.call('viewer.needs', { projectId: null }, who);
const said = (node: Node): string =>
  node.type === 'mention' ? `@${node.attrs?.id}` : (node.text ?? (node.content ?? []).map(said).join(''));
const comments = async (issueId = system.id) => {
  const { body } = await site.rest<{ comments: Comment[] }>('GET', `/rest/api/3/issue/${issueId}/comment`);
  return body.comments.map(({ author, body }) => [author.accountId, (body.content ?? []).map(said)] as const);
};
const of = () => ({ kind: 'triage', subject: `jira:${system.id}` }) as const;
const submitTriage = async () => {
  await draftTriage(asked, system.id, NONE_NEEDED, 'admin');
  const { revision } = await site.call<Output<'triage.read'>>('triage.read', { issueId: system.id });
  return site.call('approval.submit', { ...of(), revision });
};
const decide = async (outcome: 'approved' | 'returned', reason = '') => {
  const items = [{ ...of(), fingerprint: await fingerprintOf(asked, of(), second) }];
  return site.call('approval.decide', { outcome, reason, items }, second);
};

test('submitted: one comment by whoever submitted mentions those who may approve, and not themselves', async () => {
  await opens('admin');
  await opens(second);
  await submitTriage();
  await expect(site.call('approval.submit', { ...of(), revision: 1 })).rejects.toMatchObject({ code: 'draft-locked' });
  expect(await comments()).toEqual([
    [
      'admin',
      [
        'Triage of this AI system: submitted for approval.',
        `@${second} may approve it: under AIMS beside this issue, or in “Needs you” of AI management.`,
      ],
    ],
  ]);
});

test('whoever may not approve it, as its owner, is not mentioned; that nobody can is said', async () => {
  await site.rest('PUT', `/rest/api/3/issue/${system.id}/assignee`, { accountId: second });
  await site.site.settle({ within: 3_600_000 });
  await opens(second);
  await submitTriage();
  expect(await comments()).toEqual([['admin', [expect.any(String), expect.stringMatching(/^Nobody who may approve/)]]]);
});

test('returned: its author is mentioned and told what has to change, to the letter; approved: nothing is said', async () => {
  await opens(second);
  await submitTriage();
  await decide('returned', HOSTILE);
  expect((await comments()).at(-1)).toEqual([
    second,
    ['@admin Triage of this AI system: returned. What has to change:', HOSTILE],
  ]);
  await submitTriage();
  await decide('approved');
  expect(await comments()).toHaveLength(3);
});

test('what is met in common is told beside its own issue', async () => {
  await opens(second);
  const record = await site.create('Task', {
    ...(await site.options(LOGGING)),
    [site.fieldId('Evidence effective date')]: '2026-11-01',
  });
  await site.move(record.id, 'Done');
  await site.site.settle({ within: 3_600_000 });
  const systems = { which: 'every', reason: 'One platform serves every AI system.' } as const;
  const revision = await draftInCommon(asked, { issueId: record.id, requirementId: LOGGING, systems }, 'admin');
  await site.call('approval.submit', { kind: 'in-common', subject: `jira:${record.id}/${LOGGING}`, revision });
  expect(await comments(record.id)).toEqual([
    ['admin', ['A.6.2.8 met in common by this issue: submitted for approval.', expect.stringContaining(`@${second}`)]],
  ]);
});

test('without the right to comment it is submitted all the same', async () => {
  await opens(second);
  const project = await site.rest<{ id: string }>('GET', `/rest/api/3/project/${site.projectId}/permissionscheme`);
  const scheme = `/rest/api/3/permissionscheme/${project.body.id}/permission`;
  const { body } = await site.rest<{ permissions: { id: number; permission: string }[] }>('GET', scheme);
  for (const { id, permission } of body.permissions)
    if (permission === 'ADD_COMMENTS') await site.rest('DELETE', `${scheme}/${id}`);
  await submitTriage();
  expect(await comments()).toEqual([]);
  expect((await site.call<Output<'triage.read'>>('triage.read', { issueId: system.id })).state).toBe('submitted');
});
