import type { RiskLibrary } from '../decision-schema';
import data from './risks.json';

/** AI risks to start from; apart from all else, for it is long and few screens need it. */
export const riskLibrary = data as RiskLibrary;
export type { RiskLibrary };
