import type { Day } from '../../domain/day';
import type { Settings } from '../../domain/decision/decision';
import { ACCEPTED, GONE } from '../../domain/item/standing';
import { highestAcceptable } from '../../domain/risk/acceptance';
import { type Condition, concerns, condition } from './condition';
import { choosing, type FieldFilter } from './field';
import { type Register, type RegisterPage, type RegisterView, readRegister } from './register';

/** Which AI risks: those that `only` names, of one square of a heat map, that concern one AI system. */
export interface RiskFilter {
  only: 'all' | 'above-threshold' | 'unrated' | 'acceptance-expired' | 'acceptance-expiring';
  square: { map: 'inherent' | 'residual'; likelihood: number; consequence: number } | null;
  systemId: string | null;
  fields: FieldFilter;
  /** Whose criteria say which levels need a treatment and an acceptance, and which acceptances hold. */
  settings: Settings;
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

/** As `domain/risk/acceptance.ts` says, but for its end: what remains is rated, and neither above what was found nor unbearable. */
const IS_ACCEPTED = `(i.standing = '${ACCEPTED}' AND i.residual_likelihood IS NOT NULL AND i.residual_consequence IS NOT NULL
    AND (i.likelihood IS NULL OR i.consequence IS NULL
      OR (i.residual_likelihood <= i.likelihood AND i.residual_consequence <= i.consequence))
    AND i.residual_likelihood * i.residual_consequence <= ?)`;
/** Without a day it never expires. */
const EXPIRED = '(i.acceptance_expires IS NOT NULL AND i.acceptance_expires < ?)';

function conditionsOf({ only, square, systemId, fields, settings, today, horizon }: RiskFilter): Condition[] {
  const most = highestAcceptable(settings);
  const conditions = [condition(`i.standing <> '${GONE}'`), ...choosing(fields)];
  if (only === 'unrated') conditions.push(condition('i.likelihood IS NULL'));
  if (only === 'above-threshold')
    conditions.push(
      condition(`${LEVEL} > ? AND (NOT ${IS_ACCEPTED} OR ${EXPIRED})`, settings.criteria.threshold, most, today),
    );
  if (only === 'acceptance-expired') conditions.push(condition(`${IS_ACCEPTED} AND ${EXPIRED}`, most, today));
  if (only === 'acceptance-expiring')
    conditions.push(condition(`${IS_ACCEPTED} AND i.acceptance_expires BETWEEN ? AND ?`, most, today, horizon));
  if (square !== null) {
    const of = square.map === 'residual' ? 'residual_' : '';
    conditions.push(
      condition(`i.${of}likelihood = ? AND i.${of}consequence = ?`, square.likelihood, square.consequence),
    );
  }
  if (systemId !== null) conditions.push(concerns(systemId));
  return conditions;
}
