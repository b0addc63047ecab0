import type { Issue, Project } from '../model/entities';
import type { SecurityLevel, SecurityScheme } from '../model/security';
import type { Site } from '../site';
import type { Actor } from './actor';
import { isHolder, isLicensed, type People } from './holders';

/** The field that holds an issue's security level. */
export const SECURITY = 'security';

/** The scheme of a project, where it has one; team-managed projects have none. */
export const schemeOf = (site: Site, project: Project | undefined): SecurityScheme | undefined =>
  project?.securitySchemeId === undefined ? undefined : site.store.securitySchemes.get(project.securitySchemeId);

/** A level of any scheme of the site. */
export function levelNamed(site: Site, id: string): { scheme: SecurityScheme; level: SecurityLevel } | undefined {
  for (const scheme of site.store.securitySchemes.all()) {
    const level = scheme.levels.find((one) => one.id === id);
    if (level) return { scheme, level };
  }
  return undefined;
}

/** The level of an issue; a sub-task has that of its parent (Jira: "Configure issue security schemes"). */
export function levelIdOf(site: Site, issue: Pick<Issue, 'typeId' | 'values'>): string | undefined {
  const isSubtask = site.store.issueTypes.get(issue.typeId)?.hierarchyLevel === -1;
  const parent = isSubtask ? site.store.issues.get(String(issue.values.parent)) : undefined;
  const id = (parent ?? issue).values[SECURITY];
  return typeof id === 'string' ? id : undefined;
}

/**
 * Whether somebody is a member of a level. The app is one only where the level names it, its group or a role that it has;
 * whoever administers Jira has no advantage.
 */
export function isMember(site: Site, actor: Actor, level: SecurityLevel, project: Project, people: People): boolean {
  const { accountId, isApp } = actor;
  if (level.members.some(({ holder }) => holder.type === 'anyone')) return true;
  if (accountId === null || !(isApp || isLicensed(site, accountId))) return false;
  return level.members.some(
    ({ holder }) => (holder.type !== 'applicationRole' || !isApp) && isHolder(site, accountId, holder, project, people),
  );
}

/** Whether an issue's security level lets somebody see it. A level that the project's scheme lacks is none. */
export function passesSecurity(site: Site, actor: Actor, issue: Issue): boolean {
  const project = site.store.projects.get(issue.projectId);
  const scheme = schemeOf(site, project);
  if (!project || !scheme) return true;
  const id = levelIdOf(site, issue);
  const level = scheme.levels.find((one) => one.id === id);
  return level === undefined || isMember(site, actor, level, project, issue);
}
