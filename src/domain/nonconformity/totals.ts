import { addDays, type Day, daysBetween } from '../day';
import { CLOSED, type Counted, type NonconformityFacets } from '../item/standing';
import type { Grade, NonconformityStage } from '../vocabulary/nonconformity';

/** The review of effectiveness "falls due" within so many days. */
export const EFFECTIVENESS_DAYS = 30;

export type AgeBucket = 'under-30' | '30-to-90' | '90-to-180' | 'over-180' | 'unknown';

export interface NonconformityTotals {
  open: number;
  closed: number;
  byGradeAndStage: { grade: Grade; stage: NonconformityStage; count: number }[];
  byAge: Partial<Record<AgeBucket, number>>;
  overdue: number;
  effectivenessDue: number;
}

/** First and last day of detection of an age, both included; null is open ended. */
export function detectedBetween(age: Exclude<AgeBucket, 'unknown'>, today: Day): { from: Day | null; to: Day | null } {
  switch (age) {
    case 'under-30':
      return { from: addDays(today, -29), to: null };
    case '30-to-90':
      return { from: addDays(today, -89), to: addDays(today, -30) };
    case '90-to-180':
      return { from: addDays(today, -179), to: addDays(today, -90) };
    case 'over-180':
      return { from: null, to: addDays(today, -180) };
  }
}

export function ageOf(detectedOn: Day | null, today: Day): AgeBucket {
  if (detectedOn === null) return 'unknown';
  const days = daysBetween(detectedOn, today);
  if (days < 30) return 'under-30';
  if (days < 90) return '30-to-90';
  return days < 180 ? '90-to-180' : 'over-180';
}

/** Open, and the review of its effectiveness was due before today (10.2). */
export function isOverdue({ stage, effectivenessDue }: NonconformityFacets, today: Day): boolean {
  return stage !== CLOSED && effectivenessDue !== null && effectivenessDue < today;
}

/** Totals over nonconformities, from how many have the same facets. Pure. */
export function nonconformityTotals(counts: readonly Counted<NonconformityFacets>[], today: Day): NonconformityTotals {
  const totals: NonconformityTotals = {
    open: 0,
    closed: 0,
    byGradeAndStage: [],
    byAge: {},
    overdue: 0,
    effectivenessDue: 0,
  };
  const horizon = addDays(today, EFFECTIVENESS_DAYS);
  for (const { facets, count } of counts) {
    if (facets.stage === CLOSED) {
      totals.closed += count;
      continue;
    }
    totals.open += count;
    addPair(totals, facets, count);
    const age = ageOf(facets.detectedOn, today);
    totals.byAge[age] = (totals.byAge[age] ?? 0) + count;
    const due = facets.effectivenessDue;
    if (isOverdue(facets, today)) totals.overdue += count;
    else if (due !== null && due <= horizon) totals.effectivenessDue += count;
  }
  return totals;
}

function addPair(totals: NonconformityTotals, { grade, stage }: NonconformityFacets, count: number): void {
  const known = totals.byGradeAndStage.find((entry) => entry.grade === grade && entry.stage === stage);
  if (known) known.count += count;
  else totals.byGradeAndStage.push({ grade, stage, count });
}
