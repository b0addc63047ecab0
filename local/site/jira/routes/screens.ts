import { z } from 'zod';
import { type Call, created, noContent, ok, page, queryList, type Route, route } from '../call';
import { badRequest, notFound } from '../errors';
import { allFields, fieldById } from '../fields/registry';
import type { Screen, ScreenTab } from '../model/entities';
import { administeredProject, requireAdmin } from '../permissions/access';
import { name } from './bodies';

const SCREENS = 'manage:jira-project';

function screenOf(call: Call): Screen {
  const screen = call.site.store.screens.get(call.param('screenId'));
  if (!screen) throw notFound(`The screen with id ${call.param('screenId')} was not found.`);
  return screen;
}

function tabOf(call: Call, screen: Screen): ScreenTab {
  const tab = screen.tabs.find((candidate) => String(candidate.id) === call.param('tabId'));
  if (!tab) throw notFound(`The tab with id ${call.param('tabId')} was not found on the screen.`);
  return tab;
}

/** Tabs and fields may be read by a project's administrators too, who name the project (OpenAPI, "Get all screen tabs"). */
function mayRead(call: Call): void {
  const projectKey = call.query.get('projectKey');
  if (projectKey === null) requireAdmin(call.site, call.actor);
  else administeredProject(call.site, call.actor, projectKey);
}

const bean = (screen: Screen) => ({ id: Number(screen.id), name: screen.name, description: screen.description });
const fieldBean = (call: Call, fieldId: string) => ({
  id: fieldId,
  name: fieldById(call.site, fieldId)?.name ?? fieldId,
});

function checkName(call: Call, wanted: string, except?: string): void {
  if (call.site.store.screens.find((screen) => screen.name === wanted && screen.id !== except))
    throw badRequest(`A screen named '${wanted}' exists already.`);
}

const body = z.object({ name, description: z.string().max(255).optional() });

function create(call: Call) {
  const { store } = call.site;
  const input = call.body(body);
  checkName(call, input.name);
  const screen = store.screens.put({
    id: store.nextId('screen'),
    name: input.name,
    description: input.description ?? '',
    tabs: [{ id: Number(store.nextId('tab')), name: 'Field Tab', fields: [] }],
  });
  return created(bean(screen));
}

function remove(call: Call) {
  const { store } = call.site;
  const screen = screenOf(call);
  const inScheme = store.screenSchemes.find((scheme) => Object.values(scheme.screens).includes(screen.id));
  const inWorkflow = store.workflows.find((workflow) =>
    workflow.transitions.some((one) => one.transitionScreen?.parameters.screenId === screen.id),
  );
  if (inScheme || inWorkflow) throw badRequest('The screen is used by a screen scheme or a workflow.');
  store.screens.delete(screen.id);
  return noContent();
}

function addField(call: Call) {
  const screen = screenOf(call);
  const tab = tabOf(call, screen);
  const { fieldId } = call.body(z.object({ fieldId: z.string() }));
  if (!fieldById(call.site, fieldId)?.screenable)
    throw badRequest(`The field '${fieldId}' does not exist or cannot be on a screen.`);
  if (screen.tabs.some((one) => one.fields.includes(fieldId)))
    throw badRequest(`The field '${fieldId}' is already on the screen.`);
  replaceTab(call, screen, { ...tab, fields: [...tab.fields, fieldId] });
  return ok(fieldBean(call, fieldId));
}

function removeField(call: Call) {
  const screen = screenOf(call);
  const tab = tabOf(call, screen);
  if (!tab.fields.includes(call.param('id'))) throw notFound('The field is not on the tab.');
  replaceTab(call, screen, { ...tab, fields: tab.fields.filter((fieldId) => fieldId !== call.param('id')) });
  return noContent();
}

function replaceTab(call: Call, screen: Screen, tab: ScreenTab): void {
  call.site.store.screens.put({ ...screen, tabs: screen.tabs.map((other) => (other.id === tab.id ? tab : other)) });
}

function addTab(call: Call) {
  const screen = screenOf(call);
  const input = call.body(z.object({ name }));
  if (screen.tabs.some((tab) => tab.name === input.name))
    throw badRequest(`The screen has a tab named '${input.name}' already.`);
  const tab: ScreenTab = { id: Number(call.site.store.nextId('tab')), name: input.name, fields: [] };
  call.site.store.screens.put({ ...screen, tabs: [...screen.tabs, tab] });
  return ok({ id: tab.id, name: tab.name });
}

function renameTab(call: Call) {
  const screen = screenOf(call);
  const tab = tabOf(call, screen);
  const input = call.body(z.object({ name }));
  if (screen.tabs.some((other) => other.id !== tab.id && other.name === input.name))
    throw badRequest(`The screen has a tab named '${input.name}' already.`);
  replaceTab(call, screen, { ...tab, name: input.name });
  return ok({ id: tab.id, name: input.name });
}

const TABS = '/screens/{screenId}/tabs';

export const screenRoutes: readonly Route[] = [
  route('GET', '/screens', 'admin', SCREENS, (call) => {
    const wanted = queryList(call, 'id');
    const text = (call.query.get('queryString') ?? '').toLowerCase();
    const screens = call.site.store.screens
      .all()
      .filter(
        (screen) => (wanted.length === 0 || wanted.includes(screen.id)) && screen.name.toLowerCase().includes(text),
      );
    return page(call, '/screens', screens, bean);
  }),
  route('POST', '/screens', 'admin', SCREENS, create),
  route('PUT', '/screens/{screenId}', 'admin', SCREENS, (call) => {
    const screen = screenOf(call);
    const input = call.body(body.partial());
    if (input.name !== undefined) checkName(call, input.name, screen.id);
    return ok(
      bean(
        call.site.store.screens.put({
          ...screen,
          name: input.name ?? screen.name,
          description: input.description ?? screen.description,
        }),
      ),
    );
  }),
  route('DELETE', '/screens/{screenId}', 'admin', SCREENS, remove),
  route('GET', '/screens/{screenId}/availableFields', 'admin', SCREENS, (call) => {
    const used = new Set(screenOf(call).tabs.flatMap((tab) => tab.fields));
    const fields = allFields(call.site).filter((field) => field.screenable && !used.has(field.id));
    return ok(
      fields.map((field) => ({ id: field.id, name: field.name })),
      fields.length,
    );
  }),
  route('GET', TABS, 'user', SCREENS, (call) => {
    mayRead(call);
    const { tabs } = screenOf(call);
    return ok(
      tabs.map((tab) => ({ id: tab.id, name: tab.name })),
      tabs.length,
    );
  }),
  route('POST', TABS, 'admin', SCREENS, addTab),
  route('PUT', `${TABS}/{tabId}`, 'admin', SCREENS, renameTab),
  route('DELETE', `${TABS}/{tabId}`, 'admin', SCREENS, (call) => {
    const screen = screenOf(call);
    const tab = tabOf(call, screen);
    if (screen.tabs.length === 1) throw badRequest('The last tab of a screen cannot be deleted.');
    call.site.store.screens.put({ ...screen, tabs: screen.tabs.filter((other) => other !== tab) });
    return noContent();
  }),
  route('GET', `${TABS}/{tabId}/fields`, 'user', SCREENS, (call) => {
    mayRead(call);
    const { fields } = tabOf(call, screenOf(call));
    return ok(
      fields.map((fieldId) => fieldBean(call, fieldId)),
      fields.length,
    );
  }),
  route('POST', `${TABS}/{tabId}/fields`, 'admin', SCREENS, addField),
  route('DELETE', `${TABS}/{tabId}/fields/{id}`, 'admin', SCREENS, removeField),
];
