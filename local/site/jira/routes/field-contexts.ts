import { z } from 'zod';
import { type Call, created, noContent, ok, page, queryList, type Route, route } from '../call';
import { badRequest, conflict, notFound } from '../errors';
import { coveringContext, hasOptions } from '../fields/registry';
import type { FieldContext } from '../model/entities';
import { description, id, ids, name } from './bodies';
import { customField } from './fields';

const MANAGE = 'manage:jira-configuration';
/** OpenAPI, "Create custom field options (context)". */
const OPTIONS_A_REQUEST = 1_000;
const OPTIONS_A_FIELD = 10_000;

function contextOf(call: Call): FieldContext {
  const field = customField(call, call.param('fieldId'));
  const context = call.site.store.contexts.get(call.param('contextId'));
  if (context?.fieldId !== field.id)
    throw notFound(`The context with id ${call.param('contextId')} was not found for the field.`);
  return context;
}

const contextsOf = (call: Call): FieldContext[] =>
  call.site.store.contexts.by('field', customField(call, call.param('fieldId')).id);

/** 409 where another context of the field covers one of the same projects, or all of them as this one does. */
function refuseOverlap(call: Call, fieldId: string, projectIds: readonly string[], except?: string): void {
  const others = call.site.store.contexts.by('field', fieldId).filter((context) => context.id !== except);
  const overlap = others.some((context) =>
    projectIds.length === 0
      ? context.projectIds.length === 0
      : context.projectIds.some((projectId) => projectIds.includes(projectId)),
  );
  if (overlap) throw conflict('The context conflicts with another context of the field for the same projects.');
}

function knownProjects(call: Call, projectIds: readonly string[]): void {
  const unknown = projectIds.find((projectId) => {
    const project = call.site.store.projects.get(projectId);
    return !project || project.deletedAt !== null;
  });
  if (unknown !== undefined) throw notFound(`The project with id ${unknown} was not found.`);
  const teamManaged = projectIds.find((projectId) => call.site.store.projects.get(projectId)?.style === 'next-gen');
  if (teamManaged !== undefined)
    throw badRequest(`The project with id ${teamManaged} is team-managed: global fields have no context there.`);
}

function knownTypes(call: Call, typeIds: readonly string[]): void {
  const unknown = typeIds.find((typeId) => !call.site.store.issueTypes.get(typeId));
  if (unknown !== undefined) throw notFound(`The issue type with id ${unknown} was not found.`);
}

const createBody = z.object({ name, description, projectIds: ids.default([]), issueTypeIds: ids.default([]) });

function create(call: Call) {
  const { store } = call.site;
  const field = customField(call, call.param('fieldId'));
  const input = call.body(createBody);
  knownProjects(call, input.projectIds);
  knownTypes(call, input.issueTypeIds);
  refuseOverlap(call, field.id, input.projectIds);
  const context = store.contexts.put({
    id: store.nextId('fieldContext'),
    fieldId: field.id,
    name: input.name,
    description: input.description ?? '',
    projectIds: [...new Set(input.projectIds)],
    issueTypeIds: [...new Set(input.issueTypeIds)],
    options: [],
  });
  const { id: contextId, projectIds, issueTypeIds } = context;
  return created({ id: contextId, name: context.name, description: context.description, projectIds, issueTypeIds });
}

function list(call: Call) {
  const wanted = queryList(call, 'contextId');
  const global = call.query.get('isGlobalContext');
  const contexts = contextsOf(call).filter(
    (context) =>
      (wanted.length === 0 || wanted.includes(context.id)) &&
      (global === null || String(context.projectIds.length === 0) === global),
  );
  return page(call, `/field/${call.param('fieldId')}/context`, contexts, (context) => ({
    id: context.id,
    name: context.name,
    description: context.description,
    isGlobalContext: context.projectIds.length === 0,
    isAnyIssueType: context.issueTypeIds.length === 0,
  }));
}

function projectMapping(call: Call) {
  const wanted = queryList(call, 'contextId');
  const rows = contextsOf(call)
    .filter((context) => wanted.length === 0 || wanted.includes(context.id))
    .flatMap((context): Record<string, unknown>[] =>
      context.projectIds.length === 0
        ? [{ contextId: context.id, isGlobalContext: true }]
        : context.projectIds.map((projectId) => ({ contextId: context.id, projectId })),
    );
  return page(call, `/field/${call.param('fieldId')}/context/projectmapping`, rows, (row) => row);
}

function typeMapping(call: Call) {
  const wanted = queryList(call, 'contextId');
  const rows = contextsOf(call)
    .filter((context) => wanted.length === 0 || wanted.includes(context.id))
    .flatMap((context): Record<string, unknown>[] =>
      context.issueTypeIds.length === 0
        ? [{ contextId: context.id, isAnyIssueType: true }]
        : context.issueTypeIds.map((issueTypeId) => ({ contextId: context.id, issueTypeId })),
    );
  return page(call, `/field/${call.param('fieldId')}/context/issuetypemapping`, rows, (row) => row);
}

function mapping(call: Call) {
  const field = customField(call, call.param('fieldId'));
  const { mappings } = call.body(z.object({ mappings: z.array(z.object({ projectId: id, issueTypeId: id })) }));
  const rows = mappings.flatMap(({ projectId, issueTypeId }) => {
    const context = coveringContext(call.site, field.id, projectId, issueTypeId);
    return context ? [{ contextId: context.id, issueTypeId, projectId }] : [];
  });
  return page(call, `/field/${field.id}/context/mapping`, rows, (row) => row);
}

function addProjects(call: Call) {
  const context = contextOf(call);
  const { projectIds } = call.body(z.object({ projectIds: ids.min(1) }));
  knownProjects(call, projectIds);
  refuseOverlap(call, context.fieldId, projectIds, context.id);
  if (projectIds.some((projectId) => context.projectIds.includes(projectId)))
    throw badRequest('Some of the projects are in the context already.');
  call.site.store.contexts.put({ ...context, projectIds: [...context.projectIds, ...projectIds] });
  return noContent();
}

function removeProjects(call: Call) {
  const context = contextOf(call);
  const { projectIds } = call.body(z.object({ projectIds: ids.min(1) }));
  const left = context.projectIds.filter((projectId) => !projectIds.includes(projectId));
  if (left.length === 0)
    throw badRequest(
      'The last project cannot be removed: the context would become global. Delete the context instead.',
    );
  call.site.store.contexts.put({ ...context, projectIds: left });
  return noContent();
}

function addTypes(call: Call) {
  const context = contextOf(call);
  const { issueTypeIds } = call.body(z.object({ issueTypeIds: ids.min(1) }));
  knownTypes(call, issueTypeIds);
  call.site.store.contexts.put({ ...context, issueTypeIds: [...new Set([...context.issueTypeIds, ...issueTypeIds])] });
  return noContent();
}

function removeTypes(call: Call) {
  const context = contextOf(call);
  const { issueTypeIds } = call.body(z.object({ issueTypeIds: ids.min(1) }));
  call.site.store.contexts.put({
    ...context,
    issueTypeIds: context.issueTypeIds.filter((typeId) => !issueTypeIds.includes(typeId)),
  });
  return noContent();
}

/** A context takes along its options and the values of the issues that it covers; another context gives them none back. */
function remove(call: Call) {
  const { site } = call;
  const context = contextOf(call);
  for (const issue of site.store.issues.all()) {
    if (issue.values[context.fieldId] === undefined) continue;
    if (coveringContext(site, context.fieldId, issue.projectId, issue.typeId)?.id !== context.id) continue;
    const { [context.fieldId]: _, ...values } = issue.values;
    site.store.issues.put({ ...issue, values });
  }
  site.store.contexts.delete(context.id);
  return noContent();
}

function optionContext(call: Call): FieldContext {
  const context = contextOf(call);
  if (!hasOptions(customField(call, context.fieldId))) throw badRequest('The custom field does not support options.');
  return context;
}

const newOptions = z.object({
  options: z
    .array(z.object({ value: z.string().trim().min(1).max(255), disabled: z.boolean().default(false) }))
    .min(1)
    .max(OPTIONS_A_REQUEST),
});

function addOptions(call: Call) {
  const { store } = call.site;
  const context = optionContext(call);
  const input = call.body(newOptions).options;
  const values = [...context.options, ...input].map((option) => option.value.toLowerCase());
  if (new Set(values).size < values.length) throw badRequest('Option values must be unique within the context.');
  const total = store.contexts
    .by('field', context.fieldId)
    .reduce((sum, other) => sum + other.options.length, input.length);
  if (total > OPTIONS_A_FIELD) throw badRequest(`A field can have at most ${OPTIONS_A_FIELD} options.`);
  const options = input.map((option) => ({ id: store.nextId('option'), ...option }));
  store.contexts.put({ ...context, options: [...context.options, ...options] });
  return ok({ options }, options.length);
}

const changedOptions = z.object({
  options: z
    .array(z.object({ id, value: z.string().trim().min(1).max(255).optional(), disabled: z.boolean().optional() }))
    .min(1)
    .max(OPTIONS_A_REQUEST),
});

function updateOptions(call: Call) {
  const context = optionContext(call);
  const changes = new Map(call.body(changedOptions).options.map((option) => [option.id, option]));
  const missing = [...changes.keys()].find((optionId) => !context.options.some((option) => option.id === optionId));
  if (missing !== undefined) throw notFound(`The option with id ${missing} was not found in the context.`);
  const options = context.options.map((option) => {
    const change = changes.get(option.id);
    return { id: option.id, value: change?.value ?? option.value, disabled: change?.disabled ?? option.disabled };
  });
  call.site.store.contexts.put({ ...context, options });
  return ok({ options: options.filter((option) => changes.has(option.id)) }, changes.size);
}

function removeOption(call: Call) {
  const { store } = call.site;
  const context = optionContext(call);
  const optionId = call.param('optionId');
  if (!context.options.some((option) => option.id === optionId))
    throw notFound(`The option with id ${optionId} was not found in the context.`);
  if (store.issues.all().some((issue) => [issue.values[context.fieldId]].flat().includes(optionId)))
    throw badRequest('The option is used by issues.');
  store.contexts.put({ ...context, options: context.options.filter((option) => option.id !== optionId) });
  return noContent();
}

const BASE = '/field/{fieldId}/context';
const ONE = `${BASE}/{contextId}`;

export const fieldContextRoutes: readonly Route[] = [
  route('GET', BASE, 'admin', MANAGE, list),
  route('POST', BASE, 'admin', MANAGE, create),
  route('GET', `${BASE}/projectmapping`, 'admin', MANAGE, projectMapping),
  route('GET', `${BASE}/issuetypemapping`, 'admin', MANAGE, typeMapping),
  route('POST', `${BASE}/mapping`, 'admin', MANAGE, mapping),
  route('PUT', ONE, 'admin', MANAGE, (call) => {
    const context = contextOf(call);
    const input = call.body(z.object({ name: name.optional(), description }));
    call.site.store.contexts.put({
      ...context,
      name: input.name ?? context.name,
      description: input.description ?? context.description,
    });
    return noContent();
  }),
  route('DELETE', ONE, 'admin', MANAGE, remove),
  route('PUT', `${ONE}/project`, 'admin', MANAGE, addProjects),
  route('POST', `${ONE}/project/remove`, 'admin', MANAGE, removeProjects),
  route('PUT', `${ONE}/issuetype`, 'admin', MANAGE, addTypes),
  route('POST', `${ONE}/issuetype/remove`, 'admin', MANAGE, removeTypes),
  route('GET', `${ONE}/option`, 'admin', MANAGE, (call) =>
    page(
      call,
      `/field/${call.param('fieldId')}/context/${call.param('contextId')}/option`,
      optionContext(call).options,
      (option) => option,
    ),
  ),
  route('POST', `${ONE}/option`, 'admin', MANAGE, addOptions),
  route('PUT', `${ONE}/option`, 'admin', MANAGE, updateOptions),
  route('DELETE', `${ONE}/option/{optionId}`, 'admin', MANAGE, removeOption),
];
