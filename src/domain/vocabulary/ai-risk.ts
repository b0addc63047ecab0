import { type Field, fieldOn, scale, worded } from './field';

/** Words of the two scales, from 1 to 5. */
const LIKELIHOOD = ['rare', 'unlikely', 'possible', 'likely', 'almost certain'] as const;
const CONSEQUENCE = ['negligible', 'minor', 'moderate', 'major', 'severe'] as const;

/** Options of ISO 31000 for the treatment of a risk. */
export const TREATMENT_WORDS = { modify: 'Modify', avoid: 'Avoid', share: 'Share', retain: 'Retain' } as const;
export type TreatmentOption = keyof typeof TREATMENT_WORDS;
export const TREATMENT_OPTIONS = Object.keys(TREATMENT_WORDS) as [TreatmentOption, ...TreatmentOption[]];

export const AFFECTED_FIELD = 'who-is-affected';
const AFFECTED_WORDS = {
  organisation: 'Organisation',
  individuals: 'Individuals',
  groups: 'Groups',
  society: 'Society',
};
export const AFFECTED = Object.keys(AFFECTED_WORDS);

const field = fieldOn('ai-risk');

/** A rating needs both its numbers, so either field missing keeps the whole of it. */
const INHERENT = ['risk.inherent', 'risk.level'];
const RESIDUAL = ['risk.residual', 'risk.residualLevel'];

/** The options of *Risk source* and *Objective at risk* are Annex C's: whoever needs them adds them. */
export const AI_RISK_FIELDS: readonly Field[] = [
  field('risk-source', 'Risk source', 'multiselect', {
    help: 'Where the risk comes from. The choices are the usual sources of AI risk (ISO/IEC 42001 Annex C.3); choose all that fit.',
  }),
  field('objective-at-risk', 'Objective at risk', 'multiselect', {
    help: 'What would suffer, such as fairness, safety or privacy (Annex C.2). Choose all that fit.',
  }),
  field(AFFECTED_FIELD, 'Who is affected', 'multiselect', {
    help: 'Who would bear the harm: your organisation, single people, groups of people, or society. Risks for people count as much as risks for you (clause 6.1.2).',
    options: worded(AFFECTED_WORDS),
    fact: ['risk.affected'],
  }),
  field('likelihood', 'Likelihood', 'select', {
    help: 'How likely the harm is today, with the safeguards that already work, from 1 (rare) to 5 (almost certain). Together with the consequence it gives the level of the risk.',
    options: scale(...LIKELIHOOD),
    fact: INHERENT,
  }),
  field('consequence', 'Consequence', 'select', {
    help: 'How bad the harm would be, from 1 (negligible) to 5 (severe). Rate the worst that can reasonably be expected.',
    options: scale(...CONSEQUENCE),
    fact: INHERENT,
  }),
  field('residual-likelihood', 'Residual likelihood', 'select', {
    help: 'How likely the harm still is once the treatment is done. Fill it in after the treatment, not when it is planned.',
    options: scale(...LIKELIHOOD),
    fact: RESIDUAL,
  }),
  field('residual-consequence', 'Residual consequence', 'select', {
    help: 'How bad the harm would still be once the treatment is done. What remains has to be accepted by somebody (clause 6.1.3).',
    options: scale(...CONSEQUENCE),
    fact: RESIDUAL,
  }),
  field('treatment-option', 'Treatment option', 'select', {
    help: 'What you do about the risk. Modify: lessen it. Avoid: stop what causes it. Share: let somebody else bear a part, such as an insurer. Retain: live with it, and say why (clause 6.1.3).',
    options: worded(TREATMENT_WORDS),
    fact: ['risk.treatmentOption'],
  }),
  field('treatment-effectiveness', 'Treatment effectiveness', 'textfield', {
    help: 'Whether the treatment worked, and how you know, such as a test, a measurement or complaints that ceased (clause 8.3).',
  }),
  field('acceptance-justification', 'Acceptance justification', 'textfield', {
    help: 'Why what remains of the risk may be borne, in the words of whoever accepts it. An auditor reads this first.',
  }),
  field('acceptance-expires', 'Acceptance expires', 'datepicker', {
    help: 'The day until which the acceptance holds, usually within a year. After it the risk has to be looked at and accepted again.',
    fact: ['risk.acceptanceExpires'],
  }),
];
