import type { Band } from '../domain/criteria/criteria';

/** What bands of levels are called. */
export const RISK_BAND_WORDS: Readonly<Record<Band, string>> = {
  low: 'Low',
  moderate: 'Moderate',
  high: 'High',
  'very-high': 'Very high',
};
