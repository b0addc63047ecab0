import { triage } from '../../../controls/decisions';
import { type Content, DECIDED_FOR, isSame, type RowBody } from '../../domain/approval/entry';
import { itemIdOf } from '../../domain/item/item-id';
import { closedFor } from '../../domain/triage/closed';
import { thenOf } from '../../domain/triage/row';
import { AppError } from '../../errors';
import { saveDraft } from '../approvals/save-draft';
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
  const rowsOver = (standing: Content) =>
    [...new Set([...standing.keys(), ...wanted.keys()])]
      .sort()
      .filter((key) => !isSame(standing.get(key), wanted.get(key)))
      .map((key) => ({ key, part: key, itemId: of.subject, body: wanted.get(key) ?? null }));
  return { revision: await saveDraft(of, { revision, accountId }, rowsOver, context) };
};
