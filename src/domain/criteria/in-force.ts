import { proposedCriteria } from '../../../controls/decisions';
import type { Content } from '../approval/entry';
import type { Day } from '../day';
import { type Criteria, criteriaFrom, type WordsChanged, wordsChanged } from './criteria';

/** The criteria that count today. */
export interface CriteriaInForce extends Criteria {
  /** Null while nobody has approved any: then what the app proposes counts, as far as figures need a number. */
  approved: { on: Day; validUntil: Day | null } | null;
  wordsChanged: WordsChanged;
}

/** What a first draft begins with, by row. */
export const PROPOSED_ROWS: Content = new Map(Object.entries(proposedCriteria.rows));

export const PROPOSED_CRITERIA: CriteriaInForce = {
  ...criteriaFrom(PROPOSED_ROWS),
  approved: null,
  wordsChanged: wordsChanged(PROPOSED_ROWS, []),
};
