import { z } from 'zod';
import { type Call, noContent, ok, queryInteger, type Route, route, self } from '../call';
import { badRequest } from '../errors';
import type { Dashboard, Gadget } from '../model/entities';
import {
  editableDashboard,
  gadgetOf,
  mayEdit,
  maySee,
  ownDashboard,
  ownerOfItem,
  visibleDashboard,
} from '../permissions/dashboards';
import { moduleAri, type Site } from '../site';
import { name } from './bodies';
import { readShare, renderShare, share, userBean } from './dashboard-shares';

const READ = 'read:jira-work';
const WRITE = 'write:jira-work';
/** Most gadgets on one dashboard (OpenAPI, "Add gadget to dashboard"). */
const MOST_GADGETS = 20;

const color = z.enum(['blue', 'red', 'yellow', 'green', 'cyan', 'purple', 'gray', 'white']);
const position = z.object({ column: z.number().int().min(0), row: z.number().int().min(0) });
const details = z.object({ name, sharePermissions: z.array(share), editPermissions: z.array(share) });

function render(call: Call, dashboard: Dashboard) {
  const { site, actor } = call;
  return {
    id: dashboard.id,
    self: self(site, `/dashboard/${dashboard.id}`),
    view: `${site.baseUrl}/dashboards/${dashboard.id}`,
    name: dashboard.name,
    isFavourite: false,
    isWritable: mayEdit(site, actor, dashboard),
    systemDashboard: false,
    owner: userBean(site, dashboard.ownerId),
    sharePermissions: dashboard.sharePermissions.map((each) => renderShare(call, each)),
    editPermissions: dashboard.editPermissions.map((each) => renderShare(call, each)),
  };
}

function readDetails(call: Call): Pick<Dashboard, 'name' | 'sharePermissions' | 'editPermissions'> {
  const input = call.body(details);
  return {
    name: input.name,
    sharePermissions: input.sharePermissions.map((each) => readShare(call, each)),
    editPermissions: input.editPermissions.map((each) => readShare(call, each)),
  };
}

function listDashboards(call: Call) {
  const { site, actor } = call;
  const filter = call.query.get('filter');
  if (filter !== null && filter !== 'my' && filter !== 'favourite')
    throw badRequest(`The filter must be 'my' or 'favourite', not '${filter}'.`);
  const found = site.store.dashboards.all().filter((each) => {
    if (filter === 'favourite') return false;
    return filter === 'my' ? each.ownerId === actor.accountId : maySee(site, actor, each);
  });
  const startAt = queryInteger(call, 'startAt', 0);
  const maxResults = queryInteger(call, 'maxResults', 20, 1000);
  const dashboards = found.slice(startAt, startAt + maxResults).map((each) => render(call, each));
  return ok({ startAt, maxResults, total: found.length, dashboards }, dashboards.length);
}

function removeProperties(site: Site, gadget: Gadget): void {
  for (const { id } of site.store.properties.by('owner', ownerOfItem(gadget))) site.store.properties.delete(id);
}

function removeDashboard(call: Call) {
  const dashboard = ownDashboard(call.site, call.actor, call.param('id'));
  for (const gadget of dashboard.gadgets) removeProperties(call.site, gadget);
  call.site.store.dashboards.delete(dashboard.id);
  return noContent();
}

const availableGadgets = (site: Site) =>
  site.app.modules['jira:dashboardGadget'].map(({ key, title }) => ({ moduleKey: moduleAri(site, key), title }));

const renderGadget = ({ row, column, ...gadget }: Gadget) => ({
  ...gadget,
  position: { column, row },
});

function listGadgets(call: Call) {
  const dashboard = visibleDashboard(call.site, call.actor, call.param('dashboardId'));
  const keys = call.query.getAll('moduleKey');
  const ids = call.query.getAll('gadgetId');
  const gadgets = dashboard.gadgets
    .filter(({ moduleKey }) => keys.length === 0 || keys.includes(moduleKey))
    .filter(({ id }) => ids.length === 0 || ids.includes(String(id)))
    .sort((a, b) => a.column - b.column || a.row - b.row);
  return ok({ gadgets: gadgets.map(renderGadget) }, gadgets.length);
}

/** Gadgets with this one among them: where its place is taken, that one and those below it move down (OpenAPI, `position`). */
function placed(gadgets: readonly Gadget[], wanted: Gadget): Gadget[] {
  const others = gadgets.filter(({ id }) => id !== wanted.id);
  const isTaken = others.some(({ column, row }) => column === wanted.column && row === wanted.row);
  const makeRoom = (each: Gadget) =>
    isTaken && each.column === wanted.column && each.row >= wanted.row ? { ...each, row: each.row + 1 } : each;
  return [...others.map(makeRoom), wanted];
}

function addGadget(call: Call) {
  const dashboard = editableDashboard(call.site, call.actor, call.param('dashboardId'));
  const input = call.body(
    z.object({
      moduleKey: z.string({ error: 'must be the key of a gadget; those with a URI are not part of this site' }),
      title: name.optional(),
      color: color.default('blue'),
      position: position.optional(),
    }),
  );
  const module = availableGadgets(call.site).find(({ moduleKey }) => moduleKey === input.moduleKey);
  if (!module) throw badRequest(`The gadget '${input.moduleKey}' is not available on this site.`);
  if (dashboard.gadgets.length >= MOST_GADGETS)
    throw badRequest(`A dashboard holds at most ${MOST_GADGETS} gadgets. Remove one first.`);
  const column = input.position?.column ?? 0;
  const below = dashboard.gadgets.filter((each) => each.column === column).map((each) => each.row + 1);
  const gadget: Gadget = {
    id: Number(call.site.store.nextId('gadget')),
    title: input.title ?? module.title,
    moduleKey: module.moduleKey,
    color: input.color,
    column,
    row: input.position?.row ?? Math.max(0, ...below),
  };
  call.site.store.dashboards.put({ ...dashboard, gadgets: placed(dashboard.gadgets, gadget) });
  return ok(renderGadget(gadget));
}

function changeGadget(call: Call) {
  const dashboard = editableDashboard(call.site, call.actor, call.param('dashboardId'));
  const gadget = gadgetOf(dashboard, call.param('gadgetId'));
  const input = call.body(z.object({ title: name.optional(), color: color.optional(), position: position.optional() }));
  const changed: Gadget = {
    ...gadget,
    title: input.title ?? gadget.title,
    color: input.color ?? gadget.color,
    column: input.position?.column ?? gadget.column,
    row: input.position?.row ?? gadget.row,
  };
  call.site.store.dashboards.put({ ...dashboard, gadgets: placed(dashboard.gadgets, changed) });
  return noContent();
}

function removeGadget(call: Call) {
  const dashboard = editableDashboard(call.site, call.actor, call.param('dashboardId'));
  const gadget = gadgetOf(dashboard, call.param('gadgetId'));
  removeProperties(call.site, gadget);
  const gadgets = dashboard.gadgets.filter(({ id }) => id !== gadget.id);
  call.site.store.dashboards.put({ ...dashboard, gadgets });
  return noContent();
}

const GADGETS = '/dashboard/{dashboardId}/gadget';

export const dashboardRoutes: readonly Route[] = [
  route('GET', '/dashboard', 'anyone', READ, listDashboards),
  route('POST', '/dashboard', 'user', WRITE, (call) => {
    const ownerId = call.actor.accountId ?? '';
    const { dashboards } = call.site.store;
    const id = call.site.store.nextId('dashboard');
    return ok(render(call, dashboards.put({ id, ownerId, gadgets: [], ...readDetails(call) })));
  }),
  route('GET', '/dashboard/gadgets', 'user', READ, (call) => {
    const gadgets = availableGadgets(call.site);
    return ok({ gadgets }, gadgets.length);
  }),
  route('GET', '/dashboard/{id}', 'anyone', READ, (call) =>
    ok(render(call, visibleDashboard(call.site, call.actor, call.param('id')))),
  ),
  route('PUT', '/dashboard/{id}', 'user', WRITE, (call) => {
    const before = ownDashboard(call.site, call.actor, call.param('id'));
    return ok(render(call, call.site.store.dashboards.put({ ...before, ...readDetails(call) })));
  }),
  route('DELETE', '/dashboard/{id}', 'user', WRITE, removeDashboard),
  route('GET', GADGETS, 'anyone', READ, listGadgets),
  // The description asks for both scopes here.
  { ...route('POST', GADGETS, 'user', WRITE, addGadget), scopes: [READ, WRITE] },
  route('PUT', `${GADGETS}/{gadgetId}`, 'user', WRITE, changeGadget),
  route('DELETE', `${GADGETS}/{gadgetId}`, 'user', WRITE, removeGadget),
];
