import type { Day } from '../day';
import type { Settings } from '../decision/decision';
import type { Counted, RiskFacets } from '../item/standing';
import { acceptanceGap } from '../risk/acceptance';
import { riskLevel } from '../risk/level';
import { bandOf } from './criteria';

/** What other criteria do to the living risks that are there, in counts. */
export interface CriteriaEffect {
  risks: number;
  otherBand: number;
  nowAbove: number;
  noLongerAbove: number;
  acceptancesEnd: number;
  olderWords: number;
}

/**
 * Numbers stay as people gave them; their levels lie in other bands, or on the other side of the threshold. Pure.
 * @param changed numbers whose words are others, of either dimension
 */
export function effectOf(
  counts: readonly Counted<RiskFacets>[],
  [before, after]: readonly [before: Settings, after: Settings],
  changed: { likelihood: ReadonlySet<number>; consequence: ReadonlySet<number> },
  today: Day,
): CriteriaEffect {
  const effect = { risks: 0, otherBand: 0, nowAbove: 0, noLongerAbove: 0, acceptancesEnd: 0, olderWords: 0 };
  const holds = (facets: RiskFacets, settings: Settings) =>
    acceptanceGap(facets, settings, (day) => day < today) === null;
  for (const { facets, count } of counts) {
    effect.risks += count;
    if (holds(facets, before) && !holds(facets, after)) effect.acceptancesEnd += count;
    const { inherent } = facets;
    const level = riskLevel(inherent);
    if (inherent === null || level === null) continue;
    if (bandOf(level, before.criteria.scale) !== bandOf(level, after.criteria.scale)) effect.otherBand += count;
    const [was, is] = [level > before.criteria.threshold, level > after.criteria.threshold];
    if (!was && is) effect.nowAbove += count;
    if (was && !is) effect.noLongerAbove += count;
    if (changed.likelihood.has(inherent.likelihood) || changed.consequence.has(inherent.consequence))
      effect.olderWords += count;
  }
  return effect;
}
