import { GRADES, type Grade } from '../domain/vocabulary/nonconformity';

export {
  GRADE_WORDS,
  type Grade,
  NONCONFORMITY_STAGE_WORDS,
  type NonconformityStage,
} from '../domain/vocabulary/nonconformity';

/** Days since a nonconformity was detected, while it is open. */
export const AGE_WORDS = {
  'under-30': 'under 30 days',
  '30-to-90': '30 to 90 days',
  '90-to-180': '90 to 180 days',
  'over-180': 'over 180 days',
  unknown: 'age not known',
} as const;
export type Age = keyof typeof AGE_WORDS;

/** The grades that a table counts by, worst first: "no grade yet" only where it occurs. */
export const gradesShown = (counted: readonly { grade: Grade }[]): Grade[] =>
  GRADES.filter((known) => known !== 'ungraded' || counted.some(({ grade }) => grade === known));
