import { addDays, type Day } from '../day';
import type { Settings } from '../decision/decision';
import type { Rating } from '../item/item-fact';
import type { Counted, RiskFacets } from '../item/standing';
import { acceptanceEnd, acceptanceGap } from './acceptance';
import { needsAttention } from './risk';

/** Acceptances that run out within so many days are shown as running out. */
export const EXPIRING_DAYS = 90;

export interface HeatMap {
  /** `squares[likelihood - 1][consequence - 1]`. */
  squares: number[][];
  unrated: number;
}

export interface RiskTotals {
  total: number;
  inherent: HeatMap;
  residual: HeatMap;
  aboveThreshold: number;
  accepted: number;
  acceptanceExpired: number;
  acceptanceExpiring: number;
}

const emptyMap = (): HeatMap => ({ squares: Array.from({ length: 5 }, () => [0, 0, 0, 0, 0]), unrated: 0 });

function put(map: HeatMap, rating: Rating | null, count: number): void {
  const row = rating === null ? undefined : map.squares[rating.likelihood - 1];
  if (!row || rating === null) map.unrated += count;
  else row[rating.consequence - 1] = (row[rating.consequence - 1] ?? 0) + count;
}

/** Totals over living risks, from how many have the same facets. Pure. */
export function riskTotals(counts: readonly Counted<RiskFacets>[], settings: Settings, today: Day): RiskTotals {
  const totals: RiskTotals = {
    total: 0,
    inherent: emptyMap(),
    residual: emptyMap(),
    aboveThreshold: 0,
    accepted: 0,
    acceptanceExpired: 0,
    acceptanceExpiring: 0,
  };
  const horizon = addDays(today, EXPIRING_DAYS);
  for (const { facets, count } of counts) {
    totals.total += count;
    put(totals.inherent, facets.inherent, count);
    put(totals.residual, facets.residual, count);
    if (needsAttention(facets, settings, today)) totals.aboveThreshold += count;
    const gap = acceptanceGap(facets, settings, (day) => day < today);
    if (gap === 'acceptance-expired') totals.acceptanceExpired += count;
    if (gap !== null) continue;
    totals.accepted += count;
    const expires = acceptanceEnd(facets, settings);
    if (expires !== null && expires <= horizon) totals.acceptanceExpiring += count;
  }
  return totals;
}
