import type { ItemIndex } from '../../item/contribution';
import { concernedSystems, type ItemFact } from '../../item/item-fact';
import { RISK_ASSESSMENT, RISK_TREATMENT } from '../../requirement/named';
import { isAboveThreshold, isLiving, type TreatmentStanding, treatmentStanding, treatmentsOf } from '../../risk/risk';
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

const STANDING_REASON = {
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
  const standing = new Map<ItemFact, TreatmentStanding>(
    above.map((risk) => [risk, treatmentStanding(risk, index, calendar)]),
  );
  const reasons = (Object.keys(STANDING_REASON) as (keyof typeof STANDING_REASON)[]).flatMap((word): Reason[] => {
    const those = above.filter((risk) => standing.get(risk) === word);
    const detail = word === 'expiry-not-known' ? { detail: 'acceptance-expires' } : {};
    return those.length === 0 ? [] : [{ code: STANDING_REASON[word], items: idsOf(those), ...detail }];
  });
  const assessed = assessment?.verdict === 'suffices';
  if (assessed && reasons.length === 0)
    return { verdict: 'suffices', reasons: [{ code: 'risks-under-control', items: idsOf(above) }] };
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
