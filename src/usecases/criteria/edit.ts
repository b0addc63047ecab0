import { type Content, isSame } from '../../domain/approval/entry';
import { bandsRise, criteriaFrom } from '../../domain/criteria/criteria';
import { PROPOSED_ROWS } from '../../domain/criteria/in-force';
import { AppError, DETAILS } from '../../errors';
import { readRows } from '../../store/approval';
import { CRITERIA } from '../../store/criteria';
import { act } from '../approvals/act';
import type { UseCase } from '../use-case';

/**
 * Writes rows of the draft; the first draft has what the app proposes in every row besides. A row that somebody else wrote since
 * the caller read it is not overwritten; what is submitted is locked.
 * @throws AppError draft-locked, row-written-meanwhile
 */
export const editCriteria: UseCase<'criteria.edit', 'now'> = async ({ revision, rows }, context, { accountId }) => ({
  revision: await act(CRITERIA, 'drafted', accountId, async (course) => {
    if (course.revision > revision) {
      const keys = rows.map(({ key }) => key);
      const [then, now] = [await readRows(CRITERIA, keys, revision), await readRows(CRITERIA, keys, course.revision)];
      if (keys.some((key) => !isSame(then.get(key), now.get(key)))) throw new AppError('row-written-meanwhile');
    }
    const written = new Map<string, Readonly<Record<string, unknown>>>(course.revision === 0 ? PROPOSED_ROWS : []);
    for (const { key, body } of rows) written.set(key, body);
    return {
      at: context.now(),
      rows: [...written].map(([key, body]) => ({ key, body, part: '', itemId: null })),
    };
  }),
});

/** What is still open in words, or null. */
export const openInCriteria = (rows: Content): string | null =>
  bandsRise(criteriaFrom(rows).scale) ? null : DETAILS.bandsDoNotRise;
