import { z } from 'zod';
import { type Call, noContent, ok, type Reply, type Route, route, self } from '../call';
import { badRequest, fieldError, notFound } from '../errors';
import type { RemoteLink } from '../model/attached';
import type { Issue } from '../model/entities';
import { requireOnIssue, visibleIssue } from '../permissions/access';

const READ = 'read:jira-work';
const WRITE = 'write:jira-work';
const PATH = '/issue/{issueIdOrKey}/remotelink';

const linkBody = z.object({
  globalId: z.string().max(255).optional(),
  application: z.looseObject({ name: z.string().optional(), type: z.string().optional() }).optional(),
  relationship: z.string().optional(),
  object: z.looseObject({ title: z.string().optional(), url: z.string().optional() }),
});

const show = (call: Call, { id, issueId, globalId, application, relationship, object }: RemoteLink) => ({
  id: Number(id),
  self: self(call.site, `/issue/${issueId}/remotelink/${id}`),
  ...(globalId === null ? {} : { globalId }),
  application: application ?? {},
  ...(relationship === null ? {} : { relationship }),
  object,
});

const linksOf = ({ site }: Call, issue: Issue): RemoteLink[] => site.store.remoteLinks.by('issue', issue.id);

function byGlobalId(call: Call, issue: Issue, globalId: string): RemoteLink {
  const found = linksOf(call, issue).find((one) => one.globalId === globalId);
  if (!found) throw notFound(`No remote link with the global id '${globalId}' exists on this issue.`);
  return found;
}

function read(call: Call): Reply {
  const issue = visibleIssue(call.site, call.actor, call.param('issueIdOrKey'));
  const globalId = call.query.get('globalId');
  if (globalId !== null) return ok(show(call, byGlobalId(call, issue, globalId)));
  const links = linksOf(call, issue).map((one) => show(call, one));
  return ok(links, links.length);
}

/**
 * Creates the link, or replaces the one with the same global id. No event tells of it, and the issue counts as not changed: whether Jira
 * Cloud sends one is written nowhere, and an app that needs none is right either way.
 */
function write(call: Call): Reply {
  const { site, actor } = call;
  const issue = visibleIssue(site, actor, call.param('issueIdOrKey'));
  requireOnIssue(site, actor, 'LINK_ISSUES', issue);
  const input = call.body(linkBody);
  for (const name of ['title', 'url'] as const)
    if ((input.object[name] ?? '').trim() === '') throw fieldError(name, `'${name}' is required.`);
  const known = linksOf(call, issue).find(({ globalId }) => globalId !== null && globalId === input.globalId);
  const link = site.store.remoteLinks.put({
    id: known?.id ?? site.store.nextId('remoteLink'),
    issueId: issue.id,
    globalId: input.globalId ?? null,
    application: input.application ?? null,
    relationship: input.relationship ?? null,
    object: input.object,
  });
  return {
    status: known ? 200 : 201,
    body: { id: Number(link.id), self: self(site, `/issue/${issue.id}/remotelink/${link.id}`) },
  };
}

function remove(call: Call): Reply {
  const { site, actor } = call;
  const issue = visibleIssue(site, actor, call.param('issueIdOrKey'));
  requireOnIssue(site, actor, 'LINK_ISSUES', issue);
  const globalId = call.query.get('globalId');
  if (globalId === null || globalId === '') throw badRequest("The query parameter 'globalId' is required.");
  site.store.remoteLinks.delete(byGlobalId(call, issue, globalId).id);
  return noContent();
}

export const remoteLinkRoutes: readonly Route[] = [
  route('GET', PATH, 'anyone', READ, read),
  route('POST', PATH, 'user', WRITE, write),
  route('DELETE', PATH, 'user', WRITE, remove),
];
