import type { Rating } from '../item/item-fact';

/** Likelihood 1 to 5 times consequence 1 to 5, or null when one is not set: an empty risk is not a small risk. */
export const riskLevel = (rating: Rating | null): number | null =>
  rating === null ? null : rating.likelihood * rating.consequence;
