import { STATEMENT_OF_APPLICABILITY } from '../../requirement/named';
import type { Judged } from '../evidence';
import type { Reason } from '../reason';
import type { OrganisationRule, OrganisationSituation } from './rule';

/** 6.1.3: all controls have a reason, the Statement of Applicability is approved, no control named by a risk is excluded. */
export const statementOfApplicability: OrganisationRule = {
  requirement: STATEMENT_OF_APPLICABILITY,
  needs: ['controls-named-by-risks'],
  touchedBy: ({ kind, requirements }) => kind === 'ai-risk' && requirements.length > 0,
  judge: judgeApplicability,
};

function judgeApplicability(
  evidence: Judged,
  { decisions: { applicability }, controls, controlsNamedByRisks }: OrganisationSituation,
): Judged {
  const withoutReason = controls.filter((id) => !applicability.newest.get(id)?.reason.trim());
  const excludedThoughNamed = [...new Set(controlsNamedByRisks)]
    .filter((id) => applicability.approved.get(id)?.applicable === false)
    .sort();
  const reasons: Reason[] = [];
  if (withoutReason.length > 0) reasons.push({ code: 'applicability-open', count: withoutReason.length });
  if (applicability.approvedOn === null) reasons.push({ code: 'not-approved' });
  for (const id of excludedThoughNamed) reasons.push({ code: 'required-control-excluded', detail: id });
  const { approvedOn } = applicability;
  if (approvedOn !== null && reasons.length === 0)
    return {
      verdict: 'suffices',
      reasons: [{ code: 'applicability-complete', count: controls.length, day: approvedOn }],
    };
  const begun = applicability.newest.size > 0 || evidence.verdict === 'suffices' || evidence.verdict === 'in-progress';
  return { verdict: begun ? 'in-progress' : evidence.verdict, reasons: [...reasons, ...evidence.reasons] };
}
