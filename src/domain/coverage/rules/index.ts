import { awareness } from './awareness';
import { correctiveAction } from './corrective-action';
import { impactAssessment } from './impact-assessment';
import { riskAssessment } from './risk-assessment';
import { riskTreatment } from './risk-treatment';
import type { Need, OrganisationRule, SystemRule } from './rule';
import { statementOfApplicability } from './statement-of-applicability';

export const ORGANISATION_RULES: readonly OrganisationRule[] = [statementOfApplicability, awareness, correctiveAction];
export const SYSTEM_RULES: readonly SystemRule[] = [riskAssessment, riskTreatment, impactAssessment];

/** What a recount of these requirements reads besides. */
export const needsOf = (requirements: readonly string[]): ReadonlySet<Need> =>
  new Set(
    ORGANISATION_RULES.filter(({ requirement }) => requirements.includes(requirement)).flatMap(({ needs }) => needs),
  );
