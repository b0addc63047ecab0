import { z } from 'zod';
import { type Call, noContent, ok, queryList, type Route, route } from '../call';
import { badRequest, forbidden, notFound } from '../errors';
import type { Issue, Project } from '../model/entities';
import { hasGlobal, hasProject, isAdmin, visibleIssue, visibleProject } from '../permissions/access';
import { type Actor, personActor } from '../permissions/actor';
import { type PermissionDefinition, permissionCatalogue } from '../permissions/catalogue';
import { passesSecurity } from '../permissions/security';
import type { Site } from '../site';
import { PERSON_WEIGHT } from './users';

const described = (permission: PermissionDefinition) => ({
  id: permission.key,
  key: permission.key,
  name: permission.name,
  type: permission.type,
  description: permission.description,
});

/** Project or issue that `mypermissions` is asked about. */
function context(call: Call): { project: Project | null; issue: Issue | null } {
  const { site, actor, query } = call;
  const issueName = query.get('issueKey') ?? query.get('issueId');
  if (issueName !== null) {
    const issue = visibleIssue(site, actor, issueName);
    return { issue, project: site.store.projects.get(issue.projectId) ?? null };
  }
  const projectName = query.get('projectKey') ?? query.get('projectId');
  return { issue: null, project: projectName === null ? null : visibleProject(site, actor, projectName) };
}

/** Without a context a project permission counts as granted when it is granted in any project (OpenAPI, "Get my permissions"). */
function holds(
  site: Site,
  actor: Actor,
  permission: PermissionDefinition,
  project: Project | null,
  issue: Issue | null,
): boolean {
  if (permission.type === 'GLOBAL') return hasGlobal(site, actor, permission.key);
  if (project) return hasProject(site, actor, permission.key, project, issue ?? undefined);
  return site.store.projects.all().some((candidate) => hasProject(site, actor, permission.key, candidate));
}

function myPermissions(call: Call) {
  const keys = queryList(call, 'permissions');
  if (keys.length === 0) throw badRequest("The 'permissions' query parameter is required.");
  const catalogue = permissionCatalogue(call.site);
  const { project, issue } = context(call);
  const entries = keys.map((key) => {
    const permission = catalogue.get(key);
    if (!permission) throw badRequest(`Unrecognized permission: ${key}`);
    return [
      key,
      { ...described(permission), havePermission: holds(call.site, call.actor, permission, project, issue) },
    ] as const;
  });
  return ok({ permissions: Object.fromEntries(entries) }, entries.length, PERSON_WEIGHT);
}

const checkBody = z.object({
  accountId: z.string().optional(),
  globalPermissions: z.array(z.string()).default([]),
  projectPermissions: z
    .array(
      z.object({
        permissions: z.array(z.string()),
        projects: z.array(z.number().int()).default([]),
        issues: z.array(z.number().int()).default([]),
      }),
    )
    .default([]),
});

/** Of whom `/permissions/check` speaks: oneself, or somebody else for administrators and the app. */
function subject(call: Call, accountId: string | undefined): Actor {
  const { site, actor } = call;
  if (accountId === undefined || accountId === actor.accountId) return actor;
  if (!actor.isApp && !isAdmin(site, actor))
    throw forbidden('Only administrators can check the permissions of other users.');
  if (!site.store.users.get(accountId)) throw badRequest(`The user with account id '${accountId}' does not exist.`);
  return personActor(accountId);
}

function check(call: Call) {
  const { site } = call;
  const input = call.body(checkBody);
  const who = subject(call, input.accountId);
  const catalogue = permissionCatalogue(site);
  const known = (key: string, type: 'GLOBAL' | 'PROJECT') => {
    if (catalogue.get(key)?.type !== type) throw badRequest(`Unrecognized permission: ${key}`);
  };
  for (const key of input.globalPermissions) known(key, 'GLOBAL');
  const projectPermissions = input.projectPermissions.flatMap((entry) =>
    entry.permissions.map((permission) => {
      known(permission, 'PROJECT');
      return {
        permission,
        projects: entry.projects.filter((id) => {
          const project = site.store.projects.get(String(id));
          return project !== undefined && hasProject(site, who, permission, project);
        }),
        issues: entry.issues.filter((id) => {
          const issue = site.store.issues.get(String(id));
          const project = issue && site.store.projects.get(issue.projectId);
          if (!project || !passesSecurity(site, who, issue)) return false;
          return hasProject(site, who, permission, project, issue);
        }),
      };
    }),
  );
  const globalPermissions = input.globalPermissions.filter((key) => hasGlobal(site, who, key));
  return ok(
    { projectPermissions, globalPermissions },
    projectPermissions.length + globalPermissions.length,
    PERSON_WEIGHT,
  );
}

function permittedProjects(call: Call) {
  const { permissions } = call.body(z.object({ permissions: z.array(z.string()) }));
  const projects = call.site.store.projects
    .all()
    .filter((project) => permissions.every((key) => hasProject(call.site, call.actor, key, project)))
    .map((project) => ({ id: Number(project.id), key: project.key }));
  return ok({ projects }, projects.length);
}

/**
 * Who holds a global permission. Jira has no public REST for it (administrators use a settings page), so this lies under
 * a path of the local site's own.
 */
const LOCAL_GRANTS = '/local/jira/global-permissions';

function grantOf(call: Call) {
  const key = call.query.get('permission') ?? '';
  if (permissionCatalogue(call.site).get(key)?.type !== 'GLOBAL')
    throw notFound(`There is no global permission '${key}'.`);
  return call.site.store.globalGrants.get(key) ?? { id: key, groups: [], everyone: false };
}

export const permissionRoutes: readonly Route[] = [
  route('GET', '/mypermissions', 'anyone', 'read:jira-work', myPermissions),
  route('POST', '/permissions/check', 'user', null, check),
  route('POST', '/permissions/project', 'user', 'read:jira-work', permittedProjects),
  route('GET', '/permissions', 'user', 'manage:jira-configuration', (call) => {
    const all = [...permissionCatalogue(call.site).values()];
    return ok(
      { permissions: Object.fromEntries(all.map((one) => [one.key, described(one)])) },
      all.length,
      PERSON_WEIGHT,
    );
  }),
  {
    method: 'GET',
    path: LOCAL_GRANTS,
    scopes: [],
    access: 'admin',
    handle: (call) =>
      ok(
        [...permissionCatalogue(call.site).values()]
          .filter((one) => one.type === 'GLOBAL')
          .map((one) => ({
            ...described(one),
            groups: call.site.store.globalGrants.get(one.key)?.groups ?? [],
            everyone: call.site.store.globalGrants.get(one.key)?.everyone ?? false,
          })),
      ),
  },
  {
    method: 'PUT',
    path: LOCAL_GRANTS,
    scopes: [],
    access: 'admin',
    handle: (call) => {
      if (call.actor.throughApp) throw forbidden('An app cannot change who holds a global permission.');
      const input = call.body(z.object({ groups: z.array(z.string()), everyone: z.boolean() }));
      const unknown = input.groups.find((id) => !call.site.store.groups.get(id));
      if (unknown !== undefined) throw badRequest(`There is no group with the id '${unknown}'.`);
      call.site.store.globalGrants.put({ ...grantOf(call), ...input });
      return noContent();
    },
  },
];
