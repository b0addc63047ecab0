import type { Issue } from '../model/entities';
import type { Actor } from '../permissions/actor';
import type { Site } from '../site';

const idOf = (issue: Issue, accountId: string): string => `${issue.id}/${accountId}`;

export const watchersOf = (site: Site, issue: Issue): string[] =>
  site.store.watching.by('issue', issue.id).map(({ accountId }) => accountId);

export function watch(site: Site, issue: Issue, accountId: string): void {
  site.store.watching.put({ id: idOf(issue, accountId), issueId: issue.id, accountId });
}

export function unwatch(site: Site, issue: Issue, accountId: string): void {
  site.store.watching.delete(idOf(issue, accountId));
}

/** People watch what they create and comment on, as their preference is unless they change it; an app does not. */
export function autowatch(site: Site, actor: Actor, issue: Issue): void {
  if (actor.accountId !== null && !actor.isApp) watch(site, issue, actor.accountId);
}

/** `watches` of an issue. */
export const showWatches = (site: Site, actor: Actor, issue: Issue): Record<string, unknown> => {
  const watchers = watchersOf(site, issue);
  return {
    self: `${site.baseUrl}/rest/api/3/issue/${issue.key}/watchers`,
    watchCount: watchers.length,
    isWatching: actor.accountId !== null && watchers.includes(actor.accountId),
  };
};
