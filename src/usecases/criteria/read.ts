import { isSame } from '../../domain/approval/entry';
import { PROPOSED_ROWS } from '../../domain/criteria/in-force';
import { CRITERIA } from '../../store/criteria';
import { courseViewOf, readAsSeen } from '../approvals/course';
import { partInApprovals } from '../approvals/part';
import type { UseCase } from '../use-case';
import { openInCriteria } from './edit';
import { rowsInOrder } from './rows';

/** Risk criteria as they are worked on, for whoever manages, approves or audits; for others the version in force. */
export const readCriteria: UseCase<'criteria.read', 'zone' | 'today'> = async (_input, context) => {
  const part = await partInApprovals();
  const { course, approved, shown } = await readAsSeen(CRITERIA, part);
  const before = approved.size === 0 ? PROPOSED_ROWS : approved;
  return {
    ...(await courseViewOf(course, part, context)),
    rows: rowsInOrder(shown).map((row) => ({ row, isChanged: !isSame(row.body, before.get(row.key)) })),
    isProposal: shown.size === 0,
    open: shown.size === 0 ? null : openInCriteria(shown),
  };
};
