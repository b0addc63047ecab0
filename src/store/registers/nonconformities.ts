import type { Day } from '../../domain/day';
import { CLOSED, GONE } from '../../domain/item/standing';
import {
  GRADES,
  type Grade,
  NONCONFORMITY_STAGES,
  type NonconformityStage,
} from '../../domain/vocabulary/nonconformity';
import { placeAmong } from '../sql';
import { type Condition, condition } from './condition';
import { choosing, type FieldFilter } from './field';
import { type Register, type RegisterPage, type RegisterView, readRegister } from './register';

/** Which nonconformities; null filters nothing. */
export interface NonconformityFilter {
  closed: boolean;
  grade: Grade | null;
  stage: NonconformityStage | null;
  /** First and last day of detection, both included, null for open ends; or those of which no day is known. */
  detected: { from: Day | null; to: Day | null } | 'unknown' | null;
  /** As `detected`, of the day on which the review of effectiveness falls due. */
  due: { from: Day | null; to: Day | null } | null;
  fields: FieldFilter;
}

const GRADE_PLACE = placeAmong('i.grade', GRADES);
const NONCONFORMITIES: Register<'grade' | 'stage' | 'age' | 'due'> = {
  kind: 'nonconformity',
  columns: {
    grade: GRADE_PLACE,
    stage: placeAmong('i.standing', NONCONFORMITY_STAGES),
    /** The day of detection: the older, the earlier. */
    age: 'i.detected_on',
    due: 'i.effectiveness_due',
  },
  order: `${GRADE_PLACE}, i.detected_on, i.effectiveness_due, i.item_id`,
};

/** A page of nonconformities, worst and oldest first: one statement. */
export const readNonconformities = (
  filter: NonconformityFilter,
  view: RegisterView<keyof (typeof NONCONFORMITIES)['columns']>,
): Promise<RegisterPage> => readRegister(NONCONFORMITIES, conditionsOf(filter), view);

function conditionsOf({ closed, grade, stage, detected, due, fields }: NonconformityFilter): Condition[] {
  const conditions = [
    condition(`i.standing <> '${GONE}' AND i.standing ${closed ? '=' : '<>'} '${CLOSED}'`),
    ...choosing(fields),
  ];
  if (grade !== null) conditions.push(condition('i.grade = ?', grade));
  if (stage !== null) conditions.push(condition('i.standing = ?', stage));
  if (detected === 'unknown') conditions.push(condition('i.detected_on IS NULL'));
  else if (detected !== null) conditions.push(between('i.detected_on', detected));
  if (due !== null) conditions.push(between('i.effectiveness_due', due));
  return conditions;
}

const between = (column: string, { from, to }: { from: Day | null; to: Day | null }): Condition =>
  condition(`${column} BETWEEN ? AND ?`, from ?? '0000-01-01', to ?? '9999-12-31');
