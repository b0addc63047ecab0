import { z } from 'zod';
import { type Call, noContent, ok, page, queryList, type Route, route } from '../call';
import { badRequest, notFound } from '../errors';
import type { Status } from '../model/entities';
import { renderCategory, renderStatus, STATUS_CATEGORIES } from '../render';

const READ = 'read:jira-work';
const MANAGE = 'manage:jira-configuration';
/** OpenAPI, "Bulk get statuses". */
const IDS_A_REQUEST = 50;

const CATEGORY = z.enum(['TODO', 'IN_PROGRESS', 'DONE']);

/** `JiraStatus`. */
const jiraStatus = (status: Status) => ({
  id: status.id,
  name: status.name,
  statusCategory: status.category,
  scope: status.projectId === null ? { type: 'GLOBAL' } : { type: 'PROJECT', project: { id: status.projectId } },
  description: status.description,
});

/** A name is taken once for the site and once for each team-managed project; a clash is a 400, not a 409. */
export function newStatus(
  call: Call,
  input: { name: string; statusCategory: Status['category']; description?: string | undefined },
  projectId: string | null,
): Status {
  const { store } = call.site;
  const taken = store.statuses.find(
    (status) => status.projectId === projectId && status.name.toLowerCase() === input.name.toLowerCase(),
  );
  if (taken) throw badRequest(`A status with the name '${taken.name}' exists already.`);
  return store.statuses.put({
    id: store.nextId('status'),
    name: input.name,
    description: input.description ?? '',
    category: input.statusCategory,
    projectId,
  });
}

const createBody = z.object({
  scope: z.object({ type: z.enum(['GLOBAL', 'PROJECT']), project: z.object({ id: z.string() }).optional() }),
  statuses: z
    .array(
      z.object({
        name: z.string().trim().min(1).max(255),
        statusCategory: CATEGORY,
        description: z.string().optional(),
      }),
    )
    .min(1),
});

const updateBody = z.object({
  statuses: z
    .array(
      z.object({
        id: z.string(),
        name: z.string().trim().min(1).max(255),
        statusCategory: CATEGORY,
        description: z.string().optional(),
      }),
    )
    .min(1),
});

function update(call: Call) {
  const { store } = call.site;
  for (const input of call.body(updateBody).statuses) {
    const status = store.statuses.get(input.id);
    if (!status) throw badRequest(`The status with id ${input.id} does not exist.`);
    const taken = store.statuses.find(
      (other) =>
        other.id !== status.id &&
        other.projectId === status.projectId &&
        other.name.toLowerCase() === input.name.toLowerCase(),
    );
    if (taken) throw badRequest(`A status with the name '${taken.name}' exists already.`);
    store.statuses.put({
      ...status,
      name: input.name,
      category: input.statusCategory,
      description: input.description ?? status.description,
    });
  }
  return noContent();
}

function byIds(call: Call): Status[] {
  const wanted = queryList(call, 'id');
  if (wanted.length === 0 || wanted.length > IDS_A_REQUEST) throw badRequest(`Give 1 to ${IDS_A_REQUEST} ids.`);
  return wanted.map((id) => call.site.store.statuses.get(id)).filter((status) => status !== undefined);
}

function remove(call: Call) {
  const { store } = call.site;
  for (const status of byIds(call)) {
    if (store.workflows.find((workflow) => workflow.statuses.some(({ statusId }) => statusId === status.id)))
      throw badRequest(`The status '${status.name}' is used by a workflow.`);
    store.statuses.delete(status.id);
  }
  return noContent();
}

function search(call: Call) {
  const text = (call.query.get('searchString') ?? '').toLowerCase();
  const projectId = call.query.get('projectId');
  const category = call.query.get('statusCategory');
  const found = call.site.store.statuses
    .all()
    .filter((status) => status.projectId === projectId || (projectId === null && status.projectId === null))
    .filter(
      (status) => status.name.toLowerCase().includes(text) && (category === null || status.category === category),
    );
  return page(call, '/statuses/search', found, jiraStatus, { size: 200, most: 200 });
}

export const statusRoutes: readonly Route[] = [
  route('POST', '/statuses', 'admin', MANAGE, (call) => {
    const input = call.body(createBody);
    const projectId = input.scope.type === 'GLOBAL' ? null : (input.scope.project?.id ?? null);
    if (input.scope.type === 'PROJECT' && call.site.store.projects.get(projectId ?? '')?.style !== 'next-gen')
      throw badRequest('A project scope needs the id of a team-managed project.');
    const statuses = input.statuses.map((status) => newStatus(call, status, projectId));
    return ok(statuses.map(jiraStatus), statuses.length);
  }),
  route('GET', '/statuses', 'user', MANAGE, (call) => {
    const statuses = byIds(call);
    return ok(statuses.map(jiraStatus), statuses.length);
  }),
  route('PUT', '/statuses', 'admin', MANAGE, update),
  route('DELETE', '/statuses', 'admin', MANAGE, remove),
  route('GET', '/statuses/search', 'user', MANAGE, search),
  route('GET', '/status', 'anyone', READ, (call) => {
    const statuses = call.site.store.statuses.all();
    return ok(
      statuses.map((status) => renderStatus(call.site, status)),
      statuses.length,
    );
  }),
  route('GET', '/status/{idOrName}', 'anyone', READ, (call) => {
    const text = call.param('idOrName');
    const status = call.site.store.statuses.get(text) ?? call.site.store.statuses.find((one) => one.name === text);
    if (!status) throw notFound(`The status '${text}' does not exist.`);
    return ok(renderStatus(call.site, status));
  }),
  route('GET', '/statuscategory', 'anyone', READ, (call) =>
    ok(
      STATUS_CATEGORIES.map((category) => renderCategory(call.site, category)),
      STATUS_CATEGORIES.length,
    ),
  ),
];
