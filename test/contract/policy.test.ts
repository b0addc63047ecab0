import type { Output } from '../../src/contract/procedures';
import { createPeople, type People } from '../access/people';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import {
  approvePolicy,
  asOfNumber,
  createPage,
  createSpace,
  editPage,
  groupOf,
  type PolicyPage,
  policyMacro,
} from '../support/policy-page';

/** 5.2 and A.2.2: the approved text of a page, by its version and fingerprint, and never by its author. */

type Answer = Output<'policy.read'>;

let site: Enrolled;
let people: People;
let page: PolicyPage;

beforeEach(async () => {
  site = await openEnrolled();
  people = await createPeople(site);
  const spaceId = await createSpace(site, 'AIMS');
  page = await createPage(
    site,
    spaceId,
    'AI Policy',
    [policyMacro(site, ['We answer for our AI.', 'Everybody.'])],
    author(),
  );
});
afterEach(() => site.close());

const author = () => people.member ?? '';
const readPolicy = (accountId?: string | null) => site.call<Answer>('policy.read', { pageId: page.id }, accountId);
const approve = async (accountId?: string | null, replaces: object | null = null) => {
  const approval = { pageId: page.id, pageVersion: page.version.number, reviewDue: '2027-11-24', replaces };
  await approvePolicy(site, approval, accountId);
  // The app reads whom it is addressed to.
  await site.site.settle({ within: 3_600_000 });
};
const states = async (...ids: string[]) => {
  await site.site.settle({ within: 3_600_000 });
  const { tiles } = await site.call<Output<'coverage.overview'>>('coverage.overview', { projectId: null });
  return ids.map((id) => tiles.find((tile) => tile.requirementId === id)?.state);
};

test('without an approval the page holds a draft, and its text is in no answer', async () => {
  const answer = await readPolicy();
  expect(answer).toEqual({
    approval: null,
    supersededElsewhere: false,
    elsewhere: null,
    mayApprove: true,
    mayAcknowledge: true,
  });
});

test('approved by somebody else it is a current document for 5.2 and A.2.2; acknowledging counts once', async () => {
  expect(await states('iso42001/5.2', 'iso42001/A.2.2')).toEqual(['gap', 'undecided']);
  await approve();
  expect(await states('iso42001/5.2', 'iso42001/A.2.2')).toEqual(['implemented', 'implemented']);
  for (const reader of [people.member, people.auditor, people.member]) {
    await site.call('policy.acknowledge', { pageId: page.id, pageVersion: 1 }, reader);
  }
  expect((await readPolicy(people.member)).approval).toMatchObject({
    pageVersion: 1,
    approvedOn: '2026-11-24',
    reviewDue: '2027-11-24',
    approverId: 'admin',
    awareness: { acknowledged: 2, acknowledgedByMe: true, threshold: 0.95 },
  });
  expect(await states('iso42001/7.3')).toEqual(['in-progress']);
});

test('without a login a page that is open to everybody tells version and dates: no person, and no count', async () => {
  await approve();
  expect((await site.wiki('PUT', '/wiki/local/space/AIMS/anonymous', { allowed: true })).status).toBeLessThan(300);
  const { fingerprint } = (await readPolicy()).approval ?? {};
  expect(await readPolicy(null)).toEqual({
    approval: {
      pageVersion: 1,
      fingerprint,
      spelling: 'canonical',
      approvedOn: '2026-11-24',
      reviewDue: '2027-11-24',
      reviewOverdue: false,
      approverId: null,
      awareness: null,
    },
    supersededElsewhere: false,
    elsewhere: null,
    mayApprove: false,
    mayAcknowledge: false,
  });
});

test('whoever wrote a part of it since the last approval cannot approve it', async () => {
  page = await editPage(site, page, [policyMacro(site, ['We answer for our AI.', 'All of us.'])], 'admin');
  await expect(approve()).rejects.toMatchObject({ code: 'policy-own-text' });
  expect((await readPolicy()).approval).toBeNull();
});

test('an approval is of the version that the approver looked at', async () => {
  const seen = page;
  page = await editPage(site, page, [policyMacro(site, ['Something else.'])], author());
  page = { ...page, version: seen.version };
  await expect(approve()).rejects.toMatchObject({ code: 'policy-moved-on' });
});

test('edited after the approval it stays implemented on the approved version, whose fingerprint tells the difference', async () => {
  await approve();
  const { approval } = await readPolicy();
  page = await editPage(site, page, [policyMacro(site, ['We answer for our AI.', 'All of us.'])], author());
  expect(await states('iso42001/5.2')).toEqual(['implemented']);
  expect((await readPolicy()).approval).toEqual(approval);
});

test('5. Page archived -> stale', async () => {
  await approve();
  expect(await states('iso42001/5.2')).toEqual(['implemented']);
  const archived = await site.wiki('POST', '/wiki/rest/api/content/archive', { pages: [{ id: Number(page.id) }] });
  expect(archived.status).toBeLessThan(300);
  expect(await states('iso42001/5.2')).toEqual(['stale']);
});

test('moved to the trash it is stale as soon as the event comes', async () => {
  await approve();
  await states();
  expect((await site.wiki('DELETE', `/wiki/api/v2/pages/${page.id}`)).status).toBe(204);
  expect(await states('iso42001/5.2')).toEqual(['stale']);
});

test('deleted without a word it is found at night', async () => {
  await approve();
  await states();
  site.site.faults.loseEvents(1);
  expect((await site.wiki('DELETE', `/wiki/api/v2/pages/${page.id}`)).status).toBe(204);
  expect(await states('iso42001/5.2')).toEqual(['implemented']);
  await site.call('setup.reconcile', { extent: 'changed' });
  expect(await states('iso42001/5.2')).toEqual(['stale']);
});

test('another page’s approval supersedes it', async () => {
  await approve();
  const before = page;
  await site.site.clock.advance(60_000);
  page = await createPage(site, page.spaceId, 'New AI policy', [policyMacro(site, ['Anew.'])], author());
  await approve(undefined, { pageId: before.id, pageVersion: 1 });
  expect(await states('iso42001/5.2')).toEqual(['implemented']);
  page = before;
  expect(await readPolicy()).toMatchObject({ approval: null, supersededElsewhere: true });
  await expect(site.call('policy.acknowledge', { pageId: page.id, pageVersion: 1 })).rejects.toMatchObject({
    code: 'policy-not-approved',
  });
});

test('a page without the macro, or with nothing in it, cannot be approved', async () => {
  const plain = { type: 'paragraph', content: [{ type: 'text', text: 'No macro.' }] };
  page = await createPage(site, page.spaceId, 'Plain', [plain], author());
  await expect(approve()).rejects.toMatchObject({ code: 'policy-macro-missing' });
  page = await createPage(site, page.spaceId, 'Empty', [policyMacro(site, [])], author());
  await expect(approve()).rejects.toMatchObject({ code: 'policy-macro-missing' });
});

test('a restricted page is for its readers; nobody else learns that it is the policy', async () => {
  await approve();
  const restriction = { operation: 'read', restrictions: { user: [{ type: 'known', accountId: 'admin' }] } };
  const restricted = await site.wiki('PUT', `/wiki/rest/api/content/${page.id}/restriction`, [restriction]);
  expect(restricted.status).toBe(200);
  await expect(readPolicy(people.member)).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(readPolicy(null)).rejects.toMatchObject({ code: 'not-allowed' });
  expect((await readPolicy()).approval).not.toBeNull();
});

test('with Confluence out of reach the facts stay, and the reading is tried again', async () => {
  await approve();
  expect(await states('iso42001/5.2')).toEqual(['implemented']);
  site.site.faults.unavailable('confluence', {});
  await expect(readPolicy()).rejects.toMatchObject({ code: 'confluence-unavailable' });
  await site.call('setup.reconcile', { extent: 'changed' });
  expect(await states('iso42001/5.2')).toEqual(['implemented']);
  site.site.faults.clear();
  expect((await readPolicy()).approval).not.toBeNull();
});

describe('another page takes the place of the policy', () => {
  let second: PolicyPage;
  const approveSecond = (replaces: object | null) =>
    approvePolicy(site, {
      pageId: second.id,
      pageVersion: 1,
      reviewDue: '2027-11-24',
      replaces,
    });
  beforeEach(async () => {
    await approve();
    await site.call('policy.acknowledge', { pageId: page.id, pageVersion: 1 }, people.auditor);
    const spaceId = await createSpace(site, 'OTHER');
    second = await createPage(site, spaceId, 'Draft policy', [policyMacro(site, ['We promise.'])], author());
    await site.site.clock.advance(1_000);
  });

  test('only where the approver says which one, and that is still so', async () => {
    await expect(approveSecond(null)).rejects.toMatchObject({ code: 'policy-elsewhere' });
    await expect(approveSecond({ pageId: page.id, pageVersion: 7 })).rejects.toMatchObject({
      code: 'policy-elsewhere',
    });
    expect((await readPolicy()).approval).toMatchObject({ pageVersion: 1 });
    const read = (accountId?: string | null) =>
      site.call<Answer>('policy.read', { pageId: second.id }, accountId).then(({ elsewhere }) => elsewhere);
    expect(await read()).toEqual({
      pageId: page.id,
      pageVersion: 1,
      approvedOn: '2026-11-24',
      acknowledged: 1,
    });
    // Whoever cannot approve has no use for another page's name.
    expect(await read(people.member)).toBeNull();

    await approveSecond({ pageId: page.id, pageVersion: 1 });
    expect(await readPolicy()).toMatchObject({ approval: null, supersededElsewhere: true });
  });

  test('of two who approve at once one is refused, and told so', async () => {
    const third = await createPage(site, second.spaceId, 'Third policy', [policyMacro(site, ['We hope.'])], author());
    const replaces = { pageId: page.id, pageVersion: 1 };
    const approval = { pageId: third.id, pageVersion: 1, reviewDue: '2027-11-24', replaces };
    const outcomes = await Promise.allSettled([approveSecond(replaces), approvePolicy(site, approval)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'policy-elsewhere' },
    });
  });

  test('the way back is to approve the former one again: its acknowledgements still stand', async () => {
    await approveSecond({ pageId: page.id, pageVersion: 1 });
    await site.site.clock.advance(1_000);
    await approvePolicy(site, {
      pageId: page.id,
      pageVersion: 1,
      reviewDue: '2027-11-24',
      replaces: { pageId: second.id, pageVersion: 1 },
    });
    expect((await readPolicy(people.auditor)).approval).toMatchObject({
      pageVersion: 1,
      awareness: { acknowledged: 1, acknowledgedByMe: true },
    });
  });
});

test('an approval from before audiences were groups goes on with its number: more acknowledgements than that say that the number is wrong, never more than all', async () => {
  await approve();
  await asOfNumber(site, 1);
  const reasons = async () => {
    await site.site.settle({ within: 3_600_000 });
    const { tiles } = await site.call<Output<'coverage.overview'>>('coverage.overview', { projectId: null });
    const tile = tiles.find(({ requirementId }) => requirementId === 'iso42001/7.3');
    return [tile?.state, ...(tile?.reasons ?? []).map(({ code, count, detail }) => ({ code, count, detail }))];
  };
  for (const reader of [people.member, people.auditor])
    await site.call('policy.acknowledge', { pageId: page.id, pageVersion: 1 }, reader);
  expect(await reasons()).toEqual(['in-progress', { code: 'audience-too-small', count: 2, detail: '1' }]);
  expect((await readPolicy()).approval?.awareness).toMatchObject({ by: 'number', audience: 1, acknowledged: 2 });
  await site.site.clock.advance(1_000);
  // Approved again for the people whom it concerns: what was acknowledged stands.
  const groups = [await groupOf(site, 'staff', [people.member, people.auditor])];
  await approvePolicy(site, { pageId: page.id, pageVersion: 1, groups, reviewDue: '2027-11-24' });
  expect(await reasons()).toEqual(['implemented', { code: 'acknowledged', count: 100, detail: undefined }]);
});

test('with one word of the text drawn otherwise the approval is refused, and top management alone may give it', async () => {
  const { fingerprintOf } = await import('../../src/domain/policy/policy-text');
  const drawn = [{ type: 'paragraph', content: [{ type: 'text', text: 'We answer for your AI.' }] }];
  const version = { pageId: page.id, pageVersion: page.version.number };
  const approval = { ...version, audience: { groups: [] }, reviewDue: '2027-11-24' };
  const otherwise = { ...approval, fingerprint: await fingerprintOf(drawn, 'canonical') };
  await expect(site.call('policy.approve', otherwise)).rejects.toMatchObject({ code: 'content-changed' });
  await expect(approve(people.decider)).rejects.toMatchObject({ code: 'not-allowed' });
  expect((await readPolicy()).approval).toBeNull();
});
