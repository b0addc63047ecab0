import type { Day } from '../../domain/day';
import { ACCEPTED, GONE } from '../../domain/item/standing';
import { type Condition, concerns, condition } from './condition';
import { choosing, type FieldFilter } from './field';
import { type Register, type RegisterPage, type RegisterView, readRegister } from './register';

/** Which AI risks: those that `only` names, of one square of a heat map, that concern one AI system. */
export interface RiskFilter {
  only: 'all' | 'above-threshold' | 'unrated' | 'acceptance-expired' | 'acceptance-expiring';
  square: { map: 'inherent' | 'residual'; likelihood: number; consequence: number } | null;
  systemId: string | null;
  fields: FieldFilter;
  /** Levels above it need treatment or an acceptance that holds. */
  threshold: number;
  today: Day;
  /** Acceptances that end until this day run out. */
  horizon: Day;
}

const LEVEL = 'i.likelihood * i.consequence';
const RISKS: Register<'inherent' | 'residual' | 'acceptance'> = {
  kind: 'ai-risk',
  columns: {
    inherent: LEVEL,
    residual: 'i.residual_likelihood * i.residual_consequence',
    acceptance: 'i.acceptance_expires',
  },
  // The highest level first; what is not rated is NULL, and comes last.
  order: `${LEVEL} DESC, i.likelihood DESC, i.acceptance_expires DESC, i.item_id`,
};

/** A page of living AI risks, highest level first: one statement. */
export const readRisks = (
  filter: RiskFilter,
  view: RegisterView<keyof (typeof RISKS)['columns']>,
): Promise<RegisterPage> => readRegister(RISKS, conditionsOf(filter), view);

const IS_ACCEPTED = `i.standing = '${ACCEPTED}'`;
/** Without a day it never expires. */
const EXPIRED = 'i.acceptance_expires IS NOT NULL AND i.acceptance_expires < ?';

function conditionsOf({ only, square, systemId, fields, threshold, today, horizon }: RiskFilter): Condition[] {
  const conditions = [condition(`i.standing <> '${GONE}'`), ...choosing(fields)];
  if (only === 'unrated') conditions.push(condition('i.likelihood IS NULL'));
  if (only === 'above-threshold')
    conditions.push(condition(`${LEVEL} > ? AND (NOT ${IS_ACCEPTED} OR (${EXPIRED}))`, threshold, today));
  if (only === 'acceptance-expired') conditions.push(condition(`${IS_ACCEPTED} AND ${EXPIRED}`, today));
  if (only === 'acceptance-expiring')
    conditions.push(condition(`${IS_ACCEPTED} AND i.acceptance_expires BETWEEN ? AND ?`, today, horizon));
  if (square !== null) {
    const of = square.map === 'residual' ? 'residual_' : '';
    conditions.push(
      condition(`i.${of}likelihood = ? AND i.${of}consequence = ?`, square.likelihood, square.consequence),
    );
  }
  if (systemId !== null) conditions.push(concerns(systemId));
  return conditions;
}
