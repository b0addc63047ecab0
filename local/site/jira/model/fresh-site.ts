import { ADMINISTRATOR_PERMISSIONS, EVERYDAY_GLOBAL_PERMISSIONS, EVERYDAY_PERMISSIONS } from '../permissions/catalogue';
import { moduleAri, type Site } from '../site';
import type { PermissionGrant, StatusCategory, Transition, Workflow } from './entities';
import { USERS_GROUP } from './groups';

/** Ids that the rest of the code relies on. */
export const DEFAULT_WORKFLOW_SCHEME = 'default';
export const DEFAULT_ISSUE_TYPE_SCHEME = '10000';
const DEFAULT_SCREEN = '1';
export const DEFAULT_ISSUE_TYPE_SCREEN_SCHEME = '1';
export const DEFAULT_PERMISSION_SCHEME = '0';
export const ADMINISTRATORS_ROLE = '10002';
const ADMINISTRATORS_GROUP = '6c9a1f60-0000-4000-8000-000000000001';
const SITE_ADMINS_GROUP = '6c9a1f60-0000-4000-8000-000000000003';
const PRODUCT_GROUPS = [
  ['6c9a1f60-0000-4000-8000-000000000004', 'confluence-users'],
  ['6c9a1f60-0000-4000-8000-000000000005', 'confluence-administrators'],
] as const;
/** The one person of a fresh site. */
export const FIRST_ADMINISTRATOR = 'admin';

/** Fills an empty store with what a new Jira Cloud site has. */
export function createFreshSite(site: Site): void {
  people(site);
  permissions(site);
  const { store } = site;
  const values = (table: typeof store.priorities, rows: readonly (readonly [string, string])[]) => {
    for (const [id, name] of rows) table.put({ id, name, description: '' });
  };
  values(store.priorities, [
    ['1', 'Highest'],
    ['2', 'High'],
    ['3', 'Medium'],
    ['4', 'Low'],
    ['5', 'Lowest'],
  ]);
  values(store.resolutions, [
    ['10000', 'Done'],
    ['10001', "Won't Do"],
    ['10002', 'Duplicate'],
    ['10003', 'Cannot Reproduce'],
    ['10004', 'Declined'],
  ]);
  for (const [name, inward, outward] of [
    ['Blocks', 'is blocked by', 'blocks'],
    ['Cloners', 'is cloned by', 'clones'],
    ['Duplicate', 'is duplicated by', 'duplicates'],
    ['Relates', 'relates to', 'relates to'],
  ] as const) {
    store.linkTypes.put({ id: store.nextId('linkType'), name, inward, outward });
  }
  issueTypesAndScreens(site);
  workflows(site);
}

function people({ store }: Site): void {
  store.users.put({
    id: FIRST_ADMINISTRATOR,
    displayName: 'Site Administrator',
    emailAddress: 'admin@example.com',
    active: true,
    accountType: 'atlassian',
  });
  const everyone = [FIRST_ADMINISTRATOR];
  store.groups.put({ id: ADMINISTRATORS_GROUP, name: 'jira-administrators', members: everyone });
  store.groups.put({ id: USERS_GROUP, name: 'jira-users', members: everyone });
  store.groups.put({ id: SITE_ADMINS_GROUP, name: 'site-admins', members: everyone });
  store.roles.put({ id: ADMINISTRATORS_ROLE, name: 'Administrators', description: 'People who administer a project.' });
  store.roles.put({ id: '10003', name: 'Member', description: 'People who work in a project.' });
  store.roles.put({ id: '10004', name: 'Viewer', description: 'People who look at a project.' });
}

/** Groups of the site that other products ask for; an older site gets what it lacks. */
export function ensureProductGroups({ store }: Site): void {
  for (const [id, name] of PRODUCT_GROUPS)
    if (!store.groups.get(id)) store.groups.put({ id, name, members: [FIRST_ADMINISTRATOR] });
}

function permissions({ store }: Site): void {
  for (const permission of ['ADMINISTER', 'SYSTEM_ADMIN', 'CREATE_PROJECT', 'MANAGE_GROUP_FILTER_SUBSCRIPTIONS']) {
    store.globalGrants.put({ id: permission, groups: [ADMINISTRATORS_GROUP], everyone: false });
  }
  for (const permission of EVERYDAY_GLOBAL_PERMISSIONS)
    store.globalGrants.put({ id: permission, groups: [], everyone: true });
  const grant = (holder: PermissionGrant['holder']) => (permission: string) => ({
    id: Number(store.nextId('permissionGrant')),
    permission,
    holder,
  });
  store.permissionSchemes.put({
    id: DEFAULT_PERMISSION_SCHEME,
    name: 'Default Permission Scheme',
    description: 'This is the default permission scheme.',
    grants: [
      ...EVERYDAY_PERMISSIONS.map(grant({ type: 'applicationRole' })),
      ...[...ADMINISTRATOR_PERMISSIONS, 'EDIT_ISSUES'].map(
        grant({ type: 'projectRole', parameter: ADMINISTRATORS_ROLE }),
      ),
    ],
  });
}

/** The app's own user, and the first grants of its global permissions. Done once for a site. */
export function installApp(site: Site): void {
  const { store, app } = site;
  store.users.put({ id: app.accountId, displayName: app.name, emailAddress: '', active: true, accountType: 'app' });
  for (const module of app.modules['jira:globalPermission']) {
    const key = moduleAri(site, module.key);
    if (store.globalGrants.get(key)) continue;
    store.globalGrants.put({
      id: key,
      groups: module.defaultGrants.includes('jira-administrators') ? [ADMINISTRATORS_GROUP] : [],
      everyone: module.defaultGrants.includes('all'),
    });
  }
}

function issueTypesAndScreens({ store }: Site): void {
  const types = [
    ['Task', 0],
    ['Epic', 1],
    ['Story', 0],
    ['Bug', 0],
    ['Subtask', -1],
  ] as const;
  const ids = types.map(([name, hierarchyLevel], index) => {
    const id = store.nextId('issueType');
    store.issueTypes.put({ id, name, description: '', hierarchyLevel, avatarId: 10_300 + index, projectId: null });
    return id;
  });
  store.issueTypeSchemes.put({
    id: store.nextId('issueTypeScheme'),
    name: 'Default Issue Type Scheme',
    description:
      'Default issue type scheme is the list of global issue types. All newly created issue types will automatically be added to this scheme.',
    issueTypeIds: ids,
    defaultIssueTypeId: ids[0] ?? null,
    isDefault: true,
  });
  const tab = () => Number(store.nextId('tab'));
  const fields = [
    'summary',
    'issuetype',
    'description',
    'environment',
    'assignee',
    'reporter',
    'priority',
    'labels',
    'duedate',
    'security',
    'issuelinks',
  ];
  store.screens.put({
    id: DEFAULT_SCREEN,
    name: 'Default Screen',
    description: 'Allows to update all system fields.',
    tabs: [{ id: tab(), name: 'Field Tab', fields }],
  });
  store.screens.put({
    id: '2',
    name: 'Workflow Screen',
    description: 'This screen is used in the workflow and enables you to assign issues.',
    tabs: [{ id: tab(), name: 'Field Tab', fields: ['assignee'] }],
  });
  store.screens.put({
    id: '3',
    name: 'Resolve Issue Screen',
    description: 'Allows to set resolution, change fix versions and assign an issue.',
    tabs: [{ id: tab(), name: 'Field Tab', fields: ['resolution', 'assignee'] }],
  });
  store.screenSchemes.put({
    id: '1',
    name: 'Default Screen Scheme',
    description: '',
    screens: { default: DEFAULT_SCREEN },
  });
  store.issueTypeScreenSchemes.put({
    id: DEFAULT_ISSUE_TYPE_SCREEN_SCHEME,
    name: 'Default Issue Type Screen Scheme',
    description: '',
    mappings: { default: '1' },
  });
}

const SIMPLE_STATUSES: readonly (readonly [string, StatusCategory])[] = [
  ['To Do', 'TODO'],
  ['In Progress', 'IN_PROGRESS'],
  ['Done', 'DONE'],
];

function workflows(site: Site): void {
  const { store } = site;
  const statusIds = SIMPLE_STATUSES.map(([name, category]) => {
    const id = store.nextId('status');
    store.statuses.put({ id, name, description: '', category, projectId: null });
    return id;
  });
  const workflow = simpleWorkflow(site, {
    id: 'b9ff2384-d3b6-4d4e-9509-3ee19f607168',
    name: 'jira',
    statusIds,
    projectId: null,
    isEditable: false,
  });
  store.workflowSchemes.put({
    id: DEFAULT_WORKFLOW_SCHEME,
    name: 'Default Workflow Scheme',
    description: '',
    defaultWorkflowId: workflow.id,
    workflowByIssueType: {},
    versionId: 'b9ff2384-d3b6-4d4e-9509-3ee19f607169',
    versionNumber: 1,
  });
}

const plainTransition = {
  description: '',
  links: [],
  conditions: null,
  validators: [],
  actions: [],
  transitionScreen: null,
  properties: {},
};

/** A workflow in which every status can be reached from every other, as Jira's templates create it. */
export function simpleWorkflow(
  site: Site,
  given: { id: string; name: string; statusIds: readonly string[]; projectId: string | null; isEditable: boolean },
): Workflow {
  const { store, clock } = site;
  const name = (id: string) => store.statuses.get(id)?.name ?? id;
  const initial: Transition[] = given.statusIds
    .slice(0, 1)
    .map((id) => ({ ...plainTransition, id: '1', type: 'INITIAL', name: 'Create', toStatusId: id }));
  const global: Transition[] = given.statusIds.map((id, index) => ({
    ...plainTransition,
    id: String(11 + index * 10),
    type: 'GLOBAL',
    name: name(id),
    toStatusId: id,
  }));
  return store.workflows.put({
    id: given.id,
    name: given.name,
    description: '',
    projectId: given.projectId,
    isEditable: given.isEditable,
    versionId: given.id,
    versionNumber: 1,
    created: clock.now(),
    updated: clock.now(),
    statuses: given.statusIds.map((statusId) => ({ statusId, layout: null, properties: {} })),
    transitions: [...initial, ...global],
  });
}
