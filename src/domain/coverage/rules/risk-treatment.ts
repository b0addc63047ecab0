import type { ItemIndex } from '../../item/contribution';
import { concernedSystems, type ItemFact } from '../../item/item-fact';
import { RISK_ASSESSMENT, RISK_TREATMENT } from '../../requirement/named';
import { isAboveThreshold, isLiving, type TreatmentOutcome, treatmentOutcome, treatmentsOf } from '../../risk/risk';
import { type Judged, withReasons } from '../evidence';
import { idsOf, type Reason } from '../reason';
import type { SystemRule, SystemSituation } from './rule';

/** 8.3: with 8.2, each risk above the threshold is treated and its residual accepted and not expired. */
export const riskTreatment: SystemRule = {
  requirement: RISK_TREATMENT,
  restsOn: RISK_ASSESSMENT,
  judgesRisks: true,
  /** It asks for the work that treats a system's risks, whatever that work itself concerns. */
  touches: (item, index) =>
    item.links
      .filter((link) => link.role === 'treats')
      .flatMap((link) => index.get(link.target) ?? [])
      .flatMap(concernedSystems),
  judge: judgeRiskTreatment,
};

const OUTCOME_REASON = {
  'not-treated': 'risk-not-treated',
  'not-accepted': 'residual-not-accepted',
  'acceptance-expired': 'acceptance-expired',
  'expiry-not-known': 'date-not-known',
} as const;

function judgeRiskTreatment(
  linked: Judged,
  { rested: assessment, risks, index, settings, calendar }: SystemSituation,
): Judged {
  const above = risks.filter((risk) => isLiving(risk) && isAboveThreshold(risk, settings));
  const outcomes = new Map<ItemFact, TreatmentOutcome>(
    above.map((risk) => [risk, treatmentOutcome(risk, index, calendar)]),
  );
  const reasons = (Object.keys(OUTCOME_REASON) as (keyof typeof OUTCOME_REASON)[]).flatMap((outcome): Reason[] => {
    const those = above.filter((risk) => outcomes.get(risk) === outcome);
    const detail = outcome === 'expiry-not-known' ? { detail: 'acceptance-expires' } : {};
    return those.length === 0 ? [] : [{ code: OUTCOME_REASON[outcome], items: idsOf(those), ...detail }];
  });
  const assessed = assessment?.verdict === 'suffices';
  if (assessed && reasons.length === 0)
    return { verdict: 'suffices', reasons: [{ code: 'risks-under-control', items: idsOf(above) }] };
  if (!assessed) reasons.unshift({ code: 'risk-assessment-missing' });
  return withReasons({ verdict: treatmentProgress(linked, assessed, above, outcomes, index), reasons }, linked.reasons);
}

function treatmentProgress(
  linked: Judged,
  assessed: boolean,
  above: readonly ItemFact[],
  outcomes: ReadonlyMap<ItemFact, TreatmentOutcome>,
  index: ItemIndex,
): Judged['verdict'] {
  const open = above.map((risk) => outcomes.get(risk)).filter((outcome) => outcome !== 'settled');
  if (assessed && open.length > 0 && open.every((outcome) => outcome === 'acceptance-expired')) return 'stale';
  const treatments = above.flatMap((risk) => treatmentsOf(risk, index));
  const begun = treatments.some((item) => item.progress !== 'to-do') || open.length < above.length;
  if (begun || linked.verdict === 'suffices' || linked.verdict === 'in-progress') return 'in-progress';
  if (linked.verdict === 'stale') return 'stale';
  return treatments.length > 0 || linked.verdict === 'planned' ? 'planned' : 'none';
}
