import { type BandRule, bandRules, HIGHEST_LEVEL, MOST_MONTHS } from '../criteria/criteria';
import { addMonths, type Day } from '../day';
import type { Settings } from '../decision/decision';
import type { Rating } from '../item/item-fact';
import { mightDecide, type Right } from '../item/witness';
import { riskLevel } from './level';

/** What the acceptance of a risk rests on. */
export interface Accepting {
  inherent: Rating | null;
  residual: Rating | null;
  /** In the status *Accepted*. */
  accepted: boolean;
  acceptanceExpires: Day | null;
  /** Who accepted it; absent while nobody has looked. */
  acceptance?: AcceptedBy | null;
}

export interface AcceptedBy {
  on: Day | null;
  by: Right;
  changed: boolean;
}

/** Why a risk is not accepted though its status may say so. */
export const ACCEPTANCE_GAPS = [
  'residual-not-accepted',
  'accepted-by-own',
  'accepted-without-right',
  'changed-since-acceptance',
  'residual-not-rated',
  'residual-above-inherent',
  'level-not-acceptable',
  'needs-top-management',
  'acceptance-expired',
] as const;
export type AcceptanceGap = (typeof ACCEPTANCE_GAPS)[number];

/**
 * What an acceptance lacks, or null where it holds (6.1.3): whoever accepted might, and not about their own; nothing has changed since;
 * what remains is rated, in neither dimension above what was found, at a level that the approved criteria let them accept; and it has
 * not ended. Pure.
 * @param hasEnded whether a day is over where the site is
 */
export function acceptanceGap(
  risk: Accepting,
  settings: Settings,
  hasEnded: (day: Day) => boolean,
): AcceptanceGap | null {
  const { inherent, residual, accepted, acceptance } = risk;
  if (!accepted) return 'residual-not-accepted';
  if (acceptance?.by === 'own') return 'accepted-by-own';
  if (acceptance && !mightDecide(acceptance.by)) return 'accepted-without-right';
  if (acceptance?.changed) return 'changed-since-acceptance';
  if (residual === null) return 'residual-not-rated';
  if (inherent !== null && isAbove(residual, inherent)) return 'residual-above-inherent';
  const who = ruleFor(residual, settings)?.who ?? 'nobody';
  if (who === 'nobody') return 'level-not-acceptable';
  if (who === 'top-management' && acceptance?.by === 'aims-approvers') return 'needs-top-management';
  const end = acceptanceEnd(risk, settings);
  return end !== null && hasEnded(end) ? 'acceptance-expired' : null;
}

const isAbove = (residual: Rating, inherent: Rating): boolean =>
  residual.likelihood > inherent.likelihood || residual.consequence > inherent.consequence;

/** Until criteria are approved any approver accepts any level. */
const NO_CRITERIA: readonly BandRule[] = [
  { band: 'very-high', to: HIGHEST_LEVEL, who: 'aims-approvers', months: MOST_MONTHS },
];

/** Who may accept what remains, up to which level and for how long, lowest first; the last ends at the highest level. */
export const acceptanceRules = ({ criteria }: Settings): readonly BandRule[] =>
  criteria.approved === null ? NO_CRITERIA : bandRules(criteria.scale);

const ruleFor = (residual: Rating, settings: Settings): BandRule | undefined =>
  acceptanceRules(settings).find(({ to }) => (riskLevel(residual) ?? 0) <= to);

/**
 * The last day of an acceptance: as its field says, and at the latest after the months that the approved criteria give its band, or
 * 12. Null where neither an end nor the day of the acceptance is known.
 */
export function acceptanceEnd(
  { residual, acceptance, acceptanceExpires }: Pick<Accepting, 'residual' | 'acceptance' | 'acceptanceExpires'>,
  settings: Settings,
): Day | null {
  const months = (residual === null ? undefined : ruleFor(residual, settings)?.months) ?? MOST_MONTHS;
  const latest = acceptance?.on ? addMonths(acceptance.on, months) : null;
  return [acceptanceExpires, latest].filter((day) => day !== null).sort()[0] ?? null;
}
