import { provision } from './provision';
import { APP, type Bench, bench, person } from './site';

/** What Jira's own dialogs show of a screen: tabs, and the description below each field. */

interface Form {
  tabs: { name: string; fieldIds: string[] }[];
  descriptions: Record<string, string>;
}

let site: Bench;
let made: Awaited<ReturnType<typeof provision>>;
beforeEach(async () => {
  site = bench();
  made = await provision(site);
});
afterEach(() => site.jira.close());

const address = (operation: string, issueType = made.type.id) =>
  `/local/jira/form?operation=${operation}&project=AIMS&issueType=${issueType}`;
const form = (operation = 'create'): Promise<Form> => site.done('GET', address(operation));

test('a form has the tabs of its screen in their order, and what the fields’ descriptions say', async () => {
  const [first] = await site.done('GET', `/screens/${made.screen.id}/tabs`);
  expect(await site.done('PUT', `/screens/${made.screen.id}/tabs/${first.id}`, { name: 'Basics' })).toEqual({
    id: first.id,
    name: 'Basics',
  });
  const rating = await site.done('POST', `/screens/${made.screen.id}/tabs`, { name: 'Rating' });
  await site.done('DELETE', `/screens/${made.screen.id}/tabs/${first.id}/fields/${made.field.id}`);
  await site.done('POST', `/screens/${made.screen.id}/tabs/${rating.id}/fields`, { fieldId: made.field.id });
  await site.done('POST', `/screens/${made.screen.id}/tabs`, { name: 'Empty' });
  await site.done('PUT', `/field/${made.field.id}`, { description: 'How likely it is.' });
  for (const operation of ['create', 'edit']) {
    const { tabs, descriptions } = await form(operation);
    expect(tabs.map(({ name }) => name)).toEqual(['Basics', 'Rating']);
    expect(tabs[1]?.fieldIds).toEqual([made.field.id]);
    expect(descriptions).toEqual({ [made.field.id]: 'How likely it is.' });
  }
  // A description is changed alone: the name is not sent and stays.
  expect((await site.done('GET', `/field/search?id=${made.field.id}`)).values[0].name).toBe('Likelihood');
});

test('two tabs of a screen never have one name', async () => {
  const [first] = await site.done('GET', `/screens/${made.screen.id}/tabs`);
  await site.done('POST', `/screens/${made.screen.id}/tabs`, { name: 'Rating' });
  const renamed = await site.call('PUT', `/screens/${made.screen.id}/tabs/${first.id}`, { name: 'Rating' });
  expect(renamed.status).toBe(400);
  expect((await site.call('PUT', `/screens/${made.screen.id}/tabs/999`, { name: 'None' })).status).toBe(404);
});

test('it is for people who see the project, and no app asks for it', async () => {
  expect((await site.call('GET', address('create'), undefined, APP)).status).toBe(403);
  expect((await site.call('GET', address('create'), undefined, { kind: 'anonymous' })).status).toBe(401);
  expect((await site.call('GET', address('create', '999'))).status).toBe(404);
  expect((await site.call('GET', address('transition'))).status).toBe(400);
  expect((await site.call('GET', address('create'), undefined, person('nobody'))).status).toBeGreaterThanOrEqual(400);
});
