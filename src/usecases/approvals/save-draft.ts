import type { Context } from '../../context';
import type { Content } from '../../domain/approval/entry';
import { AppError } from '../../errors';
import { type NewRow, readContentAt, readCourse, type Subject } from '../../store/approval';
import { act } from './act';

/**
 * Writes a draft that is one piece: over what the caller has seen, or not at all. What says the same as before makes no revision.
 * @param rowsOver what to write over what stands; nothing where it says the same
 * @returns the newest revision
 * @throws AppError content-changed, draft-locked
 */
export async function saveDraft(
  of: Subject,
  { revision, accountId }: { revision: number; accountId: string },
  rowsOver: (standing: Content) => readonly NewRow[] | Promise<readonly NewRow[]>,
  { now }: Pick<Context, 'now'>,
): Promise<number> {
  if ((await readCourse(of)).revision !== revision) throw new AppError('content-changed');
  const rows = await rowsOver(await readContentAt(of, revision));
  if (rows.length === 0) return revision;
  return act(of, 'drafted', accountId, async (latest) => {
    if (latest.revision !== revision) throw new AppError('content-changed');
    return { at: now(), rows };
  });
}
