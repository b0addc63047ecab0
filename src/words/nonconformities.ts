import {
  GRADES,
  type Grade,
  NONCONFORMITY_STAGE_WORDS,
  type NonconformityStage,
} from '../domain/vocabulary/nonconformity';
import { showThemWords } from './figures';
import { counted } from './numbers';

export {
  GRADE_WORDS,
  type Grade,
  NONCONFORMITY_STAGE_WORDS,
  type NonconformityStage,
} from '../domain/vocabulary/nonconformity';

/** How far a nonconformity has come: what was dismissed was never closed. */
export const stageWords = ({ stage, dismissed }: { stage: NonconformityStage; dismissed: boolean }): string =>
  dismissed ? 'Dismissed' : NONCONFORMITY_STAGE_WORDS[stage];

/** Days since a nonconformity was detected, while it is open. */
export const AGE_WORDS = {
  'under-30': 'under 30 days',
  '30-to-90': '30 to 90 days',
  '90-to-180': '90 to 180 days',
  'over-180': 'over 180 days',
  unknown: 'age not known',
} as const;
export type Age = keyof typeof AGE_WORDS;

/** What is counted by age. */
export const SINCE_DETECTION = 'Since detection';

/** What a count of them does not say. */
export const MORE_MAY_BE_BETTER = 'More nonconformities found may mean better audits.';

export const effectivenessDueWords = (count: number): string =>
  `${counted(count, 'effectiveness review', 'effectiveness reviews')} due in 30 days`;

/** Read out for a number of open ones that leads to them. @param of their grade, step or age */
export const openShownWords = (count: number, ...of: readonly string[]): string =>
  showThemWords([`${count} open`, ...of].join(', '));

/** The grades that a table counts by, worst first: "no grade yet" only where it occurs. */
export const gradesShown = (present: readonly { grade: Grade }[]): Grade[] =>
  GRADES.filter((known) => known !== 'ungraded' || present.some(({ grade }) => grade === known));
