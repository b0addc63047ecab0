import { z } from 'zod';
import type { Context } from '../context';
import type { ItemId } from '../domain/item/item-fact';
import { pageIdsOf } from '../domain/item/item-id';
import { AppError, type ErrorCode } from '../errors';
import { readCursor, writeCursor } from '../store/cursor';
import { chunks } from '../store/sql';
import { BATCH, writeBatch } from './writer';

/** Since when pages cannot be read, and why; null once they were read again. */
const cursorSchema = z
  .object({ since: z.number(), code: z.custom<ErrorCode>((code) => typeof code === 'string') })
  .nullable();
const CURSOR = 'pages';

export type PagesFailure = NonNullable<z.output<typeof cursorSchema>>;

export function readPagesFailure(): Promise<PagesFailure | null> {
  return readCursor(CURSOR, cursorSchema);
}

/**
 * Reads items of both products, each product's in batches of its own, so that one out of reach holds up nothing of the
 * other's: issues first, then pages.
 * @param noted events asked for it, whose notes are forgotten once the items are marked
 * @returns how many facts differ from what was stored
 * @throws AppError when Jira fails; a failure of Confluence is kept for the health page instead
 */
export async function writeItems(ids: readonly ItemId[], context: Context, noted = false): Promise<number> {
  const pages = new Set(ids.filter((id) => pageIdsOf([id]).length > 0));
  const issues = ids.filter((id) => !pages.has(id));
  const changed = await writeBatch({ ids: issues, ...(noted ? { why: 'noted' } : {}) }, context);
  return changed + (await writePages([...pages], context, noted));
}

/** Reads pages. When Confluence fails their marks stay open, and the five-minute schedule tries again. */
async function writePages(ids: readonly ItemId[], context: Context, noted: boolean): Promise<number> {
  if (ids.length === 0) return 0;
  const failing = await readPagesFailure();
  try {
    let changed = 0;
    for (const chunk of chunks(ids, BATCH))
      changed += await writeBatch({ ids: chunk, ...(noted ? { why: 'noted' } : {}) }, context);
    if (failing !== null) await writeCursor(CURSOR, null, context.now());
    return changed;
  } catch (error) {
    if (!(error instanceof AppError) || !error.code.startsWith('confluence-')) throw error;
    const failure: PagesFailure = { since: failing?.since ?? context.now(), code: error.code };
    await writeCursor(CURSOR, failure, context.now());
    context.log.info('pages-not-read', { code: error.code, pages: ids.length });
    return 0;
  }
}
