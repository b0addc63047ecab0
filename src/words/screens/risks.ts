import { counted, countWords } from '../numbers';

/** The register of AI risks. */
export const LOADING_RISKS = 'Loading the risks';
export const RISKS_NOT_SHOWN = 'The risks cannot be shown';
export const NO_RISK =
  'No risk is recorded yet. Create an issue of the type “AI risk” and link it to the AI system that it concerns.';
export const NO_RISK_MATCHES = 'No risk matches.';

/** Its lists. */
export const LISTS_OF_RISKS = 'List of risks';
export const ABOVE_THRESHOLD = 'Above the threshold, not accepted';
export const EXPIRING = 'Acceptance runs out in 90 days';
export const EXPIRED = 'Acceptance expired';

export const totalWords = (totals: { total: number; accepted: number; threshold: number }): string =>
  `${counted(totals.total, 'living risk', 'living risks')} · ${countWords(totals.accepted)} accepted · levels above ${totals.threshold} need treatment and an acceptance of the residual risk`;
