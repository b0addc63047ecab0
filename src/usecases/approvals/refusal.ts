import type { Context } from '../../context';
import type { Course } from '../../domain/approval/course';
import type { Content } from '../../domain/approval/entry';
import { AppError } from '../../errors';
import { readContentAt, type Subject } from '../../store/approval';
import { holdersNow, mayApprove } from '../people/seen';
import { KINDS } from './kinds';
import { ownText } from './own-text';

type Of = Pick<Context, 'catalogue'>;

/** Why somebody may not approve what is submitted, or null. */
export async function refusalFor(
  of: Subject,
  course: Course,
  accountId: string,
  context: Of,
): Promise<AppError | null> {
  return refusalOfContent(of, course, await readContentAt(of, course.revision), accountId, context);
}

/** As `refusalFor`, of content that was read already. */
export async function refusalOfContent(
  of: Subject,
  course: Course,
  content: Content,
  accountId: string,
  context: Of,
): Promise<AppError | null> {
  const own = await ownText(of, course, accountId);
  if (own !== null) return own;
  const { refusal, open: openPoints } = KINDS[of.kind];
  const refused = refusal === undefined ? null : await refusal(of.subject, accountId);
  if (refused !== null) return refused;
  const open = await openPoints(content, context, of.subject);
  return open === null ? null : new AppError('approval-incomplete', { detail: open });
}

/** Who else was seen here and may approve, the last seen first. */
export const othersEntitled = async (accountId: string): Promise<string[]> =>
  (await holdersNow()).filter((one) => mayApprove(one) && one.accountId !== accountId).map((one) => one.accountId);
