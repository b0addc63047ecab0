import type { RunningSite } from './running-site';

const DONE_SCREEN = 'What was found';

/** A project whose tasks go from Open over a screen with a required due date to Reviewed. @returns its key */
export async function createReviewedProject({ rest }: RunningSite, key: string, name: string): Promise<string> {
  const statuses = await rest<{ id: string; name: string; statusCategory: string }[]>('POST', '/statuses', {
    scope: { type: 'GLOBAL' },
    statuses: [
      { name: 'Open', statusCategory: 'TODO', description: '' },
      { name: 'Reviewed', statusCategory: 'DONE', description: '' },
    ],
  });
  const screen = await rest<{ id: number }>('POST', '/screens', { name: DONE_SCREEN, description: '' });
  const [tab] = await rest<{ id: number }[]>('GET', `/screens/${screen.id}/tabs`);
  await rest('POST', `/screens/${screen.id}/tabs/${tab?.id}/fields`, { fieldId: 'duedate' });
  const transition = (id: string, type: string, title: string, to: string, more: object) => ({
    id,
    type,
    name: title,
    toStatusReference: to,
    links: [],
    actions: [],
    validators: [],
    triggers: [],
    properties: {},
    ...more,
  });
  await rest('POST', '/workflows/create', {
    scope: { type: 'GLOBAL' },
    statuses: statuses.map(({ id, name: title, statusCategory }) => ({
      statusReference: id,
      id,
      name: title,
      statusCategory,
      description: '',
    })),
    workflows: [
      {
        name: 'Reviewed work',
        description: '',
        startPointLayout: { x: 0, y: 0 },
        statuses: statuses.map(({ id }, x) => ({ statusReference: id, layout: { x, y: 0 }, properties: {} })),
        transitions: [
          transition('1', 'INITIAL', 'Create', statuses[0]?.id ?? '', {}),
          transition('11', 'DIRECTED', 'Review', statuses[1]?.id ?? '', {
            links: [{ fromStatusReference: statuses[0]?.id, fromPort: 0, toPort: 1 }],
            transitionScreen: { ruleKey: 'system:transition-screen', parameters: { screenId: String(screen.id) } },
            validators: [
              {
                ruleKey: 'system:validate-field-value',
                parameters: {
                  ruleType: 'fieldRequired',
                  fieldsRequired: 'duedate',
                  ignoreContext: 'true',
                  errorMessage: 'Say until when the finding holds',
                },
              },
            ],
          }),
        ],
      },
    ],
  });
  const scheme = await rest<{ id: number }>('POST', '/workflowscheme', {
    name: 'Reviewed work',
    defaultWorkflow: 'Reviewed work',
  });
  await rest('POST', '/project', {
    key,
    name,
    projectTypeKey: 'business',
    leadAccountId: 'admin',
    assigneeType: 'UNASSIGNED',
    workflowScheme: scheme.id,
  });
  return key;
}
