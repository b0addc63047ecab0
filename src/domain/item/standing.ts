import type { Day } from '../day';
import { isInScope } from '../lifecycle/stage';
import { hasKnownEnd, isLiving } from '../risk/risk';
import type { Grade, ItemFact, NonconformityStage, Rating } from './item-fact';

/**
 * The one word of an item that totals group by, filter by and sort by, at most 48 characters. It holds everything that an
 * overview counts, so that no overview has to read facts:
 * - an AI system: its stage, or `out-of-scope`
 * - a living AI risk: `20 45 23 2026-12-01 accepted`: level, likelihood and consequence, the same of what remains, the day
 *   on which its acceptance expires, and whether it is accepted; empty places are dashes, which sort below every digit
 * - a nonconformity: `2 2026-10-01 2026-12-01 cause-analysis`: grade (1 is major), detected on, effectiveness due, stage
 * - anything else: its progress; what is lost or no longer counts: `lost`, `gone`
 */
export const GONE = 'gone';
/** Standings of AI systems that have ended, or are not in the scope of the AIMS. */
export const OUT_OF_SCOPE_STANDINGS: readonly string[] = ['retired', 'rejected', 'out-of-scope'];
const NO_DAY = '----------';
const GRADES: readonly Grade[] = ['major', 'minor', 'observation'];

export function standingOf(fact: ItemFact): string {
  if (fact.lostOn !== null) return 'lost';
  if (fact.system) return systemStanding(fact.system);
  if (fact.risk) return isLiving(fact) ? riskWord(fact.risk, fact.risk.accepted && hasKnownEnd(fact)) : GONE;
  if (fact.nonconformity) return fact.cancelled ? GONE : nonconformityWord(fact.nonconformity);
  return fact.progress;
}

function systemStanding(system: NonNullable<ItemFact['system']>): string {
  const ended = system.stage === 'retired' || system.stage === 'rejected';
  return isInScope(system) || ended ? system.stage : 'out-of-scope';
}

const ratingWord = (rating: Rating | null): string =>
  rating === null ? '--' : `${rating.likelihood}${rating.consequence}`;

function riskWord(risk: NonNullable<ItemFact['risk']>, accepted: boolean): string {
  const level = risk.level === null ? '--' : String(risk.level).padStart(2, '0');
  return [
    level,
    ratingWord(risk.inherent),
    ratingWord(risk.residual),
    risk.acceptanceExpires ?? NO_DAY,
    accepted ? 'accepted' : 'open',
  ].join(' ');
}

function nonconformityWord({ grade, detectedOn, effectivenessDue, stage }: NonNullable<ItemFact['nonconformity']>) {
  return [GRADES.indexOf(grade) + 1, detectedOn ?? NO_DAY, effectivenessDue ?? NO_DAY, stage].join(' ');
}

export interface RiskStanding {
  level: number | null;
  inherent: Rating | null;
  residual: Rating | null;
  accepted: boolean;
  acceptanceExpires: Day | null;
}

const ratingFrom = (word: string | undefined): Rating | null =>
  /^[1-5]{2}$/.test(word ?? '') ? { likelihood: Number(word?.[0]), consequence: Number(word?.[1]) } : null;

const dayFrom = (word: string | undefined): Day | null => (word === undefined || word === NO_DAY ? null : word);

/** A risk written before its standing had these parts reads as not rated, until it is read again. */
export function riskStanding(word: string): RiskStanding {
  const [, inherentWord, residualWord, day, acceptance] = word.split(' ');
  const inherent = ratingFrom(inherentWord);
  return {
    level: inherent === null ? null : inherent.likelihood * inherent.consequence,
    inherent,
    residual: ratingFrom(residualWord),
    accepted: acceptance === 'accepted',
    acceptanceExpires: dayFrom(day),
  };
}

export interface NonconformityStanding {
  grade: Grade;
  stage: NonconformityStage;
  detectedOn: Day | null;
  effectivenessDue: Day | null;
}

/** A nonconformity written before its standing had these parts reads as minor, reported and of unknown age. */
export function nonconformityStanding(word: string): NonconformityStanding {
  const [grade, detected, due, stage] = word.split(' ');
  return {
    grade: GRADES[Number(grade) - 1] ?? 'minor',
    stage: (stage ?? (word === 'done' ? 'closed' : 'reported')) as NonconformityStage,
    detectedOn: dayFrom(detected === word ? undefined : detected),
    effectivenessDue: dayFrom(due),
  };
}
