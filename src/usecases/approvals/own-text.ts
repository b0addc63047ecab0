import { triage } from '../../../controls/decisions';
import { authorsOf } from '../../domain/approval/authors';
import { type Course, inForce } from '../../domain/approval/course';
import { AppError, DETAILS } from '../../errors';
import { readContentAt, readWritten, type Subject } from '../../store/approval';
import { tokenOf } from '../../store/person';

/** Two pairs of eyes: whoever wrote what stands in what was submitted, or submitted it, does not approve it. Null where they may. */
export async function ownText(of: Subject, course: Course, accountId: string): Promise<AppError | null> {
  const me = await tokenOf(accountId);
  if (course.submitted?.person === me) return new AppError('approval-own-text');
  const before = inForce(course)?.revision ?? 0;
  const written = (await readWritten(of, before)).filter(({ revision }) => revision <= course.revision);
  const approved = await readContentAt(of, before);
  const keys = [...authorsOf(written, approved)].filter(([, people]) => people.has(me)).map(([key]) => key);
  return keys.length === 0 ? null : new AppError('approval-own-text', whereOf(of, keys));
}

/** Which parts of it are theirs, where it has parts that people know. */
function whereOf({ kind }: Subject, keys: readonly string[]): { detail?: string } {
  switch (kind) {
    case 'statement':
      return { detail: DETAILS.controls(keys) };
    case 'criteria':
    case 'settings':
      return { detail: DETAILS.rows(keys) };
    case 'triage': {
      const questions = triage.questions.filter(({ id }) => keys.includes(id));
      return questions.length === 0 ? {} : { detail: DETAILS.criteria(questions.map(({ number }) => number)) };
    }
    case 'in-common':
      return {};
  }
}
