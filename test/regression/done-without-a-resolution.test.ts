import { type Enrolled, openEnrolled } from '../support/enrolled';

let site: Enrolled;
beforeEach(async () => {
  site = await openEnrolled();
});
afterEach(() => site.close());

const stateOf = async (requirementId: string) =>
  (await site.call<{ tile: { state: string } }>('coverage.requirement', { projectId: null, requirementId })).tile.state;

test('work that is done counts from the day on which it was moved there, whether or not a resolution was set', async () => {
  const projectId = await projectThatSetsNoResolution();
  const { id } = await site.create('Task', { ...(await site.options('iso42001/6.3')), project: { id: projectId } });
  await site.move(id, 'Start');
  await site.site.settle();
  expect(await stateOf('iso42001/6.3')).toBe('in-progress');
  await site.move(id, 'Finish');
  await site.site.settle();
  const { body } = await site.rest<{ fields: Record<string, unknown> }>('GET', `/rest/api/3/issue/${id}`);
  expect([body.fields.resolution ?? null, body.fields.resolutiondate]).toEqual([null, null]);
  expect(await stateOf('iso42001/6.3')).toBe('implemented');
  const [row] = await site.site.sql('SELECT fact FROM item WHERE item_id = ?', [`jira:${id}`]);
  expect(JSON.parse(String(row?.fact))).toMatchObject({ progress: 'done', doneOn: '2026-11-24' });
});

async function must<T>(method: string, path: string, body: unknown): Promise<T> {
  const answer = await site.rest<T>(method, `/rest/api/3${path}`, body);
  if (answer.status >= 400) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** A project that is set up and whose tasks go from Open by Working to Finished without a resolution. @returns its id */
async function projectThatSetsNoResolution(): Promise<string> {
  const workflow = await plainWorkflow();
  const scheme = await must<{ id: number }>('POST', '/workflowscheme', { name: workflow, defaultWorkflow: workflow });
  const project = { key: 'PLAIN', name: 'Plain', projectTypeKey: 'business', leadAccountId: 'admin' };
  const { id } = await must<{ id: number }>('POST', '/project', { ...project, workflowScheme: scheme.id });
  const projectId = String(id);
  const choices = { sharedSchemes: 'copy', otherScreens: true };
  const { digest } = await site.call<{ digest: string }>('setup.plan', { projectId, choices });
  await site.call('setup.apply', { projectId, choices, digest });
  await site.site.settle({ within: 600_000 });
  return projectId;
}

/** @returns the workflow's name */
async function plainWorkflow(): Promise<string> {
  const name = 'Plain work';
  const statuses = await must<{ id: string; name: string; statusCategory: string }[]>('POST', '/statuses', {
    scope: { type: 'GLOBAL' },
    statuses: [
      { name: 'Open', statusCategory: 'TODO', description: '' },
      { name: 'Working', statusCategory: 'IN_PROGRESS', description: '' },
      { name: 'Finished', statusCategory: 'DONE', description: '' },
    ],
  });
  const [open = '', working = '', finished = ''] = statuses.map((status) => status.id);
  const empty = { ruleKey: 'system:update-field', parameters: { field: 'resolution', value: '' } };
  const transition = (id: string, title: string, from: string | null, to: string, actions: unknown[] = []) => ({
    id,
    type: from === null ? 'INITIAL' : 'DIRECTED',
    name: title,
    toStatusReference: to,
    links: from === null ? [] : [{ fromStatusReference: from, fromPort: 0, toPort: 1 }],
    actions,
    validators: [],
    triggers: [],
    properties: {},
  });
  await must('POST', '/workflows/create', {
    scope: { type: 'GLOBAL' },
    statuses: statuses.map((status) => ({ ...status, statusReference: status.id, description: '' })),
    workflows: [
      {
        name,
        description: '',
        startPointLayout: { x: 0, y: 0 },
        statuses: statuses.map(({ id }, x) => ({ statusReference: id, layout: { x, y: 0 }, properties: {} })),
        transitions: [
          transition('1', 'Create', null, open),
          transition('11', 'Start', open, working),
          transition('21', 'Finish', working, finished, [empty]),
        ],
      },
    ],
  });
  return name;
}
