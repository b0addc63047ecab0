import type { Judged } from '../evidence';
import type { OrganisationSituation } from '../rules/rule';

/** Risk criteria that are approved and not past their end (6.1.1, 6.1.2), beside what is linked. */
export function judgeCriteria(evidence: Judged, { settings, calendar }: OrganisationSituation): Judged {
  const { approved } = settings.criteria;
  if (approved === null) {
    const verdict = evidence.verdict === 'suffices' ? 'in-progress' : evidence.verdict;
    return { verdict, reasons: [{ code: 'criteria-missing' }, ...evidence.reasons] };
  }
  if (approved.validUntil !== null && !calendar.isOpenUntil(approved.validUntil))
    return { verdict: 'stale', reasons: [{ code: 'criteria-lapsed', day: approved.validUntil }, ...evidence.reasons] };
  const begun = evidence.verdict === 'none' || evidence.verdict === 'planned' ? 'in-progress' : evidence.verdict;
  return { verdict: begun, reasons: [...evidence.reasons, { code: 'criteria-approved', day: approved.on }] };
}
