import { inCommonRow, saysWhich } from '../../domain/in-common/row';
import { inCommonSubjectFrom } from '../../domain/in-common/subject';
import { numberOf } from '../../domain/requirement/requirement-id';
import { inCommonInComment } from '../../words/approval-comment';
import { IN_COMMON_OPEN } from '../../words/in-common';
import type { KindOfApproval } from '../approvals/kind';
import { seesItem } from '../sees-item';

/** "Met in common" counts for the AI systems that are said, for twelve months. */
export const IN_COMMON_APPROVAL: KindOfApproval = {
  open: async (rows) => (saysWhich(inCommonRow(rows)) ? null : IN_COMMON_OPEN),
  months: 12,
  beside(subject) {
    const { item, requirementId } = inCommonSubjectFrom(subject);
    return { item, name: inCommonInComment(numberOf(requirementId)) };
  },
  sees: (subject) => seesItem(inCommonSubjectFrom(subject).item),
};
