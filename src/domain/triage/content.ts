import type { Content } from '../approval/entry';

/** What an approval of a triage is an approval of: its fingerprint is of this. */
export interface TriageContent {
  kind: 'triage';
  /** By question, its answer; and what the AI system was. */
  rows: Readonly<Record<string, unknown>>;
}

export const triageContent = (rows: Content): TriageContent => ({ kind: 'triage', rows: Object.fromEntries(rows) });
