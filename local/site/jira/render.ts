import type { IssueType, LinkType, Project, Status, StatusCategory } from './model/entities';
import type { Site } from './site';

/** The REST forms of the small entities that others embed. */

const SIZES = [48, 24, 16, 32] as const;

const avatarUrls = (site: Site, path: string): Record<string, string> =>
  Object.fromEntries(SIZES.map((size) => [`${size}x${size}`, `${site.baseUrl}${path}?size=${size}`]));

/** `UserDetails` of an account; null when it does not exist. The e-mail address is hidden, as people's default is. */
export function renderUser(site: Site, accountId: string): Record<string, unknown> | null {
  const user = site.store.users.get(accountId);
  if (!user) return null;
  return {
    self: `${site.baseUrl}/rest/api/3/user?accountId=${encodeURIComponent(user.id)}`,
    accountId: user.id,
    accountType: user.accountType,
    displayName: user.displayName,
    active: user.active,
    timeZone: site.timeZone,
    avatarUrls: avatarUrls(site, `/avatar/user/${encodeURIComponent(user.id)}`),
  };
}

export function renderNamedValue(site: Site, type: 'priority' | 'resolution', id: string): Record<string, unknown> {
  const value = (type === 'priority' ? site.store.priorities : site.store.resolutions).get(id);
  const about =
    type === 'priority'
      ? { iconUrl: `${site.baseUrl}/images/icons/priorities/${id}.svg` }
      : { description: value?.description ?? '' };
  return { self: `${site.baseUrl}/rest/api/3/${type}/${id}`, id, name: value?.name ?? '', ...about };
}

const projectScope = (projectId: string | null) =>
  projectId === null ? {} : { scope: { type: 'PROJECT', project: { id: projectId } } };

/** `IssueTypeDetails`. */
export function renderIssueType(site: Site, type: IssueType): Record<string, unknown> {
  return {
    self: `${site.baseUrl}/rest/api/3/issuetype/${type.id}`,
    id: type.id,
    description: type.description,
    iconUrl: `${site.baseUrl}/rest/api/3/universal_avatar/view/type/issuetype/avatar/${type.avatarId}?size=medium`,
    name: type.name,
    subtask: type.hierarchyLevel === -1,
    avatarId: type.avatarId,
    hierarchyLevel: type.hierarchyLevel,
    ...projectScope(type.projectId),
  };
}

/** Jira's status categories; ids, keys and colours are the same on every site. */
const CATEGORIES: Readonly<Record<StatusCategory, { id: number; key: string; colorName: string; name: string }>> = {
  TODO: { id: 2, key: 'new', colorName: 'blue-gray', name: 'To Do' },
  IN_PROGRESS: { id: 4, key: 'indeterminate', colorName: 'yellow', name: 'In Progress' },
  DONE: { id: 3, key: 'done', colorName: 'green', name: 'Done' },
};

export function renderCategory(site: Site, category: StatusCategory): Record<string, unknown> {
  const values = CATEGORIES[category];
  return { self: `${site.baseUrl}/rest/api/3/statuscategory/${values.id}`, ...values };
}

export const STATUS_CATEGORIES = Object.keys(CATEGORIES) as StatusCategory[];

/** `StatusDetails`, as issues and projects embed it. */
export function renderStatus(site: Site, status: Status): Record<string, unknown> {
  return {
    self: `${site.baseUrl}/rest/api/3/status/${status.id}`,
    description: status.description,
    iconUrl: `${site.baseUrl}/images/icons/status_generic.gif`,
    name: status.name,
    id: status.id,
    statusCategory: renderCategory(site, status.category),
    ...projectScope(status.projectId),
  };
}

/** `ProjectDetails`, as issues and scopes embed it. */
export function renderProjectDetails(site: Site, project: Project): Record<string, unknown> {
  return {
    self: `${site.baseUrl}/rest/api/3/project/${project.id}`,
    id: project.id,
    key: project.key,
    name: project.name,
    projectTypeKey: project.projectTypeKey,
    simplified: project.style === 'next-gen',
    avatarUrls: avatarUrls(site, `/rest/api/3/universal_avatar/view/type/project/avatar/${project.id}`),
  };
}

export function renderLinkType(site: Site, type: LinkType): Record<string, unknown> {
  return {
    id: type.id,
    name: type.name,
    inward: type.inward,
    outward: type.outward,
    self: `${site.baseUrl}/rest/api/3/issueLinkType/${type.id}`,
  };
}
