import { type ItemIndex, linkedTo } from '../item/contribution';
import type { ItemFact } from '../item/item-fact';
import { CHECKLIST, type ChecklistPoint } from '../vocabulary/nonconformity';

/**
 * What 10.2 asks to be recorded of a nonconformity, and whether it is; of facts of version 0.1.0 what they tell. The cause is acted on
 * by one corrective action that is implemented, whatever else is planned, or by saying why there is none.
 * @param index holds what corrects it
 */
export function checklistOf(item: ItemFact, index: ItemIndex): { code: ChecklistPoint; done: boolean }[] {
  const facts = item.nonconformity;
  if (!facts) return [];
  const { steps } = facts;
  const done: Readonly<Record<ChecklistPoint, boolean>> = {
    correction: steps.correction,
    cause: steps.cause,
    'corrective-action': facts.whyNoAction !== false || linkedTo(item, 'corrects', index).some(isImplemented),
    effectiveness: steps.effectiveness,
    reviewer: facts.otherReviewer !== false,
    'aims-changes': steps.aimsChanges,
  };
  return CHECKLIST.map((code) => ({ code, done: done[code] }));
}

const isImplemented = ({ progress }: ItemFact): boolean => progress === 'done';

/** All of it is there. */
export const isComplete = (item: ItemFact, index: ItemIndex): boolean =>
  checklistOf(item, index).every(({ done }) => done);

/** It may be closed. Changes to the AIMS are asked for besides, and do not hold up what is corrected. */
export const isCorrected = (item: ItemFact, index: ItemIndex): boolean =>
  checklistOf(item, index).every(({ code, done }) => done || code === 'aims-changes');
