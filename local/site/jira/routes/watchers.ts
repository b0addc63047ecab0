import { z } from 'zod';
import { type Call, noContent, ok, type Reply, type Route, route } from '../call';
import { badRequest, notFound } from '../errors';
import { showWatches, unwatch, watch, watchersOf } from '../issues/watching';
import type { Issue } from '../model/entities';
import { hasProject, mayBrowse, requireLive, requireLogin, requireOnIssue, visibleIssue } from '../permissions/access';
import { personActor } from '../permissions/actor';
import { renderUser } from '../render';

const PATH = '/issue/{issueIdOrKey}/watchers';

/** Without View voters and watchers one sees oneself alone. */
function show(call: Call): Reply {
  const { site, actor } = call;
  const issue = visibleIssue(site, actor, call.param('issueIdOrKey'));
  const project = site.store.projects.get(issue.projectId);
  const seesAll = project && hasProject(site, actor, 'VIEW_VOTERS_AND_WATCHERS', project, issue);
  const shown = watchersOf(site, issue).filter((id) => seesAll || id === actor.accountId);
  return ok(
    { ...showWatches(site, actor, issue), watchers: shown.map((id) => renderUser(site, id)) },
    1 + shown.length,
  );
}

/** The issue and whose watching is meant, for those who may decide it. */
function asked(call: Call, accountId: string): Issue {
  const { site, actor } = call;
  const issue = visibleIssue(site, actor, call.param('issueIdOrKey'));
  requireLive(site, issue);
  if (!site.store.users.get(accountId)) throw notFound(`The user with account id '${accountId}' does not exist.`);
  if (accountId !== actor.accountId) requireOnIssue(site, actor, 'MANAGE_WATCHERS', issue);
  return issue;
}

function add(call: Call): Reply {
  const { site, actor } = call;
  const accountId = call.body(z.string().optional()) ?? requireLogin(actor);
  const issue = asked(call, accountId);
  if (accountId !== actor.accountId && !mayBrowse(site, personActor(accountId), issue))
    throw badRequest('The user cannot watch the issue, because it may not be seen by them.');
  watch(site, issue, accountId);
  return noContent();
}

function remove(call: Call): Reply {
  const accountId = call.query.get('accountId');
  if (accountId === null || accountId === '') throw badRequest("The query parameter 'accountId' is required.");
  unwatch(call.site, asked(call, accountId), accountId);
  return noContent();
}

export const watcherRoutes: readonly Route[] = [
  route('GET', PATH, 'anyone', 'read:jira-work', show),
  route('POST', PATH, 'user', 'write:jira-work', add),
  route('DELETE', PATH, 'user', 'write:jira-work', remove),
];
