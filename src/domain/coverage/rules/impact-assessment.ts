import { IMPACT_ASSESSMENT } from '../../requirement/named';
import type { TriageStanding } from '../../triage/standing';
import type { Judged } from '../evidence';
import type { Reason } from '../reason';
import type { SystemRule, SystemSituation } from './rule';

/** 8.4: a current assessment, or a triage "none needed" that a second person approved and nothing has ended. */
export const impactAssessment: SystemRule = { requirement: IMPACT_ASSESSMENT, judge: judgeImpactAssessment };

function judgeImpactAssessment(evidence: Judged, { triage }: SystemSituation): Judged {
  if (evidence.verdict === 'suffices') return evidence;
  const standing = triage();
  if (standing === null) return evidence;
  return {
    verdict: standing.counts ? 'suffices' : 'stale',
    reasons: [...triageReasons(standing), ...evidence.reasons],
  };
}

function triageReasons(standing: TriageStanding): Reason[] {
  if (!standing.counts) return [{ code: 'triage-ended', detail: standing.why, day: standing.day }];
  const { on, until, byOnePerson } = standing;
  return [
    { code: 'impact-assessment-waived', day: on },
    ...(byOnePerson ? [{ code: 'triage-by-one-person', day: until } as const] : []),
  ];
}
