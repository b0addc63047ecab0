import { getAppContext, route } from '@forge/api';
import { z } from 'zod';
import { readJira, requestJira } from './request';

/** The app's global permissions, by their keys in the manifest. */
export type AppPermission = 'manage-aims' | 'decide-aims' | 'approve-aims-top' | 'audit-aims' | 'view-figures';

/** Custom permissions are known to Jira by the address of their module. */
function permissionKey(permission: AppPermission): string {
  const { appAri, environmentAri } = getAppContext();
  return `ari:cloud:ecosystem::extension/${appAri.appId}/${environmentAri.environmentId}/static/${permission}`;
}

const answerSchema = z.object({ permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })) });

/** Where a permission is asked about; null for global ones. */
type Place = { projectId: string } | { issueId: string } | null;

/** Which of the permissions the user of this invocation has, asked as that user. */
async function myPermissions(keys: readonly string[], place: Place = null): Promise<boolean[]> {
  const list = keys.join(',');
  const at =
    place === null
      ? route`/rest/api/3/mypermissions?permissions=${list}`
      : 'issueId' in place
        ? route`/rest/api/3/mypermissions?permissions=${list}&issueId=${place.issueId}`
        : route`/rest/api/3/mypermissions?permissions=${list}&projectId=${place.projectId}`;
  const answer = await requestJira({ as: 'user', method: 'GET', route: at, accept: [400, 401, 403, 404] });
  const parsed = answerSchema.safeParse(answer.body);
  return keys.map((key) => parsed.success && parsed.data.permissions[key]?.havePermission === true);
}

export async function hasAppPermission(permission: AppPermission): Promise<boolean> {
  return (await hasAppPermissions([permission]))[0] === true;
}

/** What a permission includes: whoever approves as top management approves everything else, too. */
const INCLUDED_IN: Partial<Record<AppPermission, AppPermission>> = { 'decide-aims': 'approve-aims-top' };

/** As `hasAppPermission`, of several, in their order: one call. */
export async function hasAppPermissions(permissions: readonly AppPermission[]): Promise<boolean[]> {
  const asked = [...new Set(permissions.flatMap((one) => [one, INCLUDED_IN[one] ?? one]))];
  const held = await myPermissions(asked.map(permissionKey));
  const holds = (one: AppPermission): boolean => held[asked.indexOf(one)] === true;
  return permissions.map((one) => holds(one) || holds(INCLUDED_IN[one] ?? one));
}

/**
 * Whether the user may view the figures of the organisation, and browse a project or an issue, where one is named: one call.
 * Both are false of somebody without Jira, and of what does not exist.
 */
export async function mayView(place: Place): Promise<{ organisation: boolean; browses: boolean }> {
  const [organisation, browses] = await myPermissions([permissionKey('view-figures'), 'BROWSE_PROJECTS'], place);
  return { organisation: organisation === true, browses: place !== null && browses === true };
}

const permittedSchema = z.object({ projects: z.array(z.object({ id: z.union([z.number(), z.string()]) })) });

/** Ids of the projects that the user may browse, in one call ("Get permitted projects", Jira REST v3). */
export async function browsableProjects(): Promise<Set<string>> {
  const { projects } = await readJira(
    {
      as: 'user',
      method: 'POST',
      route: route`/rest/api/3/permissions/project`,
      body: { permissions: ['BROWSE_PROJECTS'] },
    },
    permittedSchema,
  );
  return new Set(projects.map(({ id }) => String(id)));
}

/** A Jira administrator who may also manage the AIMS. */
export async function mayAdminister(): Promise<boolean> {
  const [administrator, manager] = await myPermissions(['ADMINISTER', permissionKey('manage-aims')]);
  return administrator === true && manager === true;
}

/**
 * Which of the permissions somebody else has, asked as the app ("Get bulk permissions", Jira REST v3); null where Jira does not
 * tell, as of an account that it knows no more.
 */
export async function permissionsOf(
  accountId: string,
  permissions: readonly AppPermission[],
): Promise<AppPermission[] | null> {
  const answer = await requestJira({
    as: 'app',
    method: 'POST',
    route: route`/rest/api/3/permissions/check`,
    body: { accountId, globalPermissions: permissions.map(permissionKey) },
    accept: [400, 403, 404],
  });
  const held = heldSchema.safeParse(answer.body);
  return held.success ? permissions.filter((one) => held.data.globalPermissions.includes(permissionKey(one))) : null;
}

const heldSchema = z.object({ globalPermissions: z.array(z.string()) });
