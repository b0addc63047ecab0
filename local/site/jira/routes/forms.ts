import { type Call, ok, type Reply, type Route } from '../call';
import { badRequest, forbidden, notFound } from '../errors';
import { fieldById } from '../fields/registry';
import { screenFor, settableFields, typesOfProject } from '../issues/screens';
import { hasProject, visibleProject } from '../permissions/access';

const OPERATIONS = ['create', 'edit'] as const;

/**
 * How Jira's own dialogs lay out a screen: its tabs with the fields that have a context, and what stands below each field. Jira
 * reads this from a source that is not public (its REST names neither tabs nor descriptions to people without administration),
 * so it lies under a path of the local site's own, for people alone.
 */
function form(call: Call): Reply {
  const { site, actor, query } = call;
  if (actor.throughApp) throw forbidden('Forms are laid out for people, not for apps.');
  const operation = OPERATIONS.find((one) => one === query.get('operation'));
  if (!operation) throw badRequest("The operation must be 'create' or 'edit'.");
  const project = visibleProject(site, actor, query.get('project') ?? '');
  const type = typesOfProject(site, project).find(({ id }) => id === query.get('issueType'));
  if (!type) throw notFound('The issue type is not one of the project.');
  if (operation === 'create' && !hasProject(site, actor, 'CREATE_ISSUES', project))
    throw badRequest('You cannot create issues in this project.');
  const settable = settableFields(site, project, type.id, operation);
  const tabs = (screenFor(site, project, type.id, operation)?.tabs ?? [])
    .map(({ name, fields }) => ({ name, fieldIds: fields.filter((id) => settable.has(id)) }))
    .filter(({ fieldIds }) => fieldIds.length > 0);
  const descriptions = [...settable.keys()].flatMap((id) => {
    const words = fieldById(site, id)?.custom?.description ?? '';
    return words === '' ? [] : [[id, words] as const];
  });
  return ok({ tabs, descriptions: Object.fromEntries(descriptions) });
}

export const formRoutes: readonly Route[] = [
  { method: 'GET', path: '/local/jira/form', scopes: [], access: 'user', handle: form },
];
