import type { Context } from '../../context';
import { issueIdOf } from '../../domain/item/item-id';
import { AppError } from '../../errors';
import { type CommentPart, commentOn } from '../../jira/comment';
import { describeError } from '../../log';
import { readContentAt, readCourse, type Subject } from '../../store/approval';
import {
  NOBODY_TO_ASK_COMMENT,
  returnedComment,
  submittedComment,
  WHERE_TO_APPROVE,
} from '../../words/approval-comment';
import { KINDS } from './kinds';
import { othersEntitled, refusalOfContent } from './refusal';

/** Most people whom one comment mentions: beside an issue it is read by all who watch it. */
const MENTIONED = 5;

type Of = Pick<Context, 'catalogue' | 'log'>;

/**
 * Tells whoever was seen and may approve it, by one comment beside the issue that it is about (design, "Permissions"). What has no
 * issue is told by *Needs you* alone.
 */
export async function tellSubmitted(of: Subject, author: string, context: Of): Promise<void> {
  await tell(of, context, async (name) => {
    const course = await readCourse(of);
    const content = await readContentAt(of, course.revision);
    const asked: string[] = [];
    for (const accountId of await othersEntitled(author)) {
      if (asked.length === MENTIONED) break;
      if ((await refusalOfContent(of, course, content, accountId, context)) === null) asked.push(accountId);
    }
    const people = asked.flatMap((accountId): CommentPart[] => [{ accountId }, ' ']);
    return asked.length === 0
      ? [[submittedComment(name)], [NOBODY_TO_ASK_COMMENT]]
      : [[submittedComment(name)], [...people, WHERE_TO_APPROVE]];
  });
}

/** Tells whoever submitted it that it has to change, and what. @param author null where they erased their account */
export async function tellReturned(of: Subject, author: string | null, reason: string, context: Of): Promise<void> {
  const asked: CommentPart[] = author === null ? [] : [{ accountId: author }, ' '];
  await tell(of, context, async (name) => [[...asked, returnedComment(name)], [reason]]);
}

/** What was submitted or returned is so, whether or not a comment can say it: *Needs you* does. */
async function tell(of: Subject, { log }: Of, words: (name: string) => Promise<CommentPart[][]>): Promise<void> {
  const beside = KINDS[of.kind].beside?.(of.subject);
  const issueId = beside && issueIdOf(beside.item);
  if (!beside || !issueId) return;
  try {
    await commentOn(issueId, await words(beside.name));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    log.info('approval-not-told', { kind: of.kind, ...describeError(error) });
  }
}
