import type { Calendar } from '../day';
import type { Decisions, Settings } from '../decision/decision';
import type { ItemIndex } from '../item/contribution';
import type { ItemFact, ItemId } from '../item/item-fact';
import { isAboveThreshold, isLiving, type TreatmentStanding, treatmentStanding, treatmentsOf } from '../risk/risk';
import type { Judged } from './evidence';
import type { Reason } from './reason';

/** The derived rules of an AI system's cells (8.2, 8.3, 8.4): nobody links by hand what is known. */

const ids = (items: readonly ItemFact[]): ItemId[] => items.map((item) => item.id).sort();

/** 8.2: a current assessment record, and every living risk that concerns the system is rated. */
export function judgeRiskAssessment(evidence: Judged, risks: readonly ItemFact[]): Judged {
  const living = risks.filter(isLiving);
  const unrated = living.filter((risk) => risk.risk?.level === null);
  if (evidence.verdict === 'stale') return withReasons(evidence, unratedReason(unrated));
  if (unrated.length > 0) {
    return { verdict: 'in-progress', reasons: [...unratedReason(unrated), ...evidence.reasons] };
  }
  // Rated risks show that assessing has begun; only its record shows that it was performed.
  if (living.length > 0 && (evidence.verdict === 'none' || evidence.verdict === 'planned')) {
    return { verdict: 'in-progress', reasons: [{ code: 'record-missing', items: ids(living) }, ...evidence.reasons] };
  }
  return evidence;
}

function unratedReason(unrated: readonly ItemFact[]): Reason[] {
  return unrated.length === 0 ? [] : [{ code: 'unrated-risks', items: ids(unrated) }];
}

const STANDING_REASON = {
  'not-treated': 'risk-not-treated',
  'not-accepted': 'residual-not-accepted',
  'acceptance-expired': 'acceptance-expired',
  'expiry-not-known': 'date-not-known',
} as const;

/** 8.3: with 8.2, each risk above the threshold is treated and its residual accepted and not expired. */
export function judgeRiskTreatment(
  linked: Judged,
  assessment: Judged | undefined,
  risks: readonly ItemFact[],
  index: ItemIndex,
  settings: Settings,
  calendar: Calendar,
): Judged {
  const above = risks.filter((risk) => isLiving(risk) && isAboveThreshold(risk, settings));
  const standing = new Map<ItemFact, TreatmentStanding>(
    above.map((risk) => [risk, treatmentStanding(risk, index, calendar)]),
  );
  const reasons = (Object.keys(STANDING_REASON) as (keyof typeof STANDING_REASON)[]).flatMap((word): Reason[] => {
    const those = above.filter((risk) => standing.get(risk) === word);
    const detail = word === 'expiry-not-known' ? { detail: 'acceptance-expires' } : {};
    return those.length === 0 ? [] : [{ code: STANDING_REASON[word], items: ids(those), ...detail }];
  });
  const assessed = assessment?.verdict === 'suffices';
  if (assessed && reasons.length === 0)
    return { verdict: 'suffices', reasons: [{ code: 'risks-under-control', items: ids(above) }] };
  if (!assessed) reasons.unshift({ code: 'risk-assessment-missing' });
  return withReasons({ verdict: treatmentProgress(linked, assessed, above, standing, index), reasons }, linked.reasons);
}

function treatmentProgress(
  linked: Judged,
  assessed: boolean,
  above: readonly ItemFact[],
  standing: ReadonlyMap<ItemFact, TreatmentStanding>,
  index: ItemIndex,
): Judged['verdict'] {
  const words = above.map((risk) => standing.get(risk)).filter((word) => word !== 'settled');
  if (assessed && words.length > 0 && words.every((word) => word === 'acceptance-expired')) return 'stale';
  const treatments = above.flatMap((risk) => treatmentsOf(risk, index));
  const begun = treatments.some((item) => item.progress !== 'to-do') || words.length < above.length;
  if (begun || linked.verdict === 'suffices' || linked.verdict === 'in-progress') return 'in-progress';
  if (linked.verdict === 'stale') return 'stale';
  return treatments.length > 0 || linked.verdict === 'planned' ? 'planned' : 'none';
}

/** 8.4: a current assessment, or a triage "none needed" with criteria, approver and date. */
export function judgeImpactAssessment(
  evidence: Judged,
  decisions: Decisions,
  systemId: ItemId,
  calendar: Calendar,
): Judged {
  const triage = decisions.triages.find((entry) => entry.systemId === systemId);
  if (evidence.verdict === 'suffices' || !triage || triage.needed || !calendar.hasCome(triage.approvedOn))
    return evidence;
  return {
    verdict: 'suffices',
    reasons: [{ code: 'impact-assessment-waived', day: triage.approvedOn }, ...evidence.reasons],
  };
}

function withReasons(judged: Judged, more: readonly Reason[]): Judged {
  return { verdict: judged.verdict, reasons: [...judged.reasons, ...more] };
}
