import { RISK_CRITERIA, RISKS_AND_OPPORTUNITIES } from '../../requirement/named';
import type { Judged } from '../evidence';
import type { OrganisationRule, OrganisationSituation } from './rule';

const ruleOf = (requirement: string): OrganisationRule => ({
  requirement,
  needs: [],
  touchedBy: () => false,
  judge: judgeCriteria,
});

/** 6.1.1 and 6.1.2 have two parts: what is linked, and risk criteria that are approved and not past their end. */
export const risksAndOpportunities = ruleOf(RISKS_AND_OPPORTUNITIES);
export const riskCriteria = ruleOf(RISK_CRITERIA);

function judgeCriteria(evidence: Judged, { settings, calendar }: OrganisationSituation): Judged {
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
