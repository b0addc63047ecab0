import type { Requirement } from '../../../controls';
import { type CoverageState, countsAsDue, countsAsImplemented, STATES_WORST_FIRST, worstState } from './state';

/** How many system cells of one requirement are in each state. */
export type StateCounts = Partial<Record<CoverageState, number>>;

/** How a requirement is shown: one state, and for an `ai-system` requirement the systems behind it. */
export interface Tile {
  requirementId: string;
  state: CoverageState;
  /** Systems for which it is implemented, of those for which it is due; null for what is met once. */
  systems: { implemented: number; due: number; counts: StateCounts } | null;
}

/** k of n implemented, v verified: one population, never added to the other. */
export interface Figure {
  implemented: number;
  applicable: number;
  verified: number;
  /** How many of the applicable rest on something that Jira has lost; absent where none does. */
  unknown?: number | undefined;
  /** How many of the implemented rest on a triage instead of an assessment; absent where none does. */
  byTriage?: number | undefined;
  /** Of one AI system: how many are not due yet; absent where none is. "1 of 1" is little while 24 lie ahead. */
  later?: number | undefined;
}

/**
 * The tile of one requirement. An `ai-system` requirement shows the worst state of its system cells; what violates it
 * for the organisation itself comes before all. Without any system 8.2, 8.3 and 8.4 are a gap and Annex A goes by its
 * decision.
 * @param own state of the organisation's own cell of this requirement
 */
export function tile(
  requirement: Pick<Requirement, 'id' | 'excludable' | 'scopeLevel'>,
  own: CoverageState,
  counts: StateCounts,
): Tile {
  if (requirement.scopeLevel === 'organisation') return { requirementId: requirement.id, state: own, systems: null };
  const present = STATES_WORST_FIRST.filter((state) => (counts[state] ?? 0) > 0);
  const systems = { implemented: sum(counts, countsAsImplemented), due: sum(counts, countsAsDue), counts };
  if (own === 'nonconforming') return { requirementId: requirement.id, state: own, systems };
  const worst = worstState(present);
  if (worst !== null) return { requirementId: requirement.id, state: worst, systems };
  return { requirementId: requirement.id, state: requirement.excludable ? own : 'gap', systems };
}

/** What stands beside k of n: how many of those that are due are unknown, and how many of the implemented are so by triage. */
export type Beside = Pick<Figure, 'unknown' | 'byTriage'>;

/** The figure over a population of cells, from how many are in each state. */
export function figure(counts: StateCounts, { unknown = 0, byTriage = 0 }: Beside = {}): Figure {
  return {
    implemented: sum(counts, countsAsImplemented),
    applicable: sum(counts, countsAsDue),
    verified: counts.verified ?? 0,
    ...(unknown > 0 ? { unknown } : {}),
    ...(byTriage > 0 ? { byTriage } : {}),
  };
}

/** The figure of one AI system, with what lies ahead of it. */
export function figureOfSystem(counts: StateCounts, beside: Beside = {}): Figure {
  const later = counts['not-due'] ?? 0;
  return { ...figure(counts, beside), ...(later > 0 ? { later } : {}) };
}

interface Reasoned {
  state: CoverageState;
  reasons: readonly { code: string }[];
}

/** The figure of one AI system over its cells, which come with their reasons. */
export function figureOf(cells: readonly Reasoned[]): Figure {
  return figureOfSystem(countStates(cells.map(({ state }) => state)), {
    unknown: cells.filter(isUnknown).length,
    byTriage: cells.filter(isByTriage).length,
  });
}

/** It is due, and rests on something that Jira has lost. */
export const isUnknown = ({ state, reasons }: Reasoned): boolean =>
  countsAsDue(state) && reasons.some(({ code }) => code === 'unknown');

/** It is implemented because a triage said that no assessment is needed: the reason is the mark. */
const isByTriage = ({ state, reasons }: Reasoned): boolean =>
  countsAsImplemented(state) && reasons.some(({ code }) => code === 'impact-assessment-waived');

/** How many there are in each state. */
export function countStates(states: Iterable<CoverageState>): StateCounts {
  const counts: StateCounts = {};
  for (const state of states) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

function sum(counts: StateCounts, wanted: (state: CoverageState) => boolean): number {
  return STATES_WORST_FIRST.reduce((total, state) => total + (wanted(state) ? (counts[state] ?? 0) : 0), 0);
}
