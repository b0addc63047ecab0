import { inForce } from '../../domain/approval/course';
import { contentOf, isSame } from '../../domain/approval/entry';
import { PROPOSED_ROWS } from '../../domain/criteria/in-force';
import { readCourse, readWholeContent } from '../../store/approval';
import { CRITERIA } from '../../store/criteria';
import { courseViewOf } from '../approvals/course';
import { partInApprovals } from '../approvals/part';
import type { UseCase } from '../use-case';
import { openInCriteria } from './edit';
import { rowsInOrder } from './rows';

/** Risk criteria as they are worked on, for whoever manages, approves or audits; for others the version in force. */
export const readCriteria: UseCase<'criteria.read', 'zone' | 'today'> = async (_input, context) => {
  const part = await partInApprovals();
  const course = await readCourse(CRITERIA);
  const approvedAt = inForce(course)?.revision ?? 0;
  const at = async (revision: number) => contentOf(revision === 0 ? [] : await readWholeContent(CRITERIA, revision));
  const approved = await at(approvedAt);
  const shown = part.seesDraft && course.revision !== approvedAt ? await at(course.revision) : approved;
  const before = approvedAt === 0 ? PROPOSED_ROWS : approved;
  return {
    ...(await courseViewOf(course, part, context)),
    rows: rowsInOrder(shown).map((row) => ({ row, isChanged: !isSame(row.body, before.get(row.key)) })),
    isProposal: shown.size === 0,
    open: shown.size === 0 ? null : openInCriteria(shown),
  };
};
