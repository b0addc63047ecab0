import type { Enrolled } from './enrolled';
import { approvePolicy, createPage, createSpace, groupOf, policyMacro } from './policy-page';
import { SAID } from './saying';

/** What a busy minute brings: an edit of very many issues at once, and people who read the policy after one message. */

const BULK = 50;

export interface Crowd {
  /** Issues that no event told of yet. */
  issues: string[];
  people: string[];
  page: { pageId: string; pageVersion: number };
}

const must = async <Answer>(answer: Promise<{ status: number; body: Answer }>): Promise<Answer> => {
  const { status, body } = await answer;
  if (status >= 400) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
};

/** The option of a requirement that is met for each AI system. */
async function requirementOption(site: Enrolled): Promise<string> {
  const field = site.fieldId('AIMS requirements');
  const contexts = await must(site.rest<{ values: { id: string }[] }>('GET', `/rest/api/3/field/${field}/context`));
  const path = `/rest/api/3/field/${field}/context/${contexts.values[0]?.id}/option?maxResults=100`;
  const options = await must(site.rest<{ values: { id: string; value: string }[] }>('GET', path));
  return options.values.find(({ value }) => value.startsWith('A.6.2.4 '))?.id ?? '';
}

/** A project with `issues` issues that the app has read, an approved policy, and `people` who have not read it. */
export async function gather(site: Enrolled, issues: number, people: number): Promise<Crowd> {
  site.site.faults.loseEvents(1);
  const system = await site.create('AI system');
  const ids: string[] = [];
  const requirement = await requirementOption(site);
  const fields = { project: { id: site.projectId }, issuetype: { name: 'Task' }, summary: 'Work', ...SAID };
  const concerns = { issuelinks: [{ add: { type: { name: 'AIMS concern' }, outwardIssue: { id: system.id } } }] };
  while (ids.length < issues) {
    const issueUpdates = Array.from({ length: Math.min(BULK, issues - ids.length) }, () => ({
      fields: { ...fields, [site.fieldId('AIMS requirements')]: [{ id: requirement }] },
      update: concerns,
    }));
    const made = await must(
      site.rest<{ issues: { id: string }[] }>('POST', '/rest/api/3/issue/bulk', { issueUpdates }),
    );
    ids.push(...made.issues.map(({ id }) => id));
  }
  const accounts: string[] = [];
  for (let place = 0; place <= people; place += 1) {
    const person = { emailAddress: `p${place}@example.com`, displayName: `P ${place}`, products: [] };
    const { accountId } = await must(site.rest<{ accountId: string }>('POST', '/rest/api/3/user', person));
    await must(site.rest('POST', '/rest/api/3/group/user?groupname=confluence-users', { accountId }));
    accounts.push(accountId);
  }
  const [author = '', ...readers] = accounts;
  const spaceId = await createSpace(site, 'AIMS');
  const { id } = await createPage(site, spaceId, 'AI policy', [policyMacro(site, ['We answer.'])], author);
  site.site.faults.loseEvents(0);
  const groups = [await groupOf(site, 'Readers of the policy', readers)];
  await approvePolicy(site, { pageId: id, pageVersion: 1, reviewDue: '2027-11-24', groups });
  await site.call('setup.reconcile', { extent: 'full' });
  await site.site.settle({ within: 3_600_000 });
  return { issues: ids, people: readers, page: { pageId: id, pageVersion: 1 } };
}

/**
 * `edits` edits over the issues and an acknowledgement by each person, all within seconds, as they come: edits at one
 * instant each, acknowledgements beside them. Returns when everybody has clicked; what it leaves to do is not done.
 */
export async function burst(site: Enrolled, { issues, people, page }: Crowd, edits: number): Promise<void> {
  const clicks: Promise<unknown>[] = [];
  for (let edit = 0; edit < edits; edit += 1) {
    const issue = issues[edit % issues.length];
    await must(site.rest('PUT', `/rest/api/3/issue/${issue}`, { fields: { labels: [`edit-${edit}`] } }));
    // Spread evenly: the last click comes with the last edit.
    while (clicks.length < Math.floor(((edit + 1) * people.length) / edits))
      clicks.push(site.call('policy.acknowledge', page, people[clicks.length]));
    await site.site.clock.advance(MILLISECONDS_AN_EDIT);
  }
  await Promise.all(clicks);
}

const MILLISECONDS_AN_EDIT = 5;

/** What the overview says is updating. */
export const left = async (site: Enrolled): Promise<number> =>
  (await site.call<{ updating: number }>('coverage.overview', { projectId: null })).updating;
