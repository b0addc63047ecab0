import type { ItemId } from '../domain/item/item-fact';
import { issueIdOf } from '../domain/item/item-id';
import { mayView } from '../jira/permission';

/** Whether the caller may browse the issue behind an item; nobody may browse what is none. */
export async function seesItem(item: ItemId): Promise<boolean> {
  const issueId = issueIdOf(item);
  return issueId !== null && (await mayView({ issueId })).browses;
}
