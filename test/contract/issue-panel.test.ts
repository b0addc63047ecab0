import { closeProject, createPeople, type People } from '../access/people';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { approvedInCommon, withdrawApproval } from '../support/second-person';

interface Context {
  enrolled: boolean;
  updating: boolean;
  contributes: string;
  requirements: { requirementId: string; own: boolean; state: string; inCommon: boolean }[];
  systems: { issues: { key: string }[]; hidden: number };
  links: { role: string; direction: string; issues: { key: string }[] }[];
  nonconformity: { checklist: { code: string; done: boolean }[] } | null;
  missing: { code: string; options?: string[] }[];
  next: string[];
  creating: { ownTypes: Record<string, string> } | null;
}

describe('the panel beside an issue', () => {
  let site: Enrolled;
  let people: People;

  beforeAll(async () => {
    site = await openEnrolled();
    people = await createPeople(site);
  });
  afterAll(async () => {
    await site.close();
  });

  const context = (issueId: string) => site.call<Context>('issue.context', { issueId });
  const settled = async (issueId: string) => {
    await site.site.settle();
    return context(issueId);
  };

  test('a requirement and a link are added, and the figure moves', async () => {
    const system = await site.create('AI system', { summary: 'Ranking' });
    await site.move(system.id, 'Take over existing system: Operation and monitoring');
    const work = await site.create('Task', { summary: 'Keep logs' });
    expect(await settled(work.id)).toMatchObject({ enrolled: true, contributes: 'nothing', requirements: [] });

    const added = await site.call('issue.addRequirement', { issueId: work.id, requirementId: 'iso42001/A.6.2.8' });
    expect(added).toEqual({ written: 'field' });
    expect(await settled(work.id)).toMatchObject({
      contributes: 'implements',
      requirements: [{ requirementId: 'iso42001/A.6.2.8', own: true }],
      missing: [{ code: 'system' }],
    });

    const found = await site.call<{ issues: { key: string }[] }>('issue.search', {
      issueId: work.id,
      role: 'concerns',
      text: 'rank',
    });
    expect(found.issues.map(({ key }) => key)).toEqual([system.key]);
    await site.call('issue.addLink', { issueId: work.id, role: 'concerns', targetKey: system.key.toLowerCase() });
    expect(await settled(work.id)).toMatchObject({
      requirements: [{ requirementId: 'iso42001/A.6.2.8', state: 'planned' }],
      systems: { issues: [{ key: system.key }], hidden: 0 },
      links: [{ role: 'concerns', direction: 'out', issues: [{ key: system.key }] }],
      missing: [],
    });
    await site.move(work.id, 'In Progress');
    expect((await settled(work.id)).requirements[0]?.state).toBe('in-progress');

    await site.call('issue.removeRequirement', { issueId: work.id, requirementId: 'iso42001/A.6.2.8' });
    expect((await settled(work.id)).requirements).toEqual([]);
  });

  test('what is met in common counts for every AI system of the project, and lacks no link', async () => {
    const work = await site.create('Task', {
      [site.fieldId('AIMS requirements')]: [{ value: 'A.6.2.8 AI system recording of event logs' }],
    });
    await site.move(work.id, 'Done');
    const before = await settled(work.id);
    expect(before).toMatchObject({ missing: [{ code: 'system' }], requirements: [{ inCommon: false }] });
    const { tile } = await site.call<{ tile: { systems: { due: number } } }>('coverage.requirement', {
      projectId: site.projectId,
      requirementId: 'iso42001/A.6.2.8',
    });
    await approvedInCommon(site, { issueId: work.id, requirementId: 'iso42001/A.6.2.8' });
    expect(tile.systems.due).toBeGreaterThan(0);
    expect(await settled(work.id)).toMatchObject({
      missing: [],
      requirements: [{ inCommon: true, state: 'implemented', counts: { implemented: tile.systems.due } }],
    });
    const subject = `jira:${work.id}/iso42001/A.6.2.8`;
    await withdrawApproval(site, { kind: 'in-common', subject });
    expect(await settled(work.id)).toEqual(before);
  });

  test('where the field is on no screen, the issue property names the requirement', async () => {
    const work = await site.create('Task');
    const field = site.fieldId('AIMS requirements');
    await removeFromScreens(site, field);
    const property = `/rest/api/3/issue/${work.id}/properties/aims`;
    await site.rest('PUT', property, { origin: 'kept' });
    const added = await site.call('issue.addRequirement', { issueId: work.id, requirementId: 'iso42001/7.2' });
    expect(added).toEqual({ written: 'property' });
    expect((await site.rest<{ value: unknown }>('GET', property)).body.value).toEqual({
      origin: 'kept',
      requirements: ['iso42001/7.2'],
    });
    expect((await settled(work.id)).requirements).toMatchObject([{ requirementId: 'iso42001/7.2', own: true }]);
    await site.call('issue.removeRequirement', { issueId: work.id, requirementId: 'iso42001/7.2' });
    expect((await settled(work.id)).requirements).toEqual([]);
  });

  test('10.2: the checklist of a nonconformity, done and missing', async () => {
    const finding = await site.create('Nonconformity', { [site.fieldId('Correction')]: 'Switched off' });
    const action = await site.create('Corrective action');
    await site.link('AIMS correction', action.id, finding.id);
    await site.move(action.id, 'Start');
    await site.move(action.id, 'Implement');
    const { nonconformity, missing } = await settled(finding.id);
    expect(nonconformity?.checklist).toEqual([
      { code: 'correction', done: true },
      { code: 'cause', done: false },
      { code: 'corrective-action', done: true },
      { code: 'effectiveness', done: false },
      { code: 'reviewer', done: false },
      { code: 'aims-changes', done: false },
    ]);
    expect(missing.map(({ code }) => code)).toEqual([
      'requirement',
      'cause',
      'effectiveness',
      'reviewer',
      'aims-changes',
    ]);
  });

  test('an issue of another project takes no part', async () => {
    const project = { key: 'ELSE', name: 'Elsewhere', projectTypeKey: 'business', leadAccountId: 'admin' };
    const { body } = await site.rest<{ id: number }>('POST', '/rest/api/3/project', project);
    const issue = await site.create('Task', { project: { id: String(body.id) } });
    expect(await settled(issue.id)).toMatchObject({ enrolled: false, requirements: [], links: [] });
    // Nothing there would be counted, so nothing is written.
    const work = await site.create('Task');
    for (const [name, payload] of [
      ['issue.addRequirement', { issueId: issue.id, requirementId: 'iso42001/8.2' }],
      ['issue.addLink', { issueId: issue.id, role: 'evidences', targetKey: work.key }],
      ['issue.addLink', { issueId: work.id, role: 'evidences', targetKey: issue.key, direction: 'in' }],
    ] as const)
      await expect(site.call(name, payload)).rejects.toMatchObject({ code: 'setup-not-started' });
    expect(
      (await site.rest<{ fields: { issuelinks: [] } }>('GET', `/rest/api/3/issue/${issue.id}`)).body.fields,
    ).toMatchObject({ issuelinks: [] });
  });

  test('an AI system names what to create next until it is there, and the types to create it with', async () => {
    const system = await site.create('AI system', { summary: 'Scoring' });
    // Nothing but a risk is asked of what has not begun.
    expect((await settled(system.id)).next).toEqual(['risk']);
    await site.move(system.id, 'Take over existing system: Operation and monitoring');
    const begun = await settled(system.id);
    expect(begun.next).toEqual(['impact-assessment', 'risk', 'risk-assessment']);
    const types = await site.rest<{ id: string; name: string }[]>('GET', '/rest/api/3/issuetype');
    expect(begun.creating?.ownTypes['ai-risk']).toBe(types.body.find(({ name }) => name === 'AI risk')?.id);

    const risk = await site.create('AI risk');
    const into = { issueId: system.id, role: 'concerns', targetKey: risk.key, direction: 'in' };
    await site.call('issue.addLink', into);
    // A recorded risk is a beginning of the risk assessment, too.
    expect((await settled(system.id)).next).toEqual(['impact-assessment']);
    const assessment = await site.create('Task');
    await site.call('issue.addRequirement', { issueId: assessment.id, requirementId: 'iso42001/8.4' });
    await site.call('issue.addLink', { issueId: assessment.id, role: 'concerns', targetKey: system.key });
    expect((await settled(system.id)).next).toEqual([]);
    expect(await settled(risk.id)).toMatchObject({ next: [], creating: null });
  });

  test('classes of the AI Act that exclude each other are told, by their ids, and not refused', async () => {
    const field = site.fieldId('AI Act class');
    const system = await site.create('AI system', { [field]: [{ value: 'Prohibited' }] });
    const told = async () => (await settled(system.id)).missing.find(({ code }) => code === 'class-contradiction');
    expect(await told()).toBeUndefined();
    await renameOption(site, field, 'Not an AI system', 'Keine KI');
    const chosen = [{ value: 'Prohibited' }, { value: 'Keine KI' }];
    expect((await site.rest('PUT', `/rest/api/3/issue/${system.id}`, { fields: { [field]: chosen } })).status).toBe(
      204,
    );
    expect(await told()).toEqual({
      code: 'class-contradiction',
      count: 2,
      options: ['not-an-ai-system', 'prohibited'],
    });
    await site.rest('PUT', `/rest/api/3/issue/${system.id}`, { fields: { [field]: [{ value: 'Keine KI' }] } });
    expect(await told()).toBeUndefined();
  });

  test('who may only look changes nothing, and a target that nobody may see is not found', async () => {
    const work = await site.create('Task');
    const unknown = { issueId: work.id, role: 'evidences', targetKey: 'NOWHERE-1' };
    await expect(site.call('issue.addLink', unknown)).rejects.toMatchObject({ code: 'jira-not-found' });
    await expect(
      site.call('issue.addRequirement', { issueId: work.id, requirementId: 'iso42001/99.9' }),
    ).rejects.toMatchObject({
      code: 'requirement-unknown',
    });
    await lookOnly(site, people.member ?? '');
    const before = await settled(work.id);
    for (const [name, payload] of [
      ['issue.addRequirement', { issueId: work.id, requirementId: 'iso42001/8.2' }],
      ['issue.addLink', { issueId: work.id, role: 'evidences', targetKey: work.key }],
    ] as const)
      await expect(site.call(name, payload, people.member)).rejects.toMatchObject({
        code: expect.stringMatching(/^jira-/),
      });
    expect(await settled(work.id)).toEqual(before);
  });
});

/** Takes a field off every tab of every screen, as an administrator who keeps the screens untouched. */
async function removeFromScreens(site: Enrolled, fieldId: string): Promise<void> {
  const { body } = await site.rest<{ values: { id: number }[] }>('GET', '/rest/api/3/screens?maxResults=100');
  for (const screen of body.values) {
    const tabs = await site.rest<{ id: number }[]>('GET', `/rest/api/3/screens/${screen.id}/tabs`);
    for (const tab of tabs.body)
      await site.rest('DELETE', `/rest/api/3/screens/${screen.id}/tabs/${tab.id}/fields/${fieldId}`);
  }
}

/** An option is called something else: people may word options as they like. */
async function renameOption(site: Enrolled, fieldId: string, from: string, to: string): Promise<void> {
  const contexts = await site.rest<{ values: { id: string }[] }>('GET', `/rest/api/3/field/${fieldId}/context`);
  const path = `/rest/api/3/field/${fieldId}/context/${contexts.body.values[0]?.id}/option`;
  const { body } = await site.rest<{ values: { id: string; value: string }[] }>('GET', path);
  const id = body.values.find(({ value }) => value === from)?.id;
  expect((await site.rest('PUT', path, { options: [{ id, value: to }] })).status).toBe(200);
}

/** One person may browse the project, and neither edit nor link there. */
async function lookOnly(site: Enrolled, accountId: string): Promise<void> {
  await closeProject(site, site.projectId, []);
  const { body } = await site.rest<{ id: number }>('GET', `/rest/api/3/project/${site.projectId}/permissionscheme`);
  await site.rest('POST', `/rest/api/3/permissionscheme/${body.id}/permission`, {
    permission: 'BROWSE_PROJECTS',
    holder: { type: 'user', parameter: accountId },
  });
}
