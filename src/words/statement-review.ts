import type { Condition } from '../domain/applicability/condition';
import { numberOf } from '../domain/requirement/requirement-id';
import type { ReviewCause } from '../domain/statement/review';
import { isOwn } from '../domain/statement/row';
import { counted } from './numbers';
import { CONDITION_WORDS } from './statement-rows';

/** Why the Statement of Applicability in force is to be looked at again; the same words wherever it is told. */
export interface CauseTold {
  cause: ReviewCause;
  controls: readonly string[];
  condition: Condition | null;
  count: number;
}

const WORDS: Readonly<Record<ReviewCause, (told: CauseTold) => string>> = {
  'excluded-and-needed': ({ controls, count }) =>
    `${namesOf(controls)} is excluded, but ${counted(count, 'AI risk needs', 'AI risks need')} it: the exclusion is void`,
  'condition-of-none': ({ controls, condition, count }) =>
    `${counted(count, 'AI system now meets', 'AI systems now meet')} a condition that none met at the approval: “${
      condition === null ? '' : CONDITION_WORDS[condition]
    }” (${namesOf(controls)})`,
  reclassified: ({ count }) =>
    `our part, AI Act role or AI Act class was changed for ${counted(count, 'AI system', 'AI systems')} after the approval`,
  'new-criteria': () => 'the risk criteria are not those of the day of the approval',
  'new-catalogue': () => 'the catalogue of controls is newer than the approval',
};

/** One cause, within a line. */
const causeWords = (told: CauseTold): string => WORDS[told.cause](told);
/** One cause, at the beginning of a line. */
export const causeAtStartWords = (told: CauseTold): string => {
  const words = causeWords(told);
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const namesOf = (controls: readonly string[]): string =>
  controls.map((key) => (isOwn(key) ? key : numberOf(key))).join(', ');

/** Causes that one line names. */
const NAMED = 3;

/** All causes in one line, beside the Statement among what needs somebody. */
export function toReviewWords(causes: readonly CauseTold[]): string {
  const more = causes.length - NAMED;
  const further = more > 0 ? [`and ${counted(more, 'more reason', 'more reasons')}`] : [];
  return `to review: ${[...causes.slice(0, NAMED).map(causeWords), ...further].join('; ')}`;
}

export const TO_REVIEW = 'To review';
/** What can be done about it, for whoever manages. */
export const HOW_TO_REVIEW =
  'What is approved still counts. Change the rows that need it, or submit the Statement as it is: once it is approved again, this mark goes.';
/** For everybody else. */
export const REVIEW_CHANGES_NOTHING = 'What is approved still counts; whoever manages the AIMS looks at it again.';
export const SUBMITTED_FOR_REVIEW =
  'What is approved still counts. Once what was submitted is approved, this mark goes.';

/** Items of a cause besides those that are named: further ones, and those that the viewer may not see. */
export const otherItemsWords = (count: number, named: number): string =>
  named === 0 ? '' : `and ${counted(count, 'other', 'others')}`;
