import { STATEMENT_OF_APPLICABILITY } from '../../requirement/named';
import type { Judged } from '../evidence';
import type { Reason } from '../reason';
import type { OrganisationRule, OrganisationSituation } from './rule';

/**
 * 6.1.3: a Statement of Applicability is approved and not past its end, all controls have a reason, none that a living risk names
 * is excluded. Past its end it is stale, and what it excludes stays excluded.
 */
export const statementOfApplicability: OrganisationRule = {
  requirement: STATEMENT_OF_APPLICABILITY,
  needs: ['controls-named-by-risks'],
  touchedBy: ({ kind, requirements }) => kind === 'ai-risk' && requirements.length > 0,
  judge: judgeApplicability,
};

function judgeApplicability(
  evidence: Judged,
  { decisions: { applicability }, controls, controlsNamedByRisks, calendar }: OrganisationSituation,
): Judged {
  const { approved, isBegun } = applicability;
  const withoutReason = controls.filter((id) => !applicability.controls.get(id)?.hasReason);
  const excludedThoughNamed = [...new Set(controlsNamedByRisks)]
    .filter((id) => applicability.controls.get(id)?.applicable === false)
    .sort();
  const reasons: Reason[] = [];
  if (withoutReason.length > 0) reasons.push({ code: 'applicability-open', count: withoutReason.length });
  if (approved === null) reasons.push({ code: 'not-approved' });
  for (const id of excludedThoughNamed) reasons.push({ code: 'required-control-excluded', detail: id });
  if (approved !== null && approved.validUntil !== null && !calendar.isOpenUntil(approved.validUntil))
    return { verdict: 'stale', reasons: [{ code: 'approval-lapsed', day: approved.validUntil }, ...reasons] };
  if (approved !== null && reasons.length === 0)
    return {
      verdict: 'suffices',
      reasons: [{ code: 'applicability-complete', count: controls.length, day: approved.on }],
    };
  const begun = isBegun || evidence.verdict === 'suffices' || evidence.verdict === 'in-progress';
  return { verdict: begun ? 'in-progress' : evidence.verdict, reasons: [...reasons, ...evidence.reasons] };
}
