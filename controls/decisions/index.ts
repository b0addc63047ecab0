import type { Triage } from '../decision-schema';
import data from './triage.json';

/** What people decide on, as it stands before they do; apart from the catalogue, for rules read it and screens load little. */
export { default as proposedCriteria } from './criteria.json';

/** The questions that decide whether an AI system needs a full impact assessment. */
export const triage = data as Triage;
export type { Triage };
