import type { Context } from '../../context';
import type { Content } from '../../domain/approval/entry';
import type { ItemId } from '../../domain/item/item-fact';
import type { AppError } from '../../errors';

/** What is particular to a kind of thing that is approved; everything else is the same for all. */
export interface KindOfApproval {
  /** What is still open, in words, which an approval is refused for; null where nothing is. */
  open(rows: Content, context: Pick<Context, 'catalogue'>, subject: string): Promise<string | null>;
  /** For how many months an approval counts; null: it does not end. */
  months: number | null;
  /** What is kept with an approval of what is so on that day, outside what is approved. */
  annex?(context: Pick<Context, 'catalogue' | 'configuration' | 'zone' | 'today'>): Promise<unknown>;
  /** What is kept of it beside its history, before figures are counted anew. */
  keep?(context: Pick<Context, 'now' | 'zone'>): Promise<unknown>;
  /** Whether the caller may see what it is about; without it, whoever holds the permission may. */
  sees?(subject: string): Promise<boolean>;
  /** The item beside which people are told of it by a comment, where that is an issue, and what it is called there. */
  beside?(subject: string): { item: ItemId; name: string };
  /** Why somebody may not approve it though they wrote nothing of it; null where they may. */
  refusal?(subject: string, accountId: string): Promise<AppError | null>;
}
