import type { ItemId } from './item-fact';

const JIRA = 'jira:';
const PAGE = 'page:';

export function itemIdOf(issueId: string): ItemId {
  return `${JIRA}${issueId}`;
}

/** The Jira issue id behind an item id, or null for a page. */
export function issueIdOf(itemId: ItemId): string | null {
  return itemId.startsWith(JIRA) ? itemId.slice(JIRA.length) : null;
}

/** The Jira issue ids behind item ids; pages are left out. */
export function issueIdsOf(itemIds: readonly ItemId[]): string[] {
  return itemIds.flatMap((id) => issueIdOf(id) ?? []);
}

export function pageItemIdOf(pageId: string): ItemId {
  return `${PAGE}${pageId}`;
}

/** The Confluence page ids behind item ids; issues are left out. */
export function pageIdsOf(itemIds: readonly ItemId[]): string[] {
  return itemIds.filter((id) => id.startsWith(PAGE)).map((id) => id.slice(PAGE.length));
}
