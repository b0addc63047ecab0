import { z } from 'zod';
import { type Call, noContent, ok, type Reply, type Route } from '../call';
import { forbidden } from '../errors';
import type { Notice } from '../model/notices';
import { mayBrowse, requireLogin } from '../permissions/access';
import { renderUser } from '../render';
import { jiraTime } from '../site';
import { id } from './bodies';

/**
 * What the bell of Jira's bar lists. Jira reads it from a source that is not public, so it lies under a path of the local
 * site's own, for each person alone.
 */
const PATH = '/local/jira/notifications';

function ofCaller(call: Call): Notice[] {
  if (call.actor.throughApp) throw forbidden('Notifications are for the person themself, not for apps.');
  return call.site.store.notices.by('person', requireLogin(call.actor));
}

/** The newest first; what one may no longer see is left out. */
function list(call: Call): Reply {
  const { site, actor } = call;
  const shown = ofCaller(call)
    .reverse()
    .flatMap(({ id: noticeId, kind, by, created, read, issueId }) => {
      const issue = site.store.issues.get(issueId);
      if (!issue || !mayBrowse(site, actor, issue)) return [];
      const about = { key: issue.key, summary: issue.values.summary ?? '' };
      return [{ id: noticeId, kind, by: renderUser(site, by), created: jiraTime(created), read, issue: about }];
    });
  return ok({ unread: shown.filter(({ read }) => !read).length, notifications: shown });
}

/** Marks those named as read, or all. */
function markRead(call: Call): Reply {
  const { ids } = call.body(z.object({ ids: z.array(id).optional() }));
  for (const notice of ofCaller(call))
    if (!notice.read && (ids === undefined || ids.includes(notice.id)))
      call.site.store.notices.put({ ...notice, read: true });
  return noContent();
}

export const notificationRoutes: readonly Route[] = [
  { method: 'GET', path: PATH, scopes: [], access: 'user', handle: list },
  { method: 'POST', path: `${PATH}/read`, scopes: [], access: 'user', handle: markRead },
];
