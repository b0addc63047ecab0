import type { Issue, PermissionGrant, Project } from '../model/entities';
import { USERS_GROUP } from '../model/groups';
import type { Site } from '../site';

/** Whether an account may use Jira at all: an active person of the group that the licence goes by. */
export function isLicensed(site: Site, accountId: string): boolean {
  const user = site.store.users.get(accountId);
  return (
    user?.active === true &&
    user.accountType === 'atlassian' &&
    (site.store.groups.get(USERS_GROUP)?.members.includes(accountId) ?? false)
  );
}

const inGroup = (site: Site, accountId: string, id: string): boolean =>
  site.store.groups.get(id)?.members.includes(accountId) ?? false;

function isInRole(site: Site, accountId: string, roleId: string, project: Project): boolean {
  const actors = project.actors[roleId];
  return (
    actors !== undefined &&
    (actors.users.includes(accountId) || actors.groups.some((id) => inGroup(site, accountId, id)))
  );
}

/** Whether a person has a role in a project, alone or by a group. */
export const hasRole = (site: Site, accountId: string | null, roleId: string, project: Project): boolean =>
  accountId !== null && isLicensed(site, accountId) && isInRole(site, accountId, roleId, project);

/** The people of an issue on whom a grant may depend. */
export type People = Pick<Issue, 'values'>;

/** Whether an account is one of those whom a holder of a grant or of a level names. Says nothing of its licence. */
export function isHolder(
  site: Site,
  accountId: string,
  { type, parameter = '' }: PermissionGrant['holder'],
  project: Project,
  people?: People,
): boolean {
  switch (type) {
    case 'anyone':
    case 'applicationRole':
      return true;
    case 'group':
      return inGroup(site, accountId, parameter);
    case 'user':
      return parameter === accountId;
    case 'projectRole':
      return isInRole(site, accountId, parameter, project);
    case 'projectLead':
      return project.leadAccountId === accountId;
    case 'reporter':
    case 'assignee':
      return people?.values[type] === accountId;
    default:
      return false;
  }
}
