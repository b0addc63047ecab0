import { triage } from '../../../controls/decisions';
import { contentOf, DECIDED_FOR, isSame, type RowBody } from '../../domain/approval/entry';
import { itemIdOf } from '../../domain/item/item-id';
import { closedFor } from '../../domain/triage/closed';
import { thenOf } from '../../domain/triage/row';
import { AppError } from '../../errors';
import { readCourse, readWholeContent } from '../../store/approval';
import { act } from '../approvals/act';
import { mustSee } from '../approvals/sees';
import { knownSystem } from '../systems/known';
import type { UseCase } from '../use-case';

/**
 * Saves the answers as a draft, with what the AI system is now. What somebody else wrote meanwhile is not overwritten; what is
 * submitted is locked. What says the same as before makes no revision.
 * @throws AppError not-allowed, ai-system-unknown, triage-closed, input-invalid, content-changed, draft-locked
 */
export const editTriage: UseCase<'triage.edit', 'now'> = async (
  { issueId, revision, answers },
  context,
  { accountId },
) => {
  const of = { kind: 'triage', subject: itemIdOf(issueId) } as const;
  await mustSee(of);
  const now = thenOf(await knownSystem(of.subject));
  const closed = closedFor(now);
  if (closed !== null) throw new AppError('triage-closed', { detail: closed.says });
  const wanted = new Map<string, RowBody>([[DECIDED_FOR, { ...now }]]);
  for (const { question, answer, reason } of answers) {
    if (!triage.questions.some(({ id }) => id === question) || wanted.has(question))
      throw new AppError('input-invalid');
    wanted.set(question, { answer, reason });
  }
  const course = await readCourse(of);
  if (course.revision !== revision) throw new AppError('content-changed');
  const standing = contentOf(await readWholeContent(of, revision));
  const keys = [...new Set([...standing.keys(), ...wanted.keys()])].sort();
  const rows = keys
    .filter((key) => !isSame(standing.get(key), wanted.get(key)))
    .map((key) => ({ key, part: key, itemId: of.subject, body: wanted.get(key) ?? null }));
  if (rows.length === 0) return { revision };
  return {
    revision: await act(of, 'drafted', accountId, async (latest) => {
      if (latest.revision !== revision) throw new AppError('content-changed');
      return { at: context.now(), rows };
    }),
  };
};
