import type { ItemFact } from '../../item/item-fact';
import { RISK_ASSESSMENT } from '../../requirement/named';
import { isLiving } from '../../risk/risk';
import { type Judged, withReasons } from '../evidence';
import { idsOf, type Reason } from '../reason';
import type { SystemRule, SystemSituation } from './rule';

/** 8.2: a current assessment record, and every living risk that concerns the system is rated. */
export const riskAssessment: SystemRule = {
  requirement: RISK_ASSESSMENT,
  judgesRisks: true,
  judge: judgeRiskAssessment,
};

function judgeRiskAssessment(evidence: Judged, { risks }: SystemSituation): Judged {
  const living = risks.filter(isLiving);
  const unrated = living.filter((risk) => risk.risk?.level === null);
  if (evidence.verdict === 'stale') return withReasons(evidence, unratedReason(unrated));
  if (unrated.length > 0) {
    return { verdict: 'in-progress', reasons: [...unratedReason(unrated), ...evidence.reasons] };
  }
  // Rated risks show that assessing has begun; only its record shows that it was performed.
  if (living.length > 0 && (evidence.verdict === 'none' || evidence.verdict === 'planned')) {
    return { verdict: 'in-progress', reasons: [{ code: 'record-missing', items: idsOf(living) }, ...evidence.reasons] };
  }
  return evidence;
}

function unratedReason(unrated: readonly ItemFact[]): Reason[] {
  return unrated.length === 0 ? [] : [{ code: 'unrated-risks', items: idsOf(unrated) }];
}
