/** The ten coverage states, worst first: the order in which tiles choose. */
export const STATES_WORST_FIRST = [
  'nonconforming',
  'gap',
  'undecided',
  'stale',
  'planned',
  'in-progress',
  'implemented',
  'verified',
  'not-due',
  'excluded',
] as const;

export type CoverageState = (typeof STATES_WORST_FIRST)[number];

/** What the linked evidence and work come to, before decisions and due stages are looked at. */
export type EvidenceVerdict = 'suffices' | 'stale' | 'in-progress' | 'planned' | 'none';

/** Everything that the table asks about one cell. */
export interface CellFacts {
  /** By a nonconformity that is not closed, or by the newest conclusion here. */
  violated: boolean;
  /** Annex A only. */
  excluded: boolean;
  evidence: EvidenceVerdict;
  /** A current conclusion "conforms", later than the last nonconformity's closing and the last significant change. */
  concluded: boolean;
  /** False only for a cell of an AI system that has not come to the requirement's due stage. */
  due: boolean;
  /** True for clauses: they cannot be excluded, so there is nothing to decide. */
  decided: boolean;
}

/**
 * The table of the coverage rules: the first row that matches gives the state.
 * Rows are numbered as there.
 */
export function coverageState(facts: CellFacts): CoverageState {
  if (facts.violated) return 'nonconforming'; // 1
  if (facts.excluded) return 'excluded'; // 2
  if (facts.evidence === 'suffices') return facts.concluded ? 'verified' : 'implemented'; // 3, 4
  if (!facts.due) return 'not-due'; // 5
  if (facts.evidence !== 'none') return facts.evidence; // 6, 7, 8
  return facts.decided ? 'gap' : 'undecided'; // 10, 9
}

/** `excluded` and `not-due` leave the denominator; `undecided` stays in it. */
export function countsAsDue(state: CoverageState): boolean {
  return state !== 'excluded' && state !== 'not-due';
}

export function countsAsImplemented(state: CoverageState): boolean {
  return state === 'implemented' || state === 'verified';
}

/**
 * Whether a figure is lower with the second state than with the first. What was not due or excluded and is met counts for more; what is
 * so now counts for nothing, and no rule asks for more of it.
 */
export function isLower(before: CoverageState, after: CoverageState): boolean {
  if (!countsAsDue(before) && countsAsImplemented(after)) return false;
  return STATES_WORST_FIRST.indexOf(after) < STATES_WORST_FIRST.indexOf(before);
}

/** The worst of several states, or null for none. */
export function worstState(states: Iterable<CoverageState>): CoverageState | null {
  let worst: CoverageState | null = null;
  for (const state of states) {
    if (worst === null || STATES_WORST_FIRST.indexOf(state) < STATES_WORST_FIRST.indexOf(worst)) worst = state;
  }
  return worst;
}
