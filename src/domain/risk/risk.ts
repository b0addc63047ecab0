import type { Calendar, Day } from '../day';
import type { Settings } from '../decision/decision';
import { type ItemIndex, linkedTo } from '../item/contribution';
import type { ItemFact } from '../item/item-fact';
import { type AcceptanceGap, type Accepting, acceptanceGap } from './acceptance';
import { riskLevel } from './level';

/** Still a risk: neither "No longer exists" nor closed without acceptance. */
export function isLiving(risk: ItemFact): boolean {
  return risk.lostOn === null && !risk.cancelled && (risk.progress !== 'done' || risk.risk?.accepted === true);
}

/** An acceptance ends on a day, or on none; one that ends on a day which nobody can have meant settles nothing. */
export const hasKnownEnd = (risk: ItemFact): boolean => !(risk.implausibleDates ?? []).includes('acceptance-expires');

export type TreatmentOutcome = 'settled' | 'not-treated' | 'expiry-not-known' | AcceptanceGap;

/** What the treatment of a risk above the threshold came to: treated, what remains accepted, and the acceptance unexpired (8.3). */
export function treatmentOutcome(
  risk: ItemFact,
  index: ItemIndex,
  settings: Settings,
  calendar: Calendar,
): TreatmentOutcome {
  const facts = risk.risk;
  if (!facts) return 'not-treated';
  const treatments = treatmentsOf(risk, index);
  const treated =
    facts.treatmentOption === 'retain' ||
    (treatments.length > 0 && treatments.every((item) => item.progress === 'done'));
  if (!treated) return 'not-treated';
  const gap = acceptanceGap(facts, settings, (day) => !calendar.isOpenUntil(day));
  if (gap === null || gap === 'acceptance-expired') return hasKnownEnd(risk) ? (gap ?? 'settled') : 'expiry-not-known';
  return gap;
}

/** Above the threshold by its inherent level, and not settled by an acceptance that still holds. */
export function needsAttention(risk: Accepting, settings: Settings, today: Day): boolean {
  const level = riskLevel(risk.inherent);
  if (level === null || level <= settings.criteria.threshold) return false;
  return acceptanceGap(risk, settings, (day) => day < today) !== null;
}

/** Work that treats a risk; cancelled and lost work is as if not linked. */
export const treatmentsOf = (risk: ItemFact, index: ItemIndex): readonly ItemFact[] => linkedTo(risk, 'treats', index);

export function isAboveThreshold(risk: ItemFact, settings: Settings): boolean {
  return risk.risk !== undefined && risk.risk.level !== null && risk.risk.level > settings.criteria.threshold;
}
