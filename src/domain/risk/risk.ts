import type { Calendar, Day } from '../day';
import type { Settings } from '../decision/decision';
import type { ItemIndex } from '../item/contribution';
import type { ItemFact, Rating } from '../item/item-fact';

/** Likelihood 1 to 5 times consequence 1 to 5, or null when one is not set: an empty risk is not a small risk. */
export function riskLevel(rating: Rating | null): number | null {
  return rating === null ? null : rating.likelihood * rating.consequence;
}

/** Still a risk: neither "No longer exists" nor closed without acceptance. */
export function isLiving(risk: ItemFact): boolean {
  return risk.lostOn === null && !risk.cancelled && (risk.progress !== 'done' || risk.risk?.accepted === true);
}

/** An acceptance ends on a day, or on none; one that ends on a day which nobody can have meant settles nothing. */
export const hasKnownEnd = (risk: ItemFact): boolean => !(risk.implausibleDates ?? []).includes('acceptance-expires');

export type TreatmentOutcome = 'settled' | 'not-treated' | 'not-accepted' | 'acceptance-expired' | 'expiry-not-known';

/** What the treatment of a risk above the threshold came to: treated, what remains accepted, and the acceptance unexpired (8.3). */
export function treatmentOutcome(risk: ItemFact, index: ItemIndex, calendar: Calendar): TreatmentOutcome {
  const facts = risk.risk;
  if (!facts) return 'not-treated';
  const treatments = treatmentsOf(risk, index);
  const treated =
    facts.treatmentOption === 'retain' ||
    (treatments.length > 0 && treatments.every((item) => item.progress === 'done'));
  if (!treated) return 'not-treated';
  if (!facts.accepted) return 'not-accepted';
  if (!hasKnownEnd(risk)) return 'expiry-not-known';
  if (facts.acceptanceExpires !== null && !calendar.isOpenUntil(facts.acceptanceExpires)) return 'acceptance-expired';
  return 'settled';
}

/** Above the threshold by its inherent level, and not settled by an acceptance that still holds. */
export function needsAttention(
  {
    inherent,
    accepted,
    acceptanceExpires,
  }: { inherent: Rating | null; accepted: boolean; acceptanceExpires: Day | null },
  threshold: number,
  today: Day,
): boolean {
  const level = riskLevel(inherent);
  if (level === null || level <= threshold) return false;
  return !accepted || (acceptanceExpires !== null && acceptanceExpires < today);
}

/** Work that treats a risk; cancelled and lost work is as if not linked. */
export function treatmentsOf(risk: ItemFact, index: ItemIndex): ItemFact[] {
  return [...index.values()].filter(
    (item) =>
      item.lostOn === null &&
      !item.cancelled &&
      item.links.some((link) => link.role === 'treats' && link.target === risk.id),
  );
}

export function isAboveThreshold(risk: ItemFact, settings: Settings): boolean {
  return risk.risk !== undefined && risk.risk.level !== null && risk.risk.level > settings.riskThreshold;
}
