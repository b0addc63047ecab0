import { type Bench, bench, person } from './site';

interface Status {
  id: string;
  name: string;
  statusCategory: string;
}

export const bare = { links: [], actions: [], validators: [], triggers: [], properties: {} };
export const rule = (ruleKey: string, parameters: Record<string, string>) => ({ ruleKey, parameters });

/** A new site with three statuses, a second person, and ways to a workflow whose last transition has the rules that a test gives it. */
export async function ruled() {
  const site: Bench = bench();
  const user = await site.done('POST', '/user', {
    emailAddress: 'bob@example.com',
    displayName: 'Bob',
    products: ['jira-software'],
  });
  const bobId: string = user.accountId;
  const statuses: Status[] = await site.done('POST', '/statuses', {
    scope: { type: 'GLOBAL' },
    statuses: [
      { name: 'Open', statusCategory: 'TODO' },
      { name: 'Review', statusCategory: 'IN_PROGRESS' },
      { name: 'Closed', statusCategory: 'DONE' },
    ],
  });

  function payload(last: object, name = 'Ruled') {
    return {
      scope: { type: 'GLOBAL' },
      statuses: statuses.map(({ id, name: text, statusCategory }, index) => ({
        statusReference: `s${index}`,
        id,
        name: text,
        statusCategory,
      })),
      workflows: [
        {
          name,
          statuses: [0, 1, 2].map((index) => ({ statusReference: `s${index}`, properties: {} })),
          transitions: [
            { ...bare, id: '1', type: 'INITIAL', name: 'Create', toStatusReference: 's0' },
            {
              ...bare,
              id: '11',
              type: 'DIRECTED',
              name: 'Review',
              toStatusReference: 's1',
              links: [{ fromStatusReference: 's0' }],
            },
            {
              ...bare,
              id: '21',
              type: 'DIRECTED',
              name: 'Close',
              toStatusReference: 's2',
              links: [{ fromStatusReference: 's1' }],
              ...last,
            },
          ],
        },
      ],
    };
  }

  /** A project whose tasks follow the workflow, and one task of it in Review. */
  async function taskInReview(last: object): Promise<string> {
    await site.done('POST', '/workflows/create', payload(last));
    const scheme = await site.done('POST', '/workflowscheme', { name: 'Ruled', defaultWorkflow: 'Ruled' });
    await site.done('POST', '/project', {
      key: 'RULE',
      name: 'Rules',
      leadAccountId: 'admin',
      workflowScheme: scheme.id,
    });
    const { key } = await site.done('POST', '/issue', {
      fields: { project: { key: 'RULE' }, issuetype: { name: 'Task' }, summary: 'x', assignee: { accountId: bobId } },
    });
    await site.done('POST', `/issue/${key}/transitions`, { transition: { id: '11' } });
    return key;
  }

  const close = (key: string, caller?: ReturnType<typeof person>, more: object = {}) =>
    site.call('POST', `/issue/${key}/transitions`, { transition: { id: '21' }, ...more }, caller);
  const offered = async (key: string, caller?: ReturnType<typeof person>) =>
    (await site.done('GET', `/issue/${key}/transitions`, undefined, caller)).transitions.map(
      (one: { id: string }) => one.id,
    );

  return { site, bob: person(bobId), bobId, statuses, payload, taskInReview, close, offered };
}
