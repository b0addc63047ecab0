import { type Field, fieldOn, options, scale, worded } from './field';

/** Words of the two scales, from 1 to 5. */
export const LIKELIHOOD = ['rare', 'unlikely', 'possible', 'likely', 'almost certain'] as const;
export const CONSEQUENCE = ['negligible', 'minor', 'moderate', 'major', 'severe'] as const;

/** Options of ISO 31000 for the treatment of a risk. */
export const TREATMENT_WORDS = { modify: 'Modify', avoid: 'Avoid', share: 'Share', retain: 'Retain' } as const;
export type TreatmentOption = keyof typeof TREATMENT_WORDS;
export const TREATMENT_OPTIONS = Object.keys(TREATMENT_WORDS) as [TreatmentOption, ...TreatmentOption[]];

const field = fieldOn('ai-risk');

/** A rating needs both its numbers, so either field missing keeps the whole of it. */
const INHERENT = ['risk.inherent', 'risk.level'];
const RESIDUAL = ['risk.residual', 'risk.residualLevel'];

/** The options of *Risk source* and *Objective at risk* are Annex C's: whoever needs them adds them. */
export const AI_RISK_FIELDS: readonly Field[] = [
  field('risk-source', 'Risk source', 'multiselect'),
  field('objective-at-risk', 'Objective at risk', 'multiselect'),
  field('who-is-affected', 'Who is affected', 'multiselect', {
    options: options('Organisation', 'Individuals', 'Groups', 'Society'),
  }),
  field('likelihood', 'Likelihood', 'select', { options: scale(...LIKELIHOOD), fact: INHERENT }),
  field('consequence', 'Consequence', 'select', { options: scale(...CONSEQUENCE), fact: INHERENT }),
  field('residual-likelihood', 'Residual likelihood', 'select', { options: scale(...LIKELIHOOD), fact: RESIDUAL }),
  field('residual-consequence', 'Residual consequence', 'select', { options: scale(...CONSEQUENCE), fact: RESIDUAL }),
  field('treatment-option', 'Treatment option', 'select', {
    options: worded(TREATMENT_WORDS),
    fact: ['risk.treatmentOption'],
  }),
  field('treatment-effectiveness', 'Treatment effectiveness', 'textfield'),
  field('acceptance-justification', 'Acceptance justification', 'textfield'),
  field('acceptance-expires', 'Acceptance expires', 'datepicker', { fact: ['risk.acceptanceExpires'] }),
];
