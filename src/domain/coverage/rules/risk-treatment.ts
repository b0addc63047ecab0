import type { ItemIndex } from '../../item/contribution';
import { concernedSystems, type ItemFact } from '../../item/item-fact';
import { RISK_ASSESSMENT, RISK_TREATMENT } from '../../requirement/named';
import { ACCEPTANCE_GAPS } from '../../risk/acceptance';
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

/** What keeps a risk from being under control, in the order in which it is told. */
const OPEN_OUTCOMES = [
  'not-treated',
  ...ACCEPTANCE_GAPS,
  'expiry-not-known',
] as const satisfies readonly TreatmentOutcome[];

function reasonOf(outcome: (typeof OPEN_OUTCOMES)[number], risks: readonly ItemFact[]): Reason {
  const items = idsOf(risks);
  if (outcome === 'not-treated') return { code: 'risk-not-treated', items };
  if (outcome === 'expiry-not-known') return { code: 'date-not-known', items, detail: 'acceptance-expires' };
  return { code: outcome, items };
}

function judgeRiskTreatment(
  linked: Judged,
  { rested: assessment, risks, index, settings, calendar }: SystemSituation,
): Judged {
  const above = risks.filter((risk) => isLiving(risk) && isAboveThreshold(risk, settings));
  const outcomes = new Map<ItemFact, TreatmentOutcome>(
    above.map((risk) => [risk, treatmentOutcome(risk, index, settings, calendar)]),
  );
  const reasons = OPEN_OUTCOMES.flatMap((outcome): Reason[] => {
    const those = above.filter((risk) => outcomes.get(risk) === outcome);
    return those.length === 0 ? [] : [reasonOf(outcome, those)];
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
  const begun =
    treatments.some((item) => item.progress !== 'to-do') ||
    above.some((risk) => risk.risk?.accepted) ||
    open.length < above.length;
  if (begun || linked.verdict === 'suffices' || linked.verdict === 'in-progress') return 'in-progress';
  if (linked.verdict === 'stale') return 'stale';
  return treatments.length > 0 || linked.verdict === 'planned' ? 'planned' : 'none';
}
