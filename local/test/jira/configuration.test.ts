import { provision } from './provision';
import { type Bench, bench } from './site';

let site: Bench;
beforeEach(() => {
  site = bench();
});
afterEach(() => site.jira.close());

test('a whole configuration can be created, and found again through its projects', async () => {
  const made = await provision(site);
  const projectId = String(made.project.id);
  expect((await site.done('GET', `/issuetypescheme/project?projectId=${projectId}`)).values[0]).toMatchObject({
    projectIds: [projectId],
    issueTypeScheme: { id: made.typeScheme.issueTypeSchemeId },
  });
  expect(
    (await site.done('GET', `/issuetypescreenscheme/project?projectId=${projectId}`)).values[0].issueTypeScreenScheme
      .id,
  ).toBe(made.typeScreens.id);
  expect((await site.done('GET', `/workflowscheme/project?projectId=${projectId}`)).values[0].workflowScheme.id).toBe(
    made.workflowScheme.id,
  );
  expect((await site.done('GET', `/workflowscheme/${made.workflowScheme.id}/projectUsages`)).projects.values).toEqual([
    { id: projectId },
  ]);
  expect(await site.done('GET', '/project/AIMS')).toMatchObject({
    style: 'classic',
    simplified: false,
    issueTypes: [{ name: 'AI risk' }, { name: 'Task' }],
  });
  expect(
    (await site.done('GET', '/project/AIMS/statuses'))[0].statuses.map((status: { name: string }) => status.name),
  ).toEqual(['Identified', 'Analysed', 'Accepted']);
  expect((await site.done('GET', '/field/search?type=custom&query=aims:like')).values[0].id).toBe(made.field.id);
});

describe('what Jira refuses', () => {
  const status = async (method: string, path: string, body?: unknown) => (await site.call(method, path, body)).status;

  test('a taken issue type name, types that a scheme has already, a type that issues need', async () => {
    const made = await provision(site);
    expect(await status('POST', '/issuetype', { name: 'ai RISK' })).toBe(409);
    const other = await site.done('POST', '/issuetype', { name: 'Other' });
    const scheme = `/issuetypescheme/${made.typeScheme.issueTypeSchemeId}/issuetype`;
    expect(await status('PUT', scheme, { issueTypeIds: [other.id, made.type.id] })).toBe(400);
    const mapped = async () =>
      (await site.done('GET', `/issuetypescheme/mapping?issueTypeSchemeId=${made.typeScheme.issueTypeSchemeId}`)).total;
    expect(await mapped()).toBe(2);
    await site.done('PUT', scheme, { issueTypeIds: [other.id] });
    expect(await mapped()).toBe(3);
    await site.done('POST', '/issue', {
      fields: { project: { key: 'AIMS' }, issuetype: { id: made.type.id }, summary: 'x' },
    });
    expect(
      await status('PUT', '/issuetypescheme/project', {
        issueTypeSchemeId: '10000',
        projectId: String(made.project.id),
      }),
    ).toBe(204);
    const only = await site.done('POST', '/issuetypescheme', { name: 'Only', issueTypeIds: [other.id] });
    expect(
      await status('PUT', '/issuetypescheme/project', {
        issueTypeSchemeId: only.issueTypeSchemeId,
        projectId: String(made.project.id),
      }),
    ).toBe(400);
    expect(await status('DELETE', `/issuetype/${made.type.id}`)).toBe(409);
  });

  test('contexts that overlap, the last project of a context, options twice', async () => {
    const { field, context, project } = await provision(site);
    const base = `/field/${field.id}/context`;
    expect(await status('POST', base, { name: 'Again', projectIds: [String(project.id)] })).toBe(409);
    expect(await status('POST', `${base}/${context.id}/project/remove`, { projectIds: [String(project.id)] })).toBe(
      400,
    );
    expect(await status('POST', `${base}/${context.id}/option`, { options: [{ value: '5 CERTAIN' }] })).toBe(400);
    const second = await site.done('POST', '/project', { key: 'TWO', name: 'Second', leadAccountId: 'admin' });
    await site.done('PUT', `${base}/${context.id}/project`, { projectIds: [String(second.id)] });
    const { values } = await site.done('GET', `${base}/projectmapping?contextId=${context.id}`);
    expect(values.map((one: { projectId: string }) => one.projectId)).toEqual([String(project.id), String(second.id)]);
    await site.done('DELETE', '/project/TWO?enableUndo=false');
    expect((await site.done('GET', `${base}/projectmapping?contextId=${context.id}`)).total).toBe(1);
  });

  test('schemes and contexts for a team-managed project, and a template along with a workflow scheme', async () => {
    const made = await provision(site);
    const template = 'com.pyxis.greenhopper.jira:gh-simplified-agility-kanban';
    const team = await site.done('POST', '/project', {
      key: 'TEAM',
      name: 'Team',
      projectTypeKey: 'software',
      projectTemplateKey: template,
      leadAccountId: 'admin',
    });
    expect(await site.done('GET', '/project/TEAM')).toMatchObject({ style: 'next-gen', simplified: true });
    const projectId = String(team.id);
    expect(await status('PUT', '/issuetypescheme/project', { issueTypeSchemeId: '10000', projectId })).toBe(400);
    expect(await status('PUT', '/issuetypescreenscheme/project', { issueTypeScreenSchemeId: '1', projectId })).toBe(
      400,
    );
    expect(
      await status('PUT', '/workflowscheme/project', { workflowSchemeId: String(made.workflowScheme.id), projectId }),
    ).toBe(400);
    expect(await status('POST', `/field/${made.field.id}/context`, { name: 'Team', projectIds: [projectId] })).toBe(
      400,
    );
    expect(
      await status('POST', '/project', {
        key: 'BOTH',
        name: 'Both',
        projectTypeKey: 'software',
        projectTemplateKey: 'com.pyxis.greenhopper.jira:gh-simplified-kanban-classic',
        workflowScheme: made.workflowScheme.id,
        leadAccountId: 'admin',
      }),
    ).toBe(400);
    const { key } = await site.done('POST', '/issue', {
      fields: { project: { key: 'TEAM' }, issuetype: { name: 'Task' }, summary: 'x' },
    });
    expect((await site.done('GET', `/issue/${key}?fields=status`)).fields.status.name).toBe('To Do');
  });

  test('a status name that is taken is a 400, for 409 means that another update is running', async () => {
    await provision(site);
    expect(
      await status('POST', '/statuses', {
        scope: { type: 'GLOBAL' },
        statuses: [{ name: 'analysed', statusCategory: 'TODO' }],
      }),
    ).toBe(400);
  });
});

test('the default workflow scheme has no id; archiving keeps issues readable and closed', async () => {
  await site.done('POST', '/project', { key: 'ARCH', name: 'Archive', leadAccountId: 'admin' });
  const { id } = await site.done('GET', '/project/ARCH');
  const { values } = await site.done('GET', `/workflowscheme/project?projectId=${id}`);
  expect(values[0].workflowScheme).toMatchObject({ name: 'Default Workflow Scheme', defaultWorkflow: 'jira' });
  expect(values[0].workflowScheme.id).toBeUndefined();
  const { key } = await site.done('POST', '/issue', {
    fields: { project: { key: 'ARCH' }, issuetype: { name: 'Task' }, summary: 'x' },
  });
  await site.done('POST', '/project/ARCH/archive');
  expect((await site.call('PUT', `/issue/${key}`, { fields: { summary: 'y' } })).status).toBe(403);
  expect((await site.call('GET', `/issue/${key}`)).status).toBe(200);
  await site.done('POST', '/project/ARCH/restore');
  expect(site.events.map((event) => event.name).slice(-2)).toEqual([
    'avi:jira:archived:project',
    'avi:jira:unarchived:project',
  ]);
  expect((await site.call('PUT', `/issue/${key}`, { fields: { summary: 'y' } })).status).toBe(204);
});

test('forms can be drawn from the creation and edit metadata', async () => {
  const made = await provision(site);
  const types = await site.done('GET', '/issue/createmeta/AIMS/issuetypes');
  expect(types.issueTypes.map((type: { name: string }) => type.name)).toEqual(['AI risk', 'Task']);
  const { fields } = await site.done('GET', `/issue/createmeta/AIMS/issuetypes/${made.type.id}`);
  expect(fields.find((one: { fieldId: string }) => one.fieldId === made.field.id)).toMatchObject({
    name: 'Likelihood',
    allowedValues: [{ value: '1 rare' }, { value: '5 certain' }],
  });
  const { key } = await site.done('POST', '/issue', {
    fields: { project: { key: 'AIMS' }, issuetype: { id: made.type.id }, summary: 'x' },
  });
  expect(Object.keys((await site.done('GET', `/issue/${key}/editmeta`)).fields)).toContain(made.field.id);
});
