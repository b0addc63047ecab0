import { forbidden, notFound } from '../errors';
import type { Dashboard, Gadget, SharePermission } from '../model/entities';
import type { Site } from '../site';
import { hasProject } from './access';
import type { Actor } from './actor';
import { hasRole, isLicensed } from './holders';

function isSharedWith(site: Site, actor: Actor, { type, holder, roleId }: SharePermission): boolean {
  if (type === 'global') return true;
  if (type === 'project') {
    const project = site.store.projects.get(holder);
    if (!project || !hasProject(site, actor, 'BROWSE_PROJECTS', project)) return false;
    return roleId === undefined || hasRole(site, actor.accountId, roleId, project);
  }
  const { accountId } = actor;
  if (accountId === null || !(actor.isApp || isLicensed(site, accountId))) return false;
  if (type === 'group') return site.store.groups.get(holder)?.members.includes(accountId) ?? false;
  return type === 'authenticated' || holder === accountId;
}

/** Whether somebody may change a dashboard and its gadgets: its owner, and those it is shared with to edit. */
export const mayEdit = (site: Site, actor: Actor, dashboard: Dashboard): boolean =>
  actor.accountId !== null &&
  (dashboard.ownerId === actor.accountId ||
    dashboard.editPermissions.some((share) => isSharedWith(site, actor, share)));

export const maySee = (site: Site, actor: Actor, dashboard: Dashboard): boolean =>
  mayEdit(site, actor, dashboard) || dashboard.sharePermissions.some((share) => isSharedWith(site, actor, share));

/** The dashboard, for those who may see it. Errors: 404 for all others. */
export function visibleDashboard(site: Site, actor: Actor, id: string): Dashboard {
  const dashboard = site.store.dashboards.get(id);
  if (!dashboard || !maySee(site, actor, dashboard)) throw notFound(`The dashboard with id '${id}' does not exist.`);
  return dashboard;
}

/** The dashboard, for those who may edit it. Errors: 404, as the description has no 403 for gadgets. */
export function editableDashboard(site: Site, actor: Actor, id: string): Dashboard {
  const dashboard = visibleDashboard(site, actor, id);
  if (!mayEdit(site, actor, dashboard)) throw notFound(`You may not edit the dashboard with id '${id}'.`);
  return dashboard;
}

/** The dashboard, for its owner. Errors: 404 for all others. */
export function ownDashboard(site: Site, actor: Actor, id: string): Dashboard {
  const dashboard = visibleDashboard(site, actor, id);
  if (dashboard.ownerId !== actor.accountId) throw notFound(`You do not own the dashboard with id '${id}'.`);
  return dashboard;
}

export function gadgetOf(dashboard: Dashboard, id: string): Gadget {
  const gadget = dashboard.gadgets.find((each) => String(each.id) === id);
  if (!gadget) throw notFound(`The dashboard has no gadget with id '${id}'.`);
  return gadget;
}

export const ownerOfItem = (gadget: Pick<Gadget, 'id'>): string => `dashboarditem:${gadget.id}`;

/** The owner of an item's properties. Errors: 404 for those who may not see the dashboard, 403 for a change by a reader. */
export function itemOwner(
  site: Site,
  actor: Actor,
  { dashboardId, itemId }: { dashboardId: string; itemId: string },
  change: boolean,
): string {
  const dashboard = visibleDashboard(site, actor, dashboardId);
  const gadget = gadgetOf(dashboard, itemId);
  if (change && !mayEdit(site, actor, dashboard)) throw forbidden('You may not edit this dashboard.');
  return ownerOfItem(gadget);
}
