import type { Triage } from '../decision-schema';
import data from './triage.json';

/** The questions that decide whether an AI system needs a full impact assessment. */
export const triage = data as Triage;
export type { Triage };
