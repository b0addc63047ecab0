import type { WorkTypeKey } from './work-types';

export type FieldType = 'textfield' | 'textarea' | 'datepicker' | 'select' | 'multiselect' | 'userpicker';

export interface WantedField {
  key: string;
  name: string;
  type: FieldType;
  /** The app's work types that carry it, or `linked`: every issue type of an enrolled project. */
  on: readonly WorkTypeKey[] | 'linked';
  options?: readonly string[];
}

const YES_NO = ['Yes', 'No'] as const;
const LIKELIHOOD = ['1 - rare', '2 - unlikely', '3 - possible', '4 - likely', '5 - almost certain'] as const;
const CONSEQUENCE = ['1 - negligible', '2 - minor', '3 - moderate', '4 - major', '5 - severe'] as const;

const on =
  (...types: WorkTypeKey[]) =>
  (key: string, name: string, type: FieldType, options?: readonly string[]): WantedField => ({
    key,
    name,
    type,
    on: types,
    ...(options ? { options } : {}),
  });
const system = on('ai-system');
const risk = on('ai-risk');
const nonconformity = on('nonconformity');

/**
 * The fields of the blueprint. Contexts hold enrolled projects only, so nothing changes elsewhere.
 * @param requirements option texts of the field "AIMS requirements": number and title
 * @param pickLists Annex C's objectives and risk sources, by title
 */
export function wantedFields(
  requirements: readonly string[],
  pickLists: { objectives: readonly string[]; riskSources: readonly string[] },
): WantedField[] {
  return [
    { key: 'aims-requirements', name: 'AIMS requirements', type: 'multiselect', on: 'linked', options: requirements },
    { key: 'evidence-effective-date', name: 'Evidence effective date', type: 'datepicker', on: 'linked' },
    { key: 'evidence-review-due', name: 'Evidence review due', type: 'datepicker', on: 'linked' },
    system('intended-purpose', 'Intended purpose', 'textarea'),
    system('system-owner', 'System owner', 'userpicker'),
    system('vendor', 'Vendor', 'textfield'),
    system('owner-unit', 'Owner unit', 'textfield'),
    system('our-part', 'Our part', 'multiselect', [
      'Develop',
      'Adapt (train, fine-tune, own data)',
      'Provide to others',
      'Use',
    ]),
    system('third-parties-involved', 'Third parties involved', 'select', YES_NO),
    system('we-control-input-data', 'We control input data', 'select', YES_NO),
    system('we-control-logs', 'We control logs', 'select', YES_NO),
    system('in-aims-scope', 'In AIMS scope', 'select', YES_NO),
    system('personal-data', 'Personal data', 'select', YES_NO),
    system('scope-reason', 'Scope reason', 'textfield'),
    system('impact-flag', 'Impact flag', 'textfield'),
    system('ai-act-role', 'AI Act role', 'multiselect', [
      'Provider',
      'Deployer',
      'Importer',
      'Distributor',
      'Authorised representative',
      'Product manufacturer',
    ]),
    system('ai-act-class', 'AI Act class', 'multiselect', [
      'Not screened',
      'Not an AI system',
      'Out of scope (Art. 2)',
      'Prohibited',
      'High-risk Annex I',
      'High-risk Annex III',
      'Annex III excepted (Art. 6(3))',
      'Transparency Art. 50',
      'No class-specific duties',
    ]),
    system('ai-act-class-reason', 'AI Act class reason', 'textfield'),
    system('gpai-model-provider', 'GPAI model provider', 'select', ['No', 'Yes', 'Systemic risk']),
    system('discovered-as', 'Discovered as', 'select', ['Declared', 'Shadow AI', 'Supplier notice', 'Scan']),
    system('affected-people', 'Affected people', 'textfield'),
    system('taken-over-on', 'Taken over on', 'datepicker'),
    system('last-significant-change', 'Last significant change', 'datepicker'),
    system('next-review', 'Next review', 'datepicker'),
    system('retirement-reason', 'Retirement reason', 'textfield'),
    risk('risk-source', 'Risk source', 'multiselect', pickLists.riskSources),
    risk('objective-at-risk', 'Objective at risk', 'multiselect', pickLists.objectives),
    risk('who-is-affected', 'Who is affected', 'multiselect', ['Organisation', 'Individuals', 'Groups', 'Society']),
    risk('likelihood', 'Likelihood', 'select', LIKELIHOOD),
    risk('consequence', 'Consequence', 'select', CONSEQUENCE),
    risk('residual-likelihood', 'Residual likelihood', 'select', LIKELIHOOD),
    risk('residual-consequence', 'Residual consequence', 'select', CONSEQUENCE),
    risk('treatment-option', 'Treatment option', 'select', ['Modify', 'Avoid', 'Share', 'Retain']),
    risk('treatment-effectiveness', 'Treatment effectiveness', 'textfield'),
    risk('acceptance-justification', 'Acceptance justification', 'textfield'),
    risk('acceptance-expires', 'Acceptance expires', 'datepicker'),
    nonconformity('grade', 'Grade', 'select', ['Major', 'Minor', 'Observation']),
    nonconformity('origin', 'Origin', 'select', [
      'Internal audit',
      'External audit',
      'Monitoring',
      'Incident',
      'Complaint',
      'Management review',
      'Supplier',
    ]),
    nonconformity('detected-on', 'Detected on', 'datepicker'),
    nonconformity('objective-evidence', 'Objective evidence', 'textarea'),
    nonconformity('other-requirement', 'Other requirement', 'textfield'),
    nonconformity('correction', 'Correction', 'textfield'),
    nonconformity('cause', 'Cause', 'textfield'),
    nonconformity('similar-nonconformities', 'Similar nonconformities', 'textfield'),
    nonconformity('why-no-action', 'Why no action', 'textfield'),
    nonconformity('expected-result', 'Expected result', 'textfield'),
    nonconformity('aims-changes', 'AIMS changes', 'textfield'),
    nonconformity('effectiveness-due', 'Effectiveness due', 'datepicker'),
    nonconformity('effectiveness-date', 'Effectiveness date', 'datepicker'),
    nonconformity('effectiveness', 'Effectiveness', 'select', ['Effective', 'Not effective']),
    nonconformity('effectiveness-reviewer', 'Effectiveness reviewer', 'userpicker'),
  ];
}

const PREFIX = 'com.atlassian.jira.plugin.system.customfieldtypes';

/** Jira's names of a field type and of the searcher without which JQL cannot find it ("Create custom field", Jira REST v3). */
export const JIRA_FIELD_TYPES: Readonly<Record<FieldType, { type: string; searcher: string }>> = {
  textfield: { type: `${PREFIX}:textfield`, searcher: `${PREFIX}:textsearcher` },
  textarea: { type: `${PREFIX}:textarea`, searcher: `${PREFIX}:textsearcher` },
  datepicker: { type: `${PREFIX}:datepicker`, searcher: `${PREFIX}:daterange` },
  select: { type: `${PREFIX}:select`, searcher: `${PREFIX}:multiselectsearcher` },
  multiselect: { type: `${PREFIX}:multiselect`, searcher: `${PREFIX}:multiselectsearcher` },
  userpicker: { type: `${PREFIX}:userpicker`, searcher: `${PREFIX}:userpickergroupsearcher` },
};
