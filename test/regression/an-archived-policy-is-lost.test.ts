import { type Enrolled, openEnrolled } from '../support/enrolled';
import { approvePolicy, createPage, createSpace, policyMacro } from '../support/policy-page';

let site: Enrolled;
beforeEach(async () => {
  site = await openEnrolled();
});
afterEach(() => site.close());

const stateOf = async (requirementId: string) =>
  (await site.call<{ tile: { state: string } }>('coverage.requirement', { projectId: null, requirementId })).tile.state;

test('a policy that is archived before anybody read its page is lost, not unheard of', async () => {
  const { body } = await site.rest<{ accountId: string }>('POST', '/rest/api/3/user', {
    emailAddress: 'author@example.com',
    displayName: 'Author',
    products: [],
  });
  await site.rest('POST', '/rest/api/3/group/user?groupname=confluence-users', { accountId: body.accountId });
  const spaceId = await createSpace(site, 'AIMS');
  const { id } = await createPage(site, spaceId, 'AI policy', [policyMacro(site, ['We answer.'])], body.accountId);
  await approvePolicy(site, { pageId: id, pageVersion: 1, reviewDue: '2027-11-24' });
  await site.wiki('POST', '/wiki/rest/api/content/archive', { pages: [{ id }] });
  await site.site.settle({ within: 3_600_000 });
  expect(await stateOf('iso42001/5.2')).toBe('stale');
});
