import { z } from 'zod';
import { type Call, self } from '../call';
import { badRequest } from '../errors';
import type { SharePermission } from '../model/entities';
import { hasProject } from '../permissions/access';
import { renderProjectDetails } from '../render';
import type { Site } from '../site';

const id = z.union([z.string(), z.number()]).transform(String);

/** A share as it is asked for: a role comes with its project, and is told from a whole project by being there. */
export const share = z.object({
  type: z.enum(['global', 'authenticated', 'loggedin', 'group', 'user', 'project', 'projectRole'], {
    error: 'must be global, authenticated, group, user, project or projectRole',
  }),
  group: z.object({ groupId: z.string().nullish(), name: z.string().nullish() }).optional(),
  user: z.object({ accountId: z.string() }).optional(),
  project: z.looseObject({ id }).optional(),
  role: z.looseObject({ id }).optional(),
});

type Share = z.infer<typeof share>;

/** Whom a dashboard is to be shared with. Errors: 400 for somebody or something that does not exist or is out of sight. */
export function readShare(call: Call, asked: Share): SharePermission {
  const id = Number(call.site.store.nextId('sharePermission'));
  switch (asked.type) {
    case 'group':
      return { id, type: 'group', holder: groupOf(call.site, asked) };
    case 'user':
      return { id, type: 'user', holder: personOf(call.site, asked) };
    case 'project':
    case 'projectRole':
      return { id, type: 'project', ...projectOf(call, asked) };
    default:
      return { id, type: asked.type === 'global' ? 'global' : 'authenticated', holder: '' };
  }
}

function groupOf({ store: { groups } }: Site, { group }: Share): string {
  const found = groups.get(group?.groupId ?? '') ?? groups.by('name', (group?.name ?? '').toLowerCase())[0];
  if (!found) throw badRequest('A dashboard is shared with a group that does not exist.');
  return found.id;
}

function personOf({ store: { users } }: Site, { user }: Share): string {
  const found = users.get(user?.accountId ?? '');
  if (!found) throw badRequest('A dashboard is shared with a person who does not exist.');
  return found.id;
}

function projectOf({ site, actor }: Call, { type, project, role }: Share): Pick<SharePermission, 'holder' | 'roleId'> {
  const found = site.store.projects.get(project?.id ?? '');
  if (!found || found.deletedAt !== null || !hasProject(site, actor, 'BROWSE_PROJECTS', found))
    throw badRequest('A dashboard is shared with a project that does not exist or that you may not browse.');
  if (role === undefined && type === 'project') return { holder: found.id };
  const roleId = site.store.roles.get(role?.id ?? '')?.id;
  if (roleId === undefined) throw badRequest('A dashboard is shared with a project role that does not exist.');
  return { holder: found.id, roleId };
}

/** A person as dashboards name them. */
export function userBean(site: Site, accountId: string) {
  const user = site.store.users.get(accountId);
  const { displayName = '', active = false } = user ?? {};
  return { self: self(site, `/user?accountId=${encodeURIComponent(accountId)}`), accountId, displayName, active };
}

/** A share as it is told to the caller, who learns nothing of a project out of sight. */
export function renderShare({ site, actor }: Call, { id, type, holder, roleId }: SharePermission) {
  switch (type) {
    case 'user':
      return { id, type, user: userBean(site, holder) };
    case 'group':
      return { id, type, group: { groupId: holder, name: site.store.groups.get(holder)?.name ?? '' } };
    case 'project': {
      const project = site.store.projects.get(holder);
      if (!project || !hasProject(site, actor, 'BROWSE_PROJECTS', project)) return { id, type: 'project-unknown' };
      const role = roleId === undefined ? undefined : site.store.roles.get(roleId);
      return {
        id,
        type,
        project: renderProjectDetails(site, project),
        ...(role
          ? {
              role: {
                self: self(site, `/project/${project.id}/role/${role.id}`),
                id: Number(role.id),
                name: role.name,
                description: role.description,
              },
            }
          : {}),
      };
    }
    default:
      return { id, type: type === 'global' ? 'global' : 'loggedin' };
  }
}
