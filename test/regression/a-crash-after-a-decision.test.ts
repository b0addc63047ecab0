import { type Enrolled, openEnrolled, removeTemplate } from '../support/enrolled';
import { createPage, createSpace, policyMacro } from '../support/policy-page';

/** What is decided counts, whatever happens in the moment after: found by histories of 250 operations. */

let site: Enrolled;
beforeEach(async () => {
  site = await openEnrolled();
});
afterEach(() => site.close());
afterAll(removeTemplate);

const stateOf = async (requirementId: string) =>
  (await site.call<{ tile: { state: string } }>('coverage.requirement', { projectId: null, requirementId })).tile.state;

test('a decision whose invocation ended right after it was appended reaches the figures by the next schedule', async () => {
  let ended = false;
  site.site.faults.killWorkerAt(({ kind, text }) => {
    if (ended || kind !== 'sql' || !text.startsWith('INSERT INTO aims_decision ')) return null;
    ended = true;
    return 'after';
  });
  const decisions = [{ requirementId: 'iso42001/A.2.3', applicable: true, reason: 'We need it.' }];
  await expect(site.call('applicability.decide', { decisions })).rejects.toThrow();
  site.site.faults.clear();
  expect(await stateOf('iso42001/A.2.3')).toBe('undecided');
  // Saying it again appends nothing, and so asks for nothing.
  await site.call('applicability.decide', { decisions });
  await site.site.runSchedule('every-five-minutes');
  await site.site.settle({ within: 3_600_000 });
  expect(await stateOf('iso42001/A.2.3')).toBe('gap');
});

test('a policy that is archived before anybody read its page is lost, not unheard of', async () => {
  const { body } = await site.rest<{ accountId: string }>('POST', '/rest/api/3/user', {
    emailAddress: 'author@example.com',
    displayName: 'Author',
    products: [],
  });
  await site.rest('POST', '/rest/api/3/group/user?groupname=confluence-users', { accountId: body.accountId });
  const spaceId = await createSpace(site, 'AIMS');
  const { id } = await createPage(site, spaceId, 'AI policy', [policyMacro(site, ['We answer.'])], body.accountId);
  await site.call('policy.approve', { pageId: id, pageVersion: 1, audience: 3, reviewDue: '2027-11-24' });
  await site.wiki('POST', '/wiki/rest/api/content/archive', { pages: [{ id }] });
  await site.site.settle({ within: 3_600_000 });
  expect(await stateOf('iso42001/5.2')).toBe('stale');
});
