import { addDays, type Day, lastEndingBefore } from '../../domain/day';
import type { Settings } from '../../domain/decision/decision';
import { ACCEPTED, GONE } from '../../domain/item/standing';
import { acceptanceRules } from '../../domain/risk/acceptance';
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
const REMAINS = 'i.residual_likelihood * i.residual_consequence';
const RISKS: Register<'inherent' | 'residual' | 'acceptance'> = {
  kind: 'ai-risk',
  columns: {
    inherent: LEVEL,
    residual: REMAINS,
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

/**
 * As `domain/risk/acceptance.ts` says, but for its end: whoever accepted might, nothing changed since, what remains is rated, neither
 * above what was found nor in a band that asks for somebody else. What nobody has looked at counts by its status.
 */
function isAccepted(settings: Settings): Condition {
  const bands = bandsOf(settings).filter(({ who }) => who !== 'nobody');
  const inBand = bands.map(({ who }) => {
    const by = who === 'top-management' ? "AND (i.accepted_by IS NULL OR i.accepted_by = 'top-management')" : '';
    return `(${REMAINS} BETWEEN ? AND ? ${by})`;
  });
  return condition(
    `(i.standing = '${ACCEPTED}' AND (i.accepted_by IS NULL OR i.accepted_by IN ('top-management', 'aims-approvers'))
      AND i.residual_likelihood IS NOT NULL AND i.residual_consequence IS NOT NULL
      AND (i.likelihood IS NULL OR i.consequence IS NULL
        OR (i.residual_likelihood <= i.likelihood AND i.residual_consequence <= i.consequence))
      AND (${['FALSE', ...inBand].join(' OR ')}))`,
    ...bands.flatMap(({ from, to }) => [from, to]),
  );
}

/** Its own day is over, or the months that its band gives; without either it never ends. */
function hasEndedBefore(day: Day, settings: Settings): Condition {
  const bands = bandsOf(settings);
  return condition(
    `((i.acceptance_expires IS NOT NULL AND i.acceptance_expires < ?)
      OR (i.accepted_on IS NOT NULL AND (${bands.map(() => `(${REMAINS} BETWEEN ? AND ? AND i.accepted_on <= ?)`).join(' OR ')})))`,
    day,
    ...bands.flatMap(({ from, to, months }) => [from, to, lastEndingBefore(day, months)]),
  );
}

const bandsOf = (settings: Settings) =>
  acceptanceRules(settings).map((rule, place, rules) => ({ ...rule, from: (rules[place - 1]?.to ?? 0) + 1 }));

const both = (one: Condition, other: Condition, not = ''): Condition =>
  condition(`${one.sql} AND ${not}${other.sql}`, ...one.parameters, ...other.parameters);

function conditionsOf({ only, square, systemId, fields, settings, today, horizon }: RiskFilter): Condition[] {
  const accepted = isAccepted(settings);
  const expired = hasEndedBefore(today, settings);
  const conditions = [condition(`i.standing <> '${GONE}'`), ...choosing(fields)];
  if (only === 'unrated') conditions.push(condition('i.likelihood IS NULL'));
  if (only === 'above-threshold')
    conditions.push(
      condition(
        `${LEVEL} > ? AND (NOT ${accepted.sql} OR ${expired.sql})`,
        settings.criteria.threshold,
        ...accepted.parameters,
        ...expired.parameters,
      ),
    );
  if (only === 'acceptance-expired') conditions.push(both(accepted, expired));
  if (only === 'acceptance-expiring')
    conditions.push(both(both(accepted, expired, 'NOT '), hasEndedBefore(addDays(horizon, 1), settings)));
  if (square !== null) {
    const of = square.map === 'residual' ? 'residual_' : '';
    conditions.push(
      condition(`i.${of}likelihood = ? AND i.${of}consequence = ?`, square.likelihood, square.consequence),
    );
  }
  if (systemId !== null) conditions.push(concerns(systemId));
  return conditions;
}
