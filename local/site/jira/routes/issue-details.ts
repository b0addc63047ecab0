import { z } from 'zod';
import { isEmptyAdf, readAdf } from '../../adf';
import { type Call, created, noContent, ok, page, queryInteger, type Reply, type Route, route } from '../call';
import { badRequest, notFound } from '../errors';
import { fieldSchema } from '../fields/registry';
import { showChange } from '../issues/history';
import { mentionsIn } from '../issues/mentions';
import { notify } from '../issues/notify';
import { offeredFields } from '../issues/offered';
import { settableFields, typesOfProject } from '../issues/screens';
import { showComment } from '../issues/show';
import { autowatch } from '../issues/watching';
import { browseFilter, hasProject, requireOnIssue, visibleIssue, visibleProject } from '../permissions/access';
import { renderIssueType } from '../render';
import { id } from './bodies';

const READ = 'read:jira-work';
const WRITE = 'write:jira-work';
/** OpenAPI, "Bulk fetch changelogs". */
const CHANGELOG_ISSUES = 1_000;
const CHANGELOG_FIELDS = 10;

const bulkBody = z.object({
  issueIdsOrKeys: z.array(id.or(z.string())).min(1).max(CHANGELOG_ISSUES),
  fieldIds: z.array(z.string()).max(CHANGELOG_FIELDS).default([]),
  maxResults: z.number().int().min(1).max(10_000).default(1_000),
  nextPageToken: z.string().optional(),
});

/** Changes of many issues, oldest first; `maxResults` counts changes. */
function bulkChangelog(call: Call): Reply {
  const { site, actor } = call;
  const input = call.body(bulkBody);
  const mayBrowse = browseFilter(site, actor);
  const issues = input.issueIdsOrKeys.map(
    (text) => site.store.issues.get(text) ?? site.store.issues.by('key', text.toUpperCase())[0],
  );
  const all = issues
    .filter((issue) => issue !== undefined)
    .filter(mayBrowse)
    .flatMap((issue) => site.store.changes.by('issue', issue.id))
    .map((change) => ({
      change,
      items: change.items.filter((item) => input.fieldIds.length === 0 || input.fieldIds.includes(item.fieldId)),
    }))
    .filter(({ items }) => items.length > 0);
  const start = input.nextPageToken === undefined ? 0 : Number(input.nextPageToken);
  if (!Number.isInteger(start) || start < 0) throw badRequest('The nextPageToken is not one that this site gave.');
  const chosen = all.slice(start, start + input.maxResults);
  const byIssue = new Map<string, unknown[]>();
  for (const { change, items } of chosen)
    byIssue.set(change.issueId, [...(byIssue.get(change.issueId) ?? []), showChange(site, change, items)]);
  const next = start + chosen.length < all.length ? { nextPageToken: String(start + chosen.length) } : {};
  return ok(
    { issueChangeLogs: [...byIssue].map(([issueId, changeHistories]) => ({ issueId, changeHistories })), ...next },
    chosen.length,
  );
}

const commentBody = z.object({ body: z.unknown() });

function comment(call: Call): Reply {
  const { site, actor } = call;
  const issue = visibleIssue(site, actor, call.param('issueIdOrKey'));
  requireOnIssue(site, actor, 'ADD_COMMENTS', issue, 400);
  const body = readAdf(call.body(commentBody).body);
  if (!body) throw badRequest('Comment body is not valid!: it must be an Atlassian Document.');
  if (isEmptyAdf(body)) throw badRequest('Comment body can not be empty!');
  const now = site.clock.now();
  const stored = site.store.comments.put({
    id: site.store.nextId('comment'),
    issueId: issue.id,
    author: actor.accountId ?? '',
    created: now,
    updated: now,
    body,
  });
  autowatch(site, actor, issue);
  notify(call, issue, { what: 'commented', mentioned: mentionsIn(body) });
  return created(showComment(site, stored));
}

function comments(call: Call): Reply {
  const issue = visibleIssue(call.site, call.actor, call.param('issueIdOrKey'));
  const all = call.site.store.comments.by('issue', issue.id);
  const startAt = queryInteger(call, 'startAt', 0);
  const maxResults = queryInteger(call, 'maxResults', 100, 5_000);
  const shown = all.slice(startAt, startAt + maxResults).map((one) => showComment(call.site, one));
  return ok({ startAt, maxResults, total: all.length, comments: shown }, shown.length);
}

function removeComment(call: Call): Reply {
  const { site, actor } = call;
  const issue = visibleIssue(site, actor, call.param('issueIdOrKey'));
  const one = site.store.comments.get(call.param('id'));
  if (one?.issueId !== issue.id) throw notFound(`Can not find a comment for the id: ${call.param('id')}.`);
  requireOnIssue(
    site,
    actor,
    one.author === actor.accountId ? 'DELETE_OWN_COMMENTS' : 'DELETE_ALL_COMMENTS',
    issue,
    400,
  );
  site.store.comments.delete(one.id);
  return noContent();
}

function createTypes(call: Call): Reply {
  const { site, actor } = call;
  const project = visibleProject(site, actor, call.param('projectIdOrKey'));
  const types = hasProject(site, actor, 'CREATE_ISSUES', project) ? typesOfProject(site, project) : [];
  const startAt = queryInteger(call, 'startAt', 0);
  const maxResults = queryInteger(call, 'maxResults', 50, 200);
  const shown = types.slice(startAt, startAt + maxResults).map((type) => renderIssueType(site, type));
  return ok({ startAt, maxResults, total: types.length, issueTypes: shown }, shown.length);
}

function createFields(call: Call): Reply {
  const { site, actor } = call;
  const project = visibleProject(site, actor, call.param('projectIdOrKey'));
  const type = typesOfProject(site, project).find((one) => one.id === call.param('issueTypeId'));
  if (!type || !hasProject(site, actor, 'CREATE_ISSUES', project))
    throw badRequest('The issue type is not one of the project, or you cannot create issues there.');
  const place = { projectId: project.id, typeId: type.id, values: { reporter: actor.accountId } };
  const own = [
    {
      required: true,
      schema: fieldSchema({ ...OWN, id: 'project', schemaType: 'project' }),
      name: 'Project',
      key: 'project',
      fieldId: 'project',
      hasDefaultValue: false,
      operations: ['set'],
    },
    {
      required: true,
      schema: fieldSchema({ ...OWN, id: 'issuetype', schemaType: 'issuetype' }),
      name: 'Issue Type',
      key: 'issuetype',
      fieldId: 'issuetype',
      hasDefaultValue: false,
      operations: [],
      allowedValues: [renderIssueType(site, type)],
    },
  ];
  const offered = offeredFields(call, project, place, settableFields(site, project, type.id, 'create'));
  const fields = offered.map(([field, shown]) => {
    const required = field.id === 'summary' || (field.id === 'parent' && type.hierarchyLevel === -1);
    return { ...shown, fieldId: field.id, required };
  });
  const all = [...own, ...fields];
  const startAt = queryInteger(call, 'startAt', 0);
  const maxResults = queryInteger(call, 'maxResults', 50, 200);
  return ok({ startAt, maxResults, total: all.length, fields: all.slice(startAt, startAt + maxResults) }, all.length);
}

const OWN = { name: '', custom: null, kind: null, clauseNames: [], screenable: false };
const ONE = '/issue/{issueIdOrKey}';

export const issueDetailRoutes: readonly Route[] = [
  route('GET', `${ONE}/changelog`, 'anyone', READ, (call) => {
    const issue = visibleIssue(call.site, call.actor, call.param('issueIdOrKey'));
    return page(
      call,
      `/issue/${issue.id}/changelog`,
      call.site.store.changes.by('issue', issue.id),
      (change) => showChange(call.site, change),
      { size: 100 },
    );
  }),
  route('POST', '/changelog/bulkfetch', 'anyone', READ, bulkChangelog),
  route('GET', `${ONE}/comment`, 'anyone', READ, comments),
  route('POST', `${ONE}/comment`, 'user', WRITE, comment),
  route('DELETE', `${ONE}/comment/{id}`, 'user', WRITE, removeComment),
  route('GET', '/issue/createmeta/{projectIdOrKey}/issuetypes', 'anyone', READ, createTypes),
  route('GET', '/issue/createmeta/{projectIdOrKey}/issuetypes/{issueTypeId}', 'anyone', READ, createFields),
];
