import { dayWords } from '../../days';
import { unseenWords } from '../../not-allowed';
import { counted } from '../../numbers';

/** The risk matrix on a page. */
export const NO_RISK_HERE = 'No AI risk is recorded here yet.';
export const ABOVE_THRESHOLD_NOW = 'Above the threshold without a current acceptance';

export const risksWords = (count: number): string => counted(count, 'AI risk', 'AI risks');

export const risksAboveWords = ({ aboveThreshold, threshold }: { aboveThreshold: number; threshold: number }): string =>
  `${aboveThreshold} above the threshold of ${threshold} without a current acceptance`;

export const risksUnratedWords = (count: number): string => `${count} not rated`;

export const acceptancesExpiredWords = (count: number): string =>
  `${counted(count, 'acceptance has', 'acceptances have')} expired`;

/** Of a risk above the threshold: one that was accepted stands there because the acceptance ran out. */
export const acceptanceWords = (risk: { accepted: boolean; acceptanceExpires: string | null }): string =>
  risk.accepted && risk.acceptanceExpires !== null ? `expired ${dayWords(risk.acceptanceExpires)}` : 'not accepted';

export const moreRisksWords = (hidden: number): string => `And ${unseenWords(hidden)}.`;
