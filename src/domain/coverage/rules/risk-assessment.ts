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

function judgeRiskAssessment(evidence: Judged, situation: SystemSituation): Judged {
  const living = situation.risks.filter(isLiving);
  return withReasons(judgeRatings(evidence, living), olderWords(evidence, living, situation));
}

/**
 * Ratings by words that changed since the newest assessment (a mark: it changes no state, and the next assessment confirms them).
 */
function olderWords(
  evidence: Judged,
  living: readonly ItemFact[],
  { index, settings }: Pick<SystemSituation, 'index' | 'settings'>,
): Reason[] {
  const assessments = evidence.reasons.flatMap(({ code, items = [] }) => (code === 'current-evidence' ? items : []));
  const assessed = assessments
    .flatMap((id) => index.get(id)?.effectiveOn ?? [])
    .sort()
    .at(-1);
  const { likelihood, consequence } = settings.criteria.wordsChanged;
  const changes = living.flatMap((risk) => {
    const rating = risk.risk?.inherent;
    if (!rating) return [];
    const days = [likelihood[rating.likelihood - 1] ?? null, consequence[rating.consequence - 1] ?? null];
    const day = days
      .flatMap((one) => one ?? [])
      .sort()
      .at(-1);
    return day !== undefined && (assessed === undefined || assessed < day) ? [{ risk, day }] : [];
  });
  const newest = changes
    .map(({ day }) => day)
    .sort()
    .at(-1);
  return newest === undefined
    ? []
    : [{ code: 'older-words', items: idsOf(changes.map(({ risk }) => risk)), day: newest }];
}

function judgeRatings(evidence: Judged, living: readonly ItemFact[]): Judged {
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
