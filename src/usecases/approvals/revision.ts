import { AppError } from '../../errors';
import { readCourse, type Subject } from '../../store/approval';
import { partInApprovals } from './part';

/** The revision that is meant. A draft is for whoever manages, approves or audits. @throws AppError version-unknown, not-allowed */
export async function revisionOf(of: Subject, wanted: number | 'draft'): Promise<number> {
  const course = await readCourse(of);
  if (wanted === 'draft') {
    if (!(await partInApprovals()).seesDraft) throw new AppError('not-allowed');
    return course.revision;
  }
  const version = course.versions.find((one) => one.version === wanted);
  if (!version) throw new AppError('version-unknown');
  return version.revision;
}
