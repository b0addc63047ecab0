import { z } from 'zod';
import { type Call, created, noContent, ok, queryList, type Reply, type Route, route, self } from '../call';
import { badRequest, JiraError } from '../errors';
import { createIssue, type NewIssue } from '../issues/create';
import { eraseIssue } from '../issues/delete';
import { editIssue, storeValues } from '../issues/edit';
import { publishIssue } from '../issues/events';
import { subtasksOf } from '../issues/move';
import { offeredFields } from '../issues/offered';
import { settableFields } from '../issues/screens';
import { expands, selectFields, showIssue } from '../issues/show';
import { availableTransitions, makeTransition, transitionFields } from '../issues/transition';
import { applyInput } from '../issues/values';
import type { Issue } from '../model/entities';
import { setProperty } from '../model/properties';
import { browseFilter, requireOnIssue, visibleIssue } from '../permissions/access';
import { renderStatus } from '../render';
import { id } from './bodies';

const READ = 'read:jira-work';
const WRITE = 'write:jira-work';
/** OpenAPI, "Bulk create issue", "Bulk fetch issues". */
const CREATED_A_REQUEST = 50;
const FETCHED_A_REQUEST = 100;
/** OpenAPI, "properties" of the search and fetch operations. */
export const PROPERTIES_A_REQUEST = 5;

const fields = z.record(z.string(), z.unknown()).default({});
const update = z.record(z.string(), z.array(z.record(z.string(), z.unknown()))).default({});
const properties = z.array(z.object({ key: z.string(), value: z.unknown() })).default([]);
const issueBody = z.object({ fields, update, properties, transition: z.object({ id: id.optional() }).optional() });

const createdBean = (call: Call, result: ReturnType<typeof createIssue>) => ({
  id: result.issue.id,
  key: result.issue.key,
  self: self(call.site, `/issue/${result.issue.id}`),
  ...(result.transition ? { transition: result.transition } : {}),
});

/** Each issue succeeds or fails alone; 400 only when all of them failed. */
function createMany(call: Call): Reply {
  const { issueUpdates } = call.body(z.object({ issueUpdates: z.array(issueBody).min(1) }));
  if (issueUpdates.length > CREATED_A_REQUEST)
    throw badRequest(`At most ${CREATED_A_REQUEST} issues can be created in a request.`);
  const issues: unknown[] = [];
  const errors: unknown[] = [];
  for (const [failedElementNumber, input] of issueUpdates.entries()) {
    const undo = call.savepoint();
    try {
      issues.push(createdBean(call, createIssue(call, input as NewIssue)));
    } catch (error) {
      if (!(error instanceof JiraError)) throw error;
      undo();
      errors.push({
        status: error.status,
        elementErrors: { ...error.toBody(), status: error.status },
        failedElementNumber,
      });
    }
  }
  return { status: issues.length > 0 ? 201 : 400, body: { issues, errors }, objects: issues.length };
}

const fetchBody = z.object({
  issueIdsOrKeys: z.array(id.or(z.string())),
  fields: z.array(z.string()).default(['*navigable']),
  properties: z.array(z.string()).max(PROPERTIES_A_REQUEST).default([]),
  expand: z.array(z.string()).default([]),
  fieldsByKeys: z.boolean().default(false),
});

function fetchMany(call: Call): Reply {
  const { site, actor } = call;
  const input = call.body(fetchBody);
  if (input.issueIdsOrKeys.length > FETCHED_A_REQUEST)
    throw badRequest(`At most ${FETCHED_A_REQUEST} issues can be fetched in a request.`);
  const selection = {
    fields: selectFields(site, input.fields),
    properties: input.properties,
    changelog: expands(input.expand, 'changelog'),
  };
  const mayBrowse = browseFilter(site, actor);
  const issues = new Map<string, unknown>();
  const issueErrors: unknown[] = [];
  for (const text of input.issueIdsOrKeys) {
    const issue = site.store.issues.get(text) ?? site.store.issues.by('key', text.toUpperCase())[0];
    if (issue && mayBrowse(issue)) issues.set(issue.id, showIssue(site, actor, issue, selection));
    else issueErrors.push({ id: text, errorMessage: 'Issue does not exist or you do not have permission to see it.' });
  }
  return ok({ issues: [...issues.values()], issueErrors }, issues.size);
}

function getIssue(call: Call): Reply {
  const { site, actor } = call;
  const names = queryList(call, 'fields');
  const issue = visibleIssue(site, actor, call.param('issueIdOrKey'));
  const selection = {
    fields: selectFields(site, names.length === 0 ? ['*all'] : names),
    properties: queryList(call, 'properties'),
    changelog: expands(call.query.get('expand'), 'changelog'),
  };
  return ok(showIssue(site, actor, issue, selection));
}

function edit(call: Call): Reply {
  const { site, actor } = call;
  const input = call.body(issueBody);
  const issue = visibleIssue(site, actor, call.param('issueIdOrKey'));
  if (input.transition) throw badRequest('An edit makes no transition: use POST /issue/{issueIdOrKey}/transitions.');
  const stored = editIssue(call, issue, input);
  for (const property of input.properties) setProperty(site, `issue:${issue.id}`, property.key, property.value);
  if (call.query.get('returnIssue') === 'true')
    return ok(
      showIssue(site, actor, stored, { fields: selectFields(site, ['*all']), properties: [], changelog: false }),
    );
  return noContent();
}

function remove(call: Call): Reply {
  const { site, actor } = call;
  const issue = visibleIssue(site, actor, call.param('issueIdOrKey'));
  requireOnIssue(site, actor, 'DELETE_ISSUES', issue);
  const children = subtasksOf(site, issue);
  if (children.length > 0 && call.query.get('deleteSubtasks') !== 'true')
    throw badRequest(
      `The issue '${issue.key}' has subtasks. You must specify the 'deleteSubtasks' parameter to delete this issue and all its subtasks.`,
    );
  for (const child of children) eraseIssue(site, child);
  publishIssue(call, 'deleted', issue);
  eraseIssue(site, issue);
  return noContent(1 + children.length);
}

function assign(call: Call): Reply {
  const { site, actor } = call;
  const issue = visibleIssue(site, actor, call.param('issueIdOrKey'));
  const project = requireOnIssue(site, actor, 'ASSIGN_ISSUES', issue);
  const { accountId } = call.body(z.object({ accountId: z.string().nullable() }));
  const settable = settableFields(site, project, issue.typeId, 'edit');
  const chosen =
    accountId === '-1' ? (project.assigneeType === 'PROJECT_LEAD' ? project.leadAccountId : null) : accountId;
  const input = { fields: { assignee: chosen === null ? null : { accountId: chosen } }, update: {} };
  storeValues(call, issue, applyInput(site, actor, project, issue, settable, issue.values, input));
  return noContent();
}

function transitions(call: Call): Reply {
  const { site, actor } = call;
  const issue = visibleIssue(site, actor, call.param('issueIdOrKey'));
  const wanted = call.query.get('transitionId');
  const withFields = (call.query.get('expand') ?? '').includes('transitions.fields');
  const listed = call.query.get('skipRemoteOnlyCondition') !== 'true';
  const found = availableTransitions(call, issue, listed).filter(
    (transition) => wanted === null || transition.id === wanted,
  );
  const shown = found.map((transition) => {
    const status = site.store.statuses.get(transition.toStatusId);
    const settable = transitionFields(site, transition, issue);
    return {
      id: transition.id,
      name: transition.name,
      ...(status ? { to: renderStatus(site, status) } : {}),
      hasScreen: settable !== null,
      isGlobal: transition.type === 'GLOBAL',
      isInitial: false,
      isAvailable: true,
      isConditional: transition.conditions !== null,
      looped: transition.type === 'GLOBAL' && transition.toStatusId === issue.statusId,
      ...(withFields ? { fields: metadata(call, issue, settable ?? new Map()) } : {}),
    };
  });
  return ok({ expand: 'transitions', transitions: shown }, shown.length);
}

function metadata(call: Call, issue: Issue, settable: ReturnType<typeof settableFields>): Record<string, unknown> {
  const project = call.site.store.projects.get(issue.projectId);
  const offered = project ? offeredFields(call, project, issue, settable) : [];
  return Object.fromEntries(offered.map(([field, shown]) => [field.id, shown]));
}

function transition(call: Call): Reply {
  const issue = visibleIssue(call.site, call.actor, call.param('issueIdOrKey'));
  const input = call.body(issueBody);
  if (input.transition?.id === undefined) throw badRequest("Missing 'transition' identifier");
  makeTransition(call, issue, input.transition.id, input);
  for (const property of input.properties) setProperty(call.site, `issue:${issue.id}`, property.key, property.value);
  return noContent();
}

const ONE = '/issue/{issueIdOrKey}';

export const issueRoutes: readonly Route[] = [
  route('POST', '/issue', 'user', WRITE, (call) =>
    created(createdBean(call, createIssue(call, call.body(issueBody) as NewIssue))),
  ),
  route('POST', '/issue/bulk', 'user', WRITE, createMany),
  route('POST', '/issue/bulkfetch', 'anyone', READ, fetchMany),
  route('GET', ONE, 'anyone', READ, getIssue),
  route('PUT', ONE, 'user', WRITE, edit),
  route('DELETE', ONE, 'user', WRITE, remove),
  route('PUT', `${ONE}/assignee`, 'user', WRITE, assign),
  route('GET', `${ONE}/transitions`, 'anyone', READ, transitions),
  route('POST', `${ONE}/transitions`, 'user', WRITE, transition),
  route('GET', `${ONE}/editmeta`, 'anyone', READ, (call) => {
    const issue = visibleIssue(call.site, call.actor, call.param('issueIdOrKey'));
    const project = requireOnIssue(call.site, call.actor, 'EDIT_ISSUES', issue);
    return ok({ fields: metadata(call, issue, settableFields(call.site, project, issue.typeId, 'edit')) });
  }),
];
