import { ADMIN, APP_ID, type Bench, bench, ENVIRONMENT_ID, person } from './site';

const MODULE = `ari:cloud:ecosystem::extension/${APP_ID}/${ENVIRONMENT_ID}/static/aims-gadget`;
const manifest = { modules: { 'jira:dashboardGadget': [{ key: 'aims-gadget', title: 'AIMS coverage' }] } };
const PRIVATE = { name: 'Mine', sharePermissions: [], editPermissions: [] };
const SHARED = { ...PRIVATE, name: 'Ours', sharePermissions: [{ type: 'authenticated' }] };

let site: Bench;
let readerId: string;
let reader: ReturnType<typeof person>;
beforeEach(async () => {
  site = bench({ manifest });
  const made = await site.done('POST', '/user', { emailAddress: 'reader@example.com', products: ['jira-software'] });
  readerId = made.accountId;
  reader = person(readerId);
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

test('a dashboard that is shared with a project is seen by who may browse it, with a role by who has that', async () => {
  const project = await site.done('POST', '/project', { key: 'CLOSED', name: 'Closed', leadAccountId: 'admin' });
  const roles = await site.done('GET', '/project/CLOSED/role');
  const roleId = Number(String(roles.Administrators).split('/').at(-1));
  const scheme = await site.done('POST', '/permissionscheme', {
    name: 'Only the role',
    permissions: [
      { permission: 'BROWSE_PROJECTS', holder: { type: 'projectRole', parameter: String(roleId) } },
      { permission: 'BROWSE_PROJECTS', holder: { type: 'user', parameter: 'admin' } },
    ],
  });
  await site.done('PUT', '/project/CLOSED/permissionscheme', { id: scheme.id });
  const id = String(project.id);
  const [whole, role] = [
    { type: 'project', project: { id } },
    { type: 'projectRole', project: { id }, role: { id: roleId } },
  ];
  const made = [
    await site.done('POST', '/dashboard', { ...PRIVATE, sharePermissions: [whole] }),
    await site.done('POST', '/dashboard', { ...PRIVATE, sharePermissions: [role], editPermissions: [role] }),
  ];
  expect(made[0].sharePermissions).toMatchObject([{ type: 'project', project: { key: 'CLOSED' } }]);
  expect(made[1].sharePermissions).toMatchObject([{ type: 'project', role: { id: roleId, name: 'Administrators' } }]);
  const seen = async () =>
    Promise.all(made.map(async (each) => (await site.call('GET', `/dashboard/${each.id}`, undefined, reader)).status));
  expect(await seen()).toEqual([404, 404]);

  // Somebody with another reason to browse sees what the project sees, and not what the role sees.
  const browsing = { permission: 'BROWSE_PROJECTS', holder: { type: 'user', parameter: readerId } };
  const grant = await site.done('POST', `/permissionscheme/${scheme.id}/permission`, browsing);
  expect(await seen()).toEqual([200, 404]);
  await site.done('POST', `/project/CLOSED/role/${roleId}`, { user: [readerId] });
  expect(await seen()).toEqual([200, 200]);
  expect(await site.done('GET', `/dashboard/${made[1].id}`, undefined, reader)).toMatchObject({ isWritable: true });

  // A project out of sight is not named, even to who sees the dashboard for another reason.
  await site.done('DELETE', `/permissionscheme/${scheme.id}/permission/${grant.id}`);
  await site.done('DELETE', `/project/CLOSED/role/${roleId}?user=${readerId}`);
  await site.done('PUT', `/dashboard/${made[0].id}`, {
    ...SHARED,
    sharePermissions: [whole, { type: 'authenticated' }],
  });
  const told = await site.done('GET', `/dashboard/${made[0].id}`, undefined, reader);
  expect(told.sharePermissions.map(({ type }: { type: string }) => type)).toEqual(['project-unknown', 'loggedin']);
  expect(JSON.stringify(told)).not.toContain('CLOSED');
  const refused = await site.call('POST', '/dashboard', { ...PRIVATE, sharePermissions: [whole] }, reader);
  expect(refused).toMatchObject({ status: 400, body: { errorMessages: [expect.stringContaining('may not browse')] } });
});

test('a gadget stands where it is put, and moves those below it down', async () => {
  const { id } = await site.done('POST', '/dashboard', PRIVATE);
  const add = (position?: object) =>
    site.done('POST', `/dashboard/${id}/gadget`, { moduleKey: MODULE, ...(position ? { position } : {}) });
  const [first, second] = [await add(), await add()];
  expect([first.position, second.position]).toEqual([
    { column: 0, row: 0 },
    { column: 0, row: 1 },
  ]);
  const top = await add({ column: 0, row: 0 });
  const beside = await add({ column: 1, row: 0 });
  const places = async () => {
    const { gadgets } = await site.done('GET', `/dashboard/${id}/gadget`);
    return gadgets.map((each: { id: number; position: { column: number; row: number } }) => [
      each.id,
      each.position.column,
      each.position.row,
    ]);
  };
  expect(await places()).toEqual([
    [top.id, 0, 0],
    [first.id, 0, 1],
    [second.id, 0, 2],
    [beside.id, 1, 0],
  ]);
  await site.done('PUT', `/dashboard/${id}/gadget/${second.id}`, { position: { column: 1, row: 0 } });
  expect(await places()).toEqual([
    [top.id, 0, 0],
    [first.id, 0, 1],
    [second.id, 1, 0],
    [beside.id, 1, 1],
  ]);
});

test('an unknown gadget and an unknown group to share with are refused', async () => {
  const { id } = await site.done('POST', '/dashboard', PRIVATE, ADMIN);
  const refused = await site.call('POST', `/dashboard/${id}/gadget`, { moduleKey: 'other' });
  expect(refused).toMatchObject({ status: 400, body: { errorMessages: [expect.stringContaining('not available')] } });
  const group = [{ type: 'group', group: { name: 'nobody' } }];
  expect((await site.call('POST', '/dashboard', { ...PRIVATE, sharePermissions: group })).status).toBe(400);
});
