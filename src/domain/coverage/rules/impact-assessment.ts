import { IMPACT_ASSESSMENT } from '../../requirement/named';
import type { Judged } from '../evidence';
import type { SystemRule, SystemSituation } from './rule';

/** 8.4: a current assessment, or a triage "none needed" with criteria, approver and date. */
export const impactAssessment: SystemRule = { requirement: IMPACT_ASSESSMENT, judge: judgeImpactAssessment };

function judgeImpactAssessment(evidence: Judged, { decisions, system, calendar }: SystemSituation): Judged {
  const triage = decisions.triages.find((entry) => entry.systemId === system);
  if (evidence.verdict === 'suffices' || !triage || triage.needed || !calendar.hasCome(triage.approvedOn))
    return evidence;
  return {
    verdict: 'suffices',
    reasons: [{ code: 'impact-assessment-waived', day: triage.approvedOn }, ...evidence.reasons],
  };
}
