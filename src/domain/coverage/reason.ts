import type { Day } from '../day';
import type { ItemFact, ItemId } from '../item/item-fact';

/** Why a cell has its state: one code for each rule, with the items that made it match. */
export type ReasonCode =
  | 'open-nonconformity'
  | 'lost-nonconformity'
  | 'closed-incomplete'
  | 'dismissed-without-right'
  | 'dismissal-not-agreed'
  | 'not-applicable'
  | 'condition-false'
  | 'deviation'
  | 'exclusion-void'
  | 'decision-missing'
  | 'reason-missing'
  | 'concluded'
  | 'conclusion-outdated'
  | 'concluded-nonconforming'
  | 'conclusion-settled'
  | 'current-evidence'
  | 'declared-only'
  | 'done-work'
  | 'impact-assessment-waived'
  | 'triage-by-one-person'
  | 'triage-ended'
  | 'in-common'
  | 'in-common-by-one-person'
  | 'in-common-ended'
  | 'open-work'
  | 'evidence-empty'
  | 'evidence-lapsed'
  | 'evidence-lost'
  | 'evidence-not-yet-effective'
  | 'done-day-not-known'
  | 'date-not-known'
  | 'evidence-older-than-change'
  | 'renewal-under-way'
  | 'record-missing'
  | 'document-missing'
  | 'second-work-open'
  | 'draft'
  | 'work-started'
  | 'work-not-started'
  | 'work-cancelled'
  | 'template-only'
  | 'required-by-risk'
  | 'required-control-excluded'
  | 'not-due-until'
  | 'early-work'
  | 'nothing-linked'
  | 'no-ai-system'
  | 'not-assigned'
  | 'unrated-risks'
  | 'risk-assessment-missing'
  | 'risk-not-treated'
  | 'residual-not-accepted'
  | 'residual-not-rated'
  | 'residual-above-inherent'
  | 'level-not-acceptable'
  | 'accepted-by-own'
  | 'accepted-without-right'
  | 'needs-top-management'
  | 'changed-since-acceptance'
  | 'criteria-missing'
  | 'criteria-approved'
  | 'criteria-lapsed'
  | 'older-words'
  | 'acceptance-expired'
  | 'risks-under-control'
  | 'applicability-complete'
  | 'applicability-open'
  | 'not-approved'
  | 'approval-lapsed'
  | 'acknowledged'
  | 'acknowledgements-below-threshold'
  | 'audience-too-small'
  | 'audience-nobody'
  | 'audience-empty'
  | 'audience-unreadable'
  | 'audience-as-last-read'
  | 'joined-lately'
  | 'corrective-steps-complete'
  | 'corrective-steps-missing'
  | 'nonconformity-overdue'
  | 'none-closed-lately'
  | 'unknown';

export interface Reason {
  code: ReasonCode;
  items?: ItemId[];
  day?: Day;
  /** How many, where naming each would be too long. */
  count?: number;
  /** `major` or `minor`, a stage, a field's key, or the number of a requirement: a word of the vocabulary, never text of an issue. */
  detail?: string;
}

/** One reason for each of `fields` in which items have a date that nobody can have meant, and that therefore is not known. */
export function implausibleDates(items: readonly ItemFact[], fields: readonly string[]): Reason[] {
  return fields.flatMap((field) => {
    const those = items.filter((item) => item.implausibleDates?.includes(field)).map(({ id }) => id);
    return those.length === 0 ? [] : [{ code: 'date-not-known', items: [...new Set(those)].sort(), detail: field }];
  });
}

/** The items behind a reason, in one order whatever the order in which they were read. */
export const idsOf = (items: readonly ItemFact[]): ItemId[] => items.map(({ id }) => id).sort();
