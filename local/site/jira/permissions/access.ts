import { forbidden, JiraError, notFound, unauthorized } from '../errors';
import type { Issue, PermissionGrant, Project } from '../model/entities';
import type { Site } from '../site';
import { isDeniedByStatus } from '../workflow/status-properties';
import type { Actor } from './actor';
import { isHolder, isLicensed } from './holders';
import { passesSecurity } from './security';

/**
 * What the app's own user may do follows its scopes
 * (https://developer.atlassian.com/platform/forge/manifest-reference/permissions/).
 */
const SCOPE_OF_PROJECT_PERMISSION = {
  BROWSE_PROJECTS: 'read:jira-work',
  ADMINISTER_PROJECTS: 'manage:jira-project',
} as const;

/** Whether somebody holds a global permission. */
export function hasGlobal(site: Site, actor: Actor, permission: string): boolean {
  if (actor.isApp) return actor.scopes.has('manage:jira-configuration');
  const { accountId } = actor;
  if (accountId === null) return false;
  if (!isLicensed(site, accountId)) return false;
  const grant = site.store.globalGrants.get(permission);
  if (!grant) return false;
  return grant.everyone || grant.groups.some((id) => site.store.groups.get(id)?.members.includes(accountId));
}

export const isAdmin = (site: Site, actor: Actor): boolean => hasGlobal(site, actor, 'ADMINISTER');

/** Whether somebody holds a project permission in a project, or for one issue of it. */
export function hasProject(site: Site, actor: Actor, permission: string, project: Project, issue?: Issue): boolean {
  if (project.deletedAt !== null) return false;
  if (project.archivedAt !== null && permission !== 'BROWSE_PROJECTS') return false;
  if (issue && isDeniedByStatus(site, project, issue, permission)) return false;
  if (actor.isApp) {
    const table: Readonly<Record<string, string>> = SCOPE_OF_PROJECT_PERMISSION;
    return actor.scopes.has(table[permission] ?? 'write:jira-work');
  }
  const scheme = site.store.permissionSchemes.get(project.permissionSchemeId);
  return (scheme?.grants ?? []).some(
    (grant) => grant.permission === permission && holds(site, actor.accountId, grant, project, issue),
  );
}

function holds(site: Site, accountId: string | null, grant: PermissionGrant, project: Project, issue?: Issue): boolean {
  if (grant.holder.type === 'anyone') return true;
  if (accountId === null || !isLicensed(site, accountId)) return false;
  return isHolder(site, accountId, grant.holder, project, issue);
}

/** Whether somebody may browse an issue. */
export function mayBrowse(site: Site, actor: Actor, issue: Issue): boolean {
  const project = site.store.projects.get(issue.projectId);
  if (!project || !hasProject(site, actor, 'BROWSE_PROJECTS', project, issue)) return false;
  return passesSecurity(site, actor, issue);
}

/** A test for many issues that asks each project only once where no grant depends on the issue. */
export function browseFilter(site: Site, actor: Actor): (issue: Issue) => boolean {
  const known = new Map<string, boolean>();
  return (issue) => {
    let whole = known.get(issue.projectId);
    if (whole === undefined) {
      const project = site.store.projects.get(issue.projectId);
      whole = project !== undefined && hasProject(site, actor, 'BROWSE_PROJECTS', project);
      known.set(issue.projectId, whole);
    }
    return whole ? passesSecurity(site, actor, issue) : mayBrowse(site, actor, issue);
  };
}

export function requireLogin(actor: Actor): string {
  if (actor.accountId === null) throw unauthorized();
  return actor.accountId;
}

export function requireAdmin(site: Site, actor: Actor): void {
  requireLogin(actor);
  if (!isAdmin(site, actor)) throw forbidden('Only Jira administrators can perform this operation.');
}

/** The project with that id or key, if it exists and may be browsed; otherwise 404, as Jira tells neither apart. */
export function visibleProject(site: Site, actor: Actor, idOrKey: string): Project {
  const project = site.store.projects.get(idOrKey) ?? site.store.projects.by('key', idOrKey.toUpperCase())[0];
  const gone = () => notFound(`No project could be found with ${/^\d+$/.test(idOrKey) ? 'id' : 'key'} '${idOrKey}'.`);
  if (!project || project.deletedAt !== null) throw gone();
  const visible = ['BROWSE_PROJECTS', 'ADMINISTER_PROJECTS'].some((key) => hasProject(site, actor, key, project));
  if (!visible && !isAdmin(site, actor)) throw gone();
  return project;
}

/** A project that the caller may administer: project administrator or Jira administrator. */
export function administeredProject(site: Site, actor: Actor, idOrKey: string): Project {
  const project = visibleProject(site, actor, idOrKey);
  if (isAdmin(site, actor) || hasProject(site, actor, 'ADMINISTER_PROJECTS', project)) return project;
  throw actor.accountId === null ? unauthorized() : forbidden('You cannot edit the configuration of this project.');
}

/** The issue with that id or key, if it exists and may be browsed; otherwise 404. */
export function visibleIssue(site: Site, actor: Actor, idOrKey: string): Issue {
  const issue = site.store.issues.get(idOrKey) ?? site.store.issues.by('key', idOrKey.toUpperCase())[0];
  if (!issue || !mayBrowse(site, actor, issue)) {
    throw notFound('Issue does not exist or you do not have permission to see it.');
  }
  return issue;
}

/** Whether an issue is found and can be changed: those of archived projects are only read, by whoever knows id or key. */
export const isLive = (site: Site, issue: Issue): boolean =>
  site.store.projects.get(issue.projectId)?.archivedAt === null;

/** Errors: `status` for an issue of an archived project. */
export function requireLive(site: Site, issue: Issue, status = 403): void {
  if (!isLive(site, issue))
    throw new JiraError(status, [`The issue ${issue.key} cannot be changed because its project is archived.`]);
}

/** The project of an issue in which the caller holds `permission`. */
export function requireOnIssue(site: Site, actor: Actor, permission: string, issue: Issue, status = 403): Project {
  const project = site.store.projects.get(issue.projectId);
  if (project && hasProject(site, actor, permission, project, issue)) return project;
  if (actor.accountId === null) throw unauthorized();
  requireLive(site, issue, status);
  throw new JiraError(status, [`You do not have the permission ${permission} for issue ${issue.key}.`]);
}
