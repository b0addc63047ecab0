import type { Bench } from './site';

const CUSTOM = 'com.atlassian.jira.plugin.system.customfieldtypes:';

/** The wanted configuration of one issue type: type, statuses, workflow, scheme, field, screens and a project with them. */
export async function provision({ done }: Bench) {
  const type = await done('POST', '/issuetype', { name: 'AI risk', description: 'aims:ai-risk', hierarchyLevel: 0 });
  const statuses = await done('POST', '/statuses', {
    scope: { type: 'GLOBAL' },
    statuses: [
      { name: 'Identified', statusCategory: 'TODO', description: '' },
      { name: 'Analysed', statusCategory: 'IN_PROGRESS', description: '' },
      { name: 'Accepted', statusCategory: 'DONE', description: '' },
    ],
  });
  const field = await done('POST', '/field', {
    name: 'Likelihood',
    description: 'aims:likelihood',
    type: `${CUSTOM}select`,
    searcherKey: `${CUSTOM}multiselectsearcher`,
  });
  const screen = await done('POST', '/screens', { name: 'AI risk screen', description: '' });
  const [tab] = await done('GET', `/screens/${screen.id}/tabs`);
  for (const fieldId of [
    'summary',
    'description',
    'assignee',
    'reporter',
    'issuelinks',
    'labels',
    'duedate',
    field.id,
  ]) {
    await done('POST', `/screens/${screen.id}/tabs/${tab.id}/fields`, { fieldId });
  }
  const reference = (index: number) => ({
    statusReference: `s${index}`,
    id: statuses[index].id,
    name: statuses[index].name,
    statusCategory: statuses[index].statusCategory,
    description: '',
  });
  const payload = {
    scope: { type: 'GLOBAL' },
    statuses: [0, 1, 2].map(reference),
    workflows: [
      {
        name: 'AIMS risk v1',
        description: 'aims:wf:risk:1',
        startPointLayout: { x: 0, y: 0 },
        statuses: [0, 1, 2].map((index) => ({
          statusReference: `s${index}`,
          layout: { x: index, y: 0 },
          properties: {},
        })),
        transitions: [
          {
            id: '1',
            type: 'INITIAL',
            name: 'Create',
            toStatusReference: 's0',
            links: [],
            actions: [],
            validators: [],
            triggers: [],
            properties: {},
          },
          {
            id: '11',
            type: 'DIRECTED',
            name: 'Analyse',
            toStatusReference: 's1',
            links: [{ fromStatusReference: 's0', fromPort: 0, toPort: 1 }],
            validators: [
              {
                ruleKey: 'system:validate-field-value',
                parameters: {
                  ruleType: 'fieldRequired',
                  fieldsRequired: field.id,
                  ignoreContext: 'true',
                  errorMessage: 'Rate it first',
                },
              },
            ],
            actions: [],
            triggers: [],
            properties: {},
          },
          {
            id: '21',
            type: 'GLOBAL',
            name: 'Accept',
            toStatusReference: 's2',
            links: [],
            actions: [],
            validators: [],
            triggers: [],
            properties: {},
          },
        ],
      },
    ],
  };
  const validation = await done('POST', '/workflows/create/validation', {
    payload,
    validationOptions: { levels: ['ERROR', 'WARNING'] },
  });
  expect(validation.errors).toEqual([]);
  const { workflows } = await done('POST', '/workflows/create', payload);
  const workflowScheme = await done('POST', '/workflowscheme', {
    name: 'AIMS workflows',
    defaultWorkflow: 'jira',
    issueTypeMappings: { [type.id]: 'AIMS risk v1' },
  });
  const screenScheme = await done('POST', '/screenscheme', { name: 'AIMS screens', screens: { default: screen.id } });
  const typeScreens = await done('POST', '/issuetypescreenscheme', {
    name: 'AIMS issue type screens',
    issueTypeMappings: [
      { issueTypeId: 'default', screenSchemeId: '1' },
      { issueTypeId: type.id, screenSchemeId: String(screenScheme.id) },
    ],
  });
  const task = (await done('GET', '/issuetype')).find((one: { name: string }) => one.name === 'Task');
  const typeScheme = await done('POST', '/issuetypescheme', {
    name: 'AIMS types',
    issueTypeIds: [type.id, task.id],
    defaultIssueTypeId: type.id,
  });
  const project = await done('POST', '/project', {
    key: 'AIMS',
    name: 'AI management',
    projectTypeKey: 'business',
    leadAccountId: 'admin',
    assigneeType: 'UNASSIGNED',
    issueTypeScheme: Number(typeScheme.issueTypeSchemeId),
    issueTypeScreenScheme: Number(typeScreens.id),
    workflowScheme: workflowScheme.id,
  });
  const context = await done('POST', `/field/${field.id}/context`, {
    name: 'AIMS',
    description: '',
    projectIds: [String(project.id)],
    issueTypeIds: [type.id],
  });
  const { options } = await done('POST', `/field/${field.id}/context/${context.id}/option`, {
    options: [{ value: '1 rare' }, { value: '5 certain' }],
  });
  const contexts = await done('GET', `/field/${field.id}/context`);
  const global = contexts.values.find((one: { isGlobalContext: boolean }) => one.isGlobalContext);
  await done('DELETE', `/field/${field.id}/context/${global.id}`);
  return {
    type,
    task,
    field,
    statuses,
    workflow: workflows[0],
    workflowScheme,
    screen,
    typeScheme,
    typeScreens,
    project,
    context,
    options,
  };
}
