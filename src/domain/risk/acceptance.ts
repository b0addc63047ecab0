import { acceptableUpTo, HIGHEST_LEVEL } from '../criteria/criteria';
import type { Day } from '../day';
import type { Settings } from '../decision/decision';
import type { Rating } from '../item/item-fact';
import { riskLevel } from './level';

/** What the acceptance of a risk rests on. */
export interface Accepting {
  inherent: Rating | null;
  residual: Rating | null;
  /** In the status *Accepted*. */
  accepted: boolean;
  acceptanceExpires: Day | null;
}

/** Why a risk is not accepted though its status may say so. */
export const ACCEPTANCE_GAPS = [
  'residual-not-accepted',
  'residual-not-rated',
  'residual-above-inherent',
  'level-not-acceptable',
  'acceptance-expired',
] as const;
export type AcceptanceGap = (typeof ACCEPTANCE_GAPS)[number];

/**
 * What an acceptance lacks, or null where it holds (6.1.3): what remains is rated, in neither dimension above what was found, at a
 * level that the approved criteria let somebody accept, and it has not ended. Pure.
 * @param hasEnded whether a day is over where the site is
 */
export function acceptanceGap(
  { inherent, residual, accepted, acceptanceExpires }: Accepting,
  settings: Settings,
  hasEnded: (day: Day) => boolean,
): AcceptanceGap | null {
  if (!accepted) return 'residual-not-accepted';
  if (residual === null) return 'residual-not-rated';
  if (inherent !== null && isAbove(residual, inherent)) return 'residual-above-inherent';
  if ((riskLevel(residual) ?? 0) > highestAcceptable(settings)) return 'level-not-acceptable';
  if (acceptanceExpires !== null && hasEnded(acceptanceExpires)) return 'acceptance-expired';
  return null;
}

const isAbove = (residual: Rating, inherent: Rating): boolean =>
  residual.likelihood > inherent.likelihood || residual.consequence > inherent.consequence;

/** Up to which level what remains can be accepted: as the approved criteria say, and any level until there are some. */
export const highestAcceptable = ({ criteria }: Settings): number =>
  criteria.approved === null ? HIGHEST_LEVEL : acceptableUpTo(criteria.scale);
