import type { Change, Issue } from '../model/entities';
import { renderUser } from '../render';
import { jiraTime, type Site } from '../site';

/** The most changes that come along with an issue; all of them are read at `/changelog`. Jira names no number. */
const MOST_ALONG = 100;

/** `Changelog`: one change, or those of its items that are asked for. */
export const showChange = (site: Site, change: Change, items = change.items): Record<string, unknown> => ({
  id: change.id,
  author: renderUser(site, change.author) ?? {},
  created: jiraTime(change.created),
  items,
});

/** `PageOfChangelogs`, as `expand=changelog` adds it to an issue: the latest changes, the most recent first. */
export function recentChanges(site: Site, issue: Issue): Record<string, unknown> {
  const all = site.store.changes.by('issue', issue.id);
  const histories = all
    .slice(-MOST_ALONG)
    .reverse()
    .map((change) => showChange(site, change));
  return { startAt: 0, maxResults: histories.length, total: all.length, histories };
}
