import { type Course, isPossible } from '../../domain/approval/course';
import type { Act } from '../../domain/approval/entry';
import { AppError, type ErrorCode } from '../../errors';
import { appendAct, type NewAct, readCourse, type Subject } from '../../store/approval';

/** What an act is refused with that is not possible as things stand. */
const NOT_POSSIBLE: Readonly<Record<Act, ErrorCode>> = {
  drafted: 'draft-locked',
  submitted: 'draft-locked',
  'taken-back': 'approval-not-submitted',
  returned: 'approval-not-submitted',
  approved: 'approval-not-submitted',
  withdrawn: 'version-unknown',
};

/** How often an act is tried anew because others were first: each of them has written something. */
const TRIES = 10;

/**
 * Appends an act as the next revision, whoever acts at the same time: who comes second looks at what the first has done.
 * @param prepare what to append, as things stand; it may refuse
 * @returns the revision of the act
 * @throws AppError what `NOT_POSSIBLE` says; content-changed where others always were first
 */
export async function act(
  of: Subject,
  kind: Act,
  accountId: string,
  prepare: (course: Course) => Promise<Omit<NewAct, 'act' | 'revision'>>,
): Promise<number> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const course = await readCourse(of);
    if (!isPossible(kind, course)) throw new AppError(NOT_POSSIBLE[kind]);
    const revision = course.revision + 1;
    if (await appendAct(of, accountId, { ...(await prepare(course)), act: kind, revision })) return revision;
  }
  throw new AppError('content-changed');
}
