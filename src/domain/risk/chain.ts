import type { Calendar } from '../day';
import type { Decisions, Settings } from '../decision/decision';
import { contributions, type ItemIndex, linkedTo } from '../item/contribution';
import type { ItemFact } from '../item/item-fact';
import { IMPACT_ASSESSMENT, RISK_ASSESSMENT } from '../requirement/named';
import { triageStanding } from '../triage/standing';
import { type AcceptanceGap, acceptanceGap } from './acceptance';
import { isAboveThreshold, isLiving, treatmentsOf } from './risk';

/** Where the chain from impact assessment to evidence is broken. */
export type ChainBreak =
  | 'impact-assessment-missing'
  | 'impact-assessment-without-risk'
  | 'risk-without-assessment'
  | 'risk-unrated'
  | 'risk-without-treatment'
  | 'treatment-not-done'
  | 'treatment-without-evidence'
  | AcceptanceGap;

export interface Treatment {
  item: ItemFact;
  evidence: readonly ItemFact[];
  breaks: ChainBreak[];
}

export interface RiskInChain {
  item: ItemFact;
  aboveThreshold: boolean;
  treatments: Treatment[];
  breaks: ChainBreak[];
}

export interface Chain {
  waived: boolean;
  assessments: ItemFact[];
  risks: RiskInChain[];
  breaks: ChainBreak[];
}

/**
 * An AI system's chain: impact assessment (8.4) -> risk -> treatment -> evidence (8.2, 8.3). Breaks are shown, not
 * judged: the states of 8.2, 8.3 and 8.4 are the coverage rules'. Pure.
 * @param index the system, what concerns it, what treats that, and what evidences the treatments
 */
export function chainOf(
  system: ItemFact,
  index: ItemIndex,
  decisions: Decisions,
  settings: Settings,
  calendar: Calendar,
): Chain {
  const concerning = [...index.values()].filter((item) => item.lostOn === null && concerns(item, system));
  const assessments = assessmentsOf(concerning, IMPACT_ASSESSMENT, index);
  const assessed = assessments.length > 0 || assessmentsOf(concerning, RISK_ASSESSMENT, index).length > 0;
  const waived = triageStanding(system, index, decisions, settings, calendar)?.counts === true;
  const risks = concerning
    .filter((item) => item.kind === 'ai-risk' && isLiving(item))
    .sort((a, b) => (b.risk?.level ?? 0) - (a.risk?.level ?? 0) || (a.id < b.id ? -1 : 1))
    .map((item) => riskInChain(item, assessed, index, settings, calendar));
  const breaks: ChainBreak[] = [];
  if (assessments.length === 0 && !waived) breaks.push('impact-assessment-missing');
  if (assessments.length > 0 && risks.length === 0) breaks.push('impact-assessment-without-risk');
  return { waived, assessments, risks, breaks };
}

const concerns = (item: ItemFact, system: ItemFact): boolean =>
  item.links.some((link) => link.role === 'concerns' && link.target === system.id);

/** Work and records for a requirement; what was cancelled is as if not linked. */
function assessmentsOf(items: readonly ItemFact[], requirementId: string, index: ItemIndex): ItemFact[] {
  return items.filter(
    (item) =>
      !item.cancelled &&
      contributions(item, index).some(
        (entry) => entry.requirementId === requirementId && (entry.role === 'implements' || entry.role === 'evidences'),
      ),
  );
}

function riskInChain(
  item: ItemFact,
  assessed: boolean,
  index: ItemIndex,
  settings: Settings,
  calendar: Calendar,
): RiskInChain {
  const facts = item.risk;
  const aboveThreshold = isAboveThreshold(item, settings);
  const treatments = treatmentsOf(item, index).map((treatment) => treatmentInChain(treatment, index));
  const breaks: ChainBreak[] = [];
  if (!assessed) breaks.push('risk-without-assessment');
  if (facts?.level === null) breaks.push('risk-unrated');
  if (aboveThreshold && treatments.length === 0 && facts?.treatmentOption !== 'retain')
    breaks.push('risk-without-treatment');
  const gap = facts ? acceptanceGap(facts, settings, (day) => !calendar.isOpenUntil(day)) : null;
  if (gap === 'acceptance-expired' || (aboveThreshold && gap !== null)) breaks.push(gap);
  return { item, aboveThreshold, treatments, breaks };
}

/** A treatment is its own evidence when it is a record: done, with an effective date. */
function treatmentInChain(item: ItemFact, index: ItemIndex): Treatment {
  const evidence = linkedTo(item, 'evidences', index);
  const isRecord = item.progress === 'done' && item.effectiveOn !== null;
  const breaks: ChainBreak[] = [];
  if (item.progress !== 'done') breaks.push('treatment-not-done');
  else if (evidence.length === 0 && !isRecord) breaks.push('treatment-without-evidence');
  return { item, evidence, breaks };
}
