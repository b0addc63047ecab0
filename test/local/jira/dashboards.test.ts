import { ADMIN, APP_ID, type Bench, bench, ENVIRONMENT_ID, person } from './site';

const MODULE = `ari:cloud:ecosystem::extension/${APP_ID}/${ENVIRONMENT_ID}/static/aims-gadget`;
const manifest = { modules: { 'jira:dashboardGadget': [{ key: 'aims-gadget', title: 'AIMS coverage' }] } };
const PRIVATE = { name: 'Mine', sharePermissions: [], editPermissions: [] };
const SHARED = { ...PRIVATE, name: 'Ours', sharePermissions: [{ type: 'authenticated' }] };

let site: Bench;
let reader: ReturnType<typeof person>;
beforeEach(async () => {
  site = bench({ manifest });
  const made = await site.done('POST', '/user', { emailAddress: 'reader@example.com', products: ['jira-software'] });
  reader = person(made.accountId);
});
afterEach(() => site.jira.close());

test('a dashboard is seen by its owner, and by all who are logged in once it is shared with them', async () => {
  const { id } = await site.done('POST', '/dashboard', PRIVATE);
  expect(await site.done('GET', `/dashboard/${id}`)).toMatchObject({ name: 'Mine', isWritable: true });
  expect((await site.call('GET', `/dashboard/${id}`, undefined, reader)).status).toBe(404);
  expect((await site.done('GET', '/dashboard', undefined, reader)).dashboards).toEqual([]);
  await site.done('PUT', `/dashboard/${id}`, SHARED);
  const seen = await site.done('GET', `/dashboard/${id}`, undefined, reader);
  expect(seen).toMatchObject({ name: 'Ours', isWritable: false });
  expect((await site.call('GET', `/dashboard/${id}`, undefined, { kind: 'anonymous' })).status).toBe(404);
  expect((await site.call('PUT', `/dashboard/${id}`, PRIVATE, reader)).status).toBe(404);
});

test('a gadget is added, configured by its owner alone, changed and removed with its properties', async () => {
  const { id } = await site.done('POST', '/dashboard', SHARED);
  const available = await site.done('GET', '/dashboard/gadgets');
  expect(available.gadgets).toEqual([{ moduleKey: MODULE, title: 'AIMS coverage' }]);
  const gadgets = `/dashboard/${id}/gadget`;
  const gadget = await site.done('POST', gadgets, { moduleKey: MODULE, color: 'blue' });
  expect(gadget).toMatchObject({ title: 'AIMS coverage', moduleKey: MODULE });
  const property = `/dashboard/${id}/items/${gadget.id}/properties/gadgetConfiguration`;
  expect((await site.call('GET', property)).status).toBe(404);
  expect((await site.call('PUT', property, { scope: 'a' })).status).toBe(201);
  expect((await site.call('PUT', property, { scope: 'b' })).status).toBe(200);
  expect((await site.done('GET', property, undefined, reader)).value).toEqual({ scope: 'b' });
  expect((await site.call('PUT', property, { scope: 'c' }, reader)).status).toBe(403);
  expect((await site.call('DELETE', `${gadgets}/${gadget.id}`, undefined, reader)).status).toBe(404);
  await site.done('PUT', `${gadgets}/${gadget.id}`, { title: 'Coverage', color: 'red' });
  expect((await site.done('GET', gadgets)).gadgets).toMatchObject([{ title: 'Coverage', color: 'red' }]);
  await site.done('DELETE', `${gadgets}/${gadget.id}`);
  expect((await site.done('GET', gadgets)).gadgets).toEqual([]);
  expect((await site.call('GET', property)).status).toBe(404);
});

test('an unknown gadget and an unknown group to share with are refused', async () => {
  const { id } = await site.done('POST', '/dashboard', PRIVATE, ADMIN);
  const refused = await site.call('POST', `/dashboard/${id}/gadget`, { moduleKey: 'other' });
  expect(refused).toMatchObject({ status: 400, body: { errorMessages: [expect.stringContaining('not available')] } });
  const group = [{ type: 'group', group: { name: 'nobody' } }];
  expect((await site.call('POST', '/dashboard', { ...PRIVATE, sharePermissions: group })).status).toBe(400);
});
