import type { Course } from '../../domain/approval/course';
import { AppError } from '../../errors';
import { partInApprovals } from './part';

/** The revision that is meant. A draft is for whoever manages, approves or audits. @throws AppError version-unknown, not-allowed */
export async function revisionOf(course: Course, wanted: number | 'draft'): Promise<number> {
  if (wanted === 'draft') {
    if (!(await partInApprovals()).seesDraft) throw new AppError('not-allowed');
    return course.revision;
  }
  const version = course.versions.find((one) => one.version === wanted);
  if (!version) throw new AppError('version-unknown');
  return version.revision;
}
