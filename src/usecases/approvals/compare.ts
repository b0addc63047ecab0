import { changesBetween } from '../../domain/approval/compare';
import { readContentAt, readCourse } from '../../store/approval';
import { accountsOf } from '../../store/person';
import type { UseCase } from '../use-case';
import { revisionOf } from './revision';
import { mustRead } from './sees';

/** Changes that one answer lists. */
const LISTED = 500;

/**
 * What differs between two versions, or a version and the draft, by row and field: the same for everything that a second person
 * approves. @throws AppError not-allowed, version-unknown
 */
export const compareVersions: UseCase<'approval.compare', never> = async ({ from, to, ...of }) => {
  await mustRead(of);
  const course = await readCourse(of);
  const before = await readContentAt(of, await revisionOf(course, from));
  const after = await readContentAt(of, await revisionOf(course, to));
  const changes = changesBetween(before, after);
  const listed = changes.slice(0, LISTED);
  const tokens = listed
    .filter(({ field }) => field === 'responsible')
    .flatMap(({ before: was, after: is }) => [was, is].filter((token) => typeof token === 'string'));
  return {
    changes: listed,
    more: changes.length - listed.length,
    people: Object.fromEntries(await accountsOf(tokens)),
  };
};
