import { moduleAri, type Site } from '../site';

export interface PermissionDefinition {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly type: 'GLOBAL' | 'PROJECT';
}

const define =
  (type: 'GLOBAL' | 'PROJECT') =>
  ([key, name, description]: readonly [string, string, string]): PermissionDefinition => ({
    key,
    name,
    description,
    type,
  });

const GLOBAL = [
  ['ADMINISTER', 'Administer Jira', 'Create and administer projects, issue types, fields, workflows, and schemes.'],
  ['SYSTEM_ADMIN', 'System administrators', 'Perform all administration functions.'],
  ['USER_PICKER', 'Browse users and groups', 'View and select users or groups from the user picker.'],
  ['CREATE_SHARED_OBJECTS', 'Share dashboards and filters', 'Share dashboards and filters with other users.'],
  [
    'MANAGE_GROUP_FILTER_SUBSCRIPTIONS',
    'Manage group filter subscriptions',
    'Create and delete group filter subscriptions.',
  ],
  ['BULK_CHANGE', 'Make bulk changes', 'Modify collections of issues at once.'],
  ['CREATE_PROJECT', 'Create team-managed projects', 'Create projects separately from shared configurations.'],
] as const;

const PROJECT = [
  ['ADMINISTER_PROJECTS', 'Administer projects', 'Administer a project.'],
  ['BROWSE_PROJECTS', 'Browse projects', 'Browse projects and the issues within them.'],
  ['VIEW_DEV_TOOLS', 'View development tools', 'View development-related information on the view issue screen.'],
  ['VIEW_READONLY_WORKFLOW', 'View read-only workflow', 'View a read-only version of a workflow.'],
  ['ASSIGNABLE_USER', 'Assignable user', 'May be assigned to issues.'],
  ['ASSIGN_ISSUES', 'Assign issues', 'Assign issues to other people.'],
  ['CLOSE_ISSUES', 'Close issues', 'Close issues.'],
  ['CREATE_ISSUES', 'Create issues', 'Create issues.'],
  ['DELETE_ISSUES', 'Delete issues', 'Delete issues.'],
  ['EDIT_ISSUES', 'Edit issues', 'Edit issues.'],
  ['LINK_ISSUES', 'Link issues', 'Link issues together.'],
  ['MODIFY_REPORTER', 'Modify reporter', 'Modify the reporter when creating or editing an issue.'],
  ['MOVE_ISSUES', 'Move issues', 'Move issues between projects or workflows.'],
  ['RESOLVE_ISSUES', 'Resolve issues', 'Resolve and reopen issues.'],
  ['SCHEDULE_ISSUES', 'Schedule issues', 'View or edit the due date of an issue.'],
  ['SET_ISSUE_SECURITY', 'Set issue security', 'Set the level of security on an issue.'],
  ['TRANSITION_ISSUES', 'Transition issues', 'Transition issues.'],
  ['ADD_COMMENTS', 'Add comments', 'Comment on issues.'],
  ['EDIT_ALL_COMMENTS', 'Edit all comments', 'Edit all comments made on issues.'],
  ['EDIT_OWN_COMMENTS', 'Edit own comments', 'Edit own comments made on issues.'],
  ['DELETE_ALL_COMMENTS', 'Delete all comments', 'Delete all comments made on issues.'],
  ['DELETE_OWN_COMMENTS', 'Delete own comments', 'Delete own comments made on issues.'],
  ['CREATE_ATTACHMENTS', 'Create attachments', 'Create attachments.'],
  ['DELETE_ALL_ATTACHMENTS', 'Delete all attachments', 'Delete all attachments of issues.'],
  ['DELETE_OWN_ATTACHMENTS', 'Delete own attachments', 'Delete own attachments of issues.'],
  ['WORK_ON_ISSUES', 'Work on issues', 'Log work done against an issue.'],
  ['MANAGE_WATCHERS', 'Manage watchers', 'Manage the watchers of an issue.'],
  ['VIEW_VOTERS_AND_WATCHERS', 'View voters and watchers', 'View the voters and watchers of an issue.'],
] as const;

const BUILT_IN = [...GLOBAL.map(define('GLOBAL')), ...PROJECT.map(define('PROJECT'))];

/** Every permission of the site: Jira's own and those of the app's manifest, under their ARIs. */
export function permissionCatalogue(site: Site): ReadonlyMap<string, PermissionDefinition> {
  const fromApp = (['jira:globalPermission', 'jira:projectPermission'] as const).flatMap((module) =>
    site.app.modules[module].map((permission) => ({
      key: moduleAri(site, permission.key),
      name: permission.name,
      description: permission.description,
      type: module === 'jira:globalPermission' ? ('GLOBAL' as const) : ('PROJECT' as const),
    })),
  );
  return new Map([...BUILT_IN, ...fromApp].map((permission) => [permission.key, permission]));
}

/** The project permissions that the default scheme gives to everybody who is logged in. */
export const EVERYDAY_PERMISSIONS: readonly string[] = PROJECT.map(([key]) => key).filter(
  (key) =>
    ![
      'ADMINISTER_PROJECTS',
      'DELETE_ISSUES',
      'EDIT_ALL_COMMENTS',
      'DELETE_ALL_COMMENTS',
      'DELETE_ALL_ATTACHMENTS',
      'SET_ISSUE_SECURITY',
      'MANAGE_WATCHERS',
    ].includes(key),
);

/** The project permissions that the default scheme gives to the role Administrators. */
export const ADMINISTRATOR_PERMISSIONS: readonly string[] = PROJECT.map(([key]) => key).filter(
  (key) => !EVERYDAY_PERMISSIONS.includes(key),
);

/** Global permissions that everybody who is logged in holds on a new site. */
export const EVERYDAY_GLOBAL_PERMISSIONS: readonly string[] = ['USER_PICKER', 'CREATE_SHARED_OBJECTS', 'BULK_CHANGE'];
