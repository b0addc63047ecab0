import { type FieldDefinition, fieldById, SYSTEM_FIELDS, valueContextOf } from '../fields/registry';
import type { Comment, Issue, Link } from '../model/entities';
import { mayBrowse } from '../permissions/access';
import type { Actor } from '../permissions/actor';
import { levelIdOf, SECURITY } from '../permissions/security';
import {
  renderCategory,
  renderIssueType,
  renderLinkType,
  renderNamedValue,
  renderProjectDetails,
  renderStatus,
  renderUser,
} from '../render';
import { jiraTime, type Site } from '../site';
import { recentChanges } from './history';
import { showAttachment } from './show-attachment';
import { showWatches } from './watching';

/** Which fields and properties an answer carries. */
export interface Selection {
  readonly fields: readonly FieldDefinition[];
  readonly properties: readonly string[];
  /** Whether its latest changes come along. */
  readonly changelog: boolean;
}

/** Whether a list of what to expand, in one text or several, names `what`. */
export const expands = (expand: string | readonly string[] | null | undefined, what: string): boolean =>
  [expand ?? []].flat().some((text) => text.split(',').some((name) => name.trim() === what));

/** Fields that `*navigable` leaves out: they are shown on an issue only. */
const NOT_NAVIGABLE = new Set(['comment', 'attachment']);

/**
 * Reads a `fields` list: ids, `*all`, `*navigable`, and `-id` to leave one out. Unknown names are ignored, as Jira does.
 */
export function selectFields(site: Site, names: readonly string[]): FieldDefinition[] {
  const chosen = new Map<string, FieldDefinition>();
  const add = (field: FieldDefinition | undefined) => field && chosen.set(field.id, field);
  const wide = names.includes('*all') || names.includes('*navigable') || names.every((name) => name.startsWith('-'));
  if (wide) {
    const custom = site.store.fields.all().map((field) => fieldById(site, field.id));
    for (const field of [...SYSTEM_FIELDS, ...custom]) {
      if (field && (names.includes('*all') || !NOT_NAVIGABLE.has(field.id))) add(field);
    }
  }
  for (const name of names) {
    if (name.startsWith('-')) chosen.delete(name.slice(1));
    else if (!name.startsWith('*')) add(fieldById(site, name));
  }
  return [...chosen.values()];
}

/** An issue in the form of `IssueBean`, as `actor` may see it. */
export function showIssue(site: Site, actor: Actor, issue: Issue, selection: Selection): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const field of selection.fields) {
    const value = fieldValue(site, actor, issue, field);
    if (value !== undefined) fields[field.id] = value;
  }
  const bean = {
    expand: '',
    id: issue.id,
    self: `${site.baseUrl}/rest/api/3/issue/${issue.id}`,
    key: issue.key,
    fields,
    ...(selection.changelog ? { changelog: recentChanges(site, issue) } : {}),
  };
  if (selection.properties.length === 0) return bean;
  return { ...bean, properties: showProperties(site, issue, selection.properties) };
}

function showProperties(site: Site, issue: Issue, keys: readonly string[]): Record<string, unknown> {
  const owner = `issue:${issue.id}`;
  const all = keys.includes('*all')
    ? site.store.properties.by('owner', owner)
    : keys.map((key) => site.store.properties.get(`${owner}/${key}`));
  return Object.fromEntries(all.filter((property) => property !== undefined).map(({ key, value }) => [key, value]));
}

function fieldValue(site: Site, actor: Actor, issue: Issue, field: FieldDefinition): unknown {
  if (!field.kind) return ownField(site, actor, issue, field.id);
  const valueContext = valueContextOf(site, field, issue);
  if (!valueContext) return undefined;
  const stored = field.id === SECURITY ? levelIdOf(site, issue) : issue.values[field.id];
  if (stored === undefined) return field.id === 'labels' ? [] : null;
  return field.kind.render(stored, valueContext);
}

/** The fields that Jira itself sets. */
function ownField(site: Site, actor: Actor, issue: Issue, id: string): unknown {
  const { store } = site;
  const status = store.statuses.get(issue.statusId);
  switch (id) {
    case 'project': {
      const project = store.projects.get(issue.projectId);
      return project ? renderProjectDetails(site, project) : null;
    }
    case 'issuetype': {
      const type = store.issueTypes.get(issue.typeId);
      return type ? renderIssueType(site, type) : null;
    }
    case 'status':
      return status ? renderStatus(site, status) : null;
    case 'statusCategory':
      return status ? renderCategory(site, status.category) : null;
    case 'creator':
      return renderUser(site, issue.creator);
    case 'created':
      return jiraTime(issue.created);
    case 'updated':
      return jiraTime(issue.updated);
    case 'statuscategorychangedate':
      return jiraTime(issue.statusChanged);
    case 'resolutiondate':
      return issue.resolved === null ? null : jiraTime(issue.resolved);
    case 'issuelinks':
      return store.links
        .by('issue', issue.id)
        .map((link) => showLinkOf(site, actor, issue, link))
        .filter((link) => link !== null);
    case 'subtasks':
      return store.issues
        .by('parent', issue.id)
        .filter((child) => isSubtask(site, child) && mayBrowse(site, actor, child))
        .map((child) => showLinked(site, child));
    case 'attachment':
      return store.attachments.by('issue', issue.id).map((one) => showAttachment(site, one));
    case 'watches':
      return showWatches(site, actor, issue);
    case 'comment':
      return showComments(site, store.comments.by('issue', issue.id), issue);
    default:
      return undefined;
  }
}

const isSubtask = (site: Site, issue: Issue): boolean => site.store.issueTypes.get(issue.typeId)?.hierarchyLevel === -1;

/** The short form of an issue at the other end of a link (`LinkedIssue`). */
export function showLinked(site: Site, issue: Issue): Record<string, unknown> {
  const status = site.store.statuses.get(issue.statusId);
  const type = site.store.issueTypes.get(issue.typeId);
  const priority = issue.values.priority;
  return {
    id: issue.id,
    key: issue.key,
    self: `${site.baseUrl}/rest/api/3/issue/${issue.id}`,
    fields: {
      summary: issue.values.summary ?? '',
      ...(status ? { status: renderStatus(site, status) } : {}),
      ...(typeof priority === 'string' ? { priority: renderNamedValue(site, 'priority', priority) } : {}),
      ...(type ? { issuetype: renderIssueType(site, type) } : {}),
    },
  };
}

/**
 * A link as an entry of `issuelinks`: on the source `outwardIssue` is the destination ("this issue <outward> that"), on
 * the destination `inwardIssue` is the source. A link to an issue that one may not browse is left out.
 */
function showLinkOf(site: Site, actor: Actor, issue: Issue, link: Link): Record<string, unknown> | null {
  const outward = link.sourceId === issue.id;
  const other = site.store.issues.get(outward ? link.destinationId : link.sourceId);
  const type = site.store.linkTypes.get(link.typeId);
  if (!other || !type || !mayBrowse(site, actor, other)) return null;
  return {
    id: link.id,
    self: `${site.baseUrl}/rest/api/3/issueLink/${link.id}`,
    type: renderLinkType(site, type),
    [outward ? 'outwardIssue' : 'inwardIssue']: showLinked(site, other),
  };
}

export function showComment(site: Site, comment: Comment): Record<string, unknown> {
  const author = renderUser(site, comment.author);
  return {
    self: `${site.baseUrl}/rest/api/3/issue/${comment.issueId}/comment/${comment.id}`,
    id: comment.id,
    author,
    body: comment.body,
    updateAuthor: author,
    created: jiraTime(comment.created),
    updated: jiraTime(comment.updated),
    jsdPublic: true,
  };
}

function showComments(site: Site, comments: readonly Comment[], issue: Issue): Record<string, unknown> {
  return {
    comments: comments.map((comment) => showComment(site, comment)),
    self: `${site.baseUrl}/rest/api/3/issue/${issue.id}/comment`,
    maxResults: comments.length,
    total: comments.length,
    startAt: 0,
  };
}
