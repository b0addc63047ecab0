import { type Field, fieldOn, options, worded, YES_NO } from './field';

const OUR_PART_WORDS = {
  develop: 'Develop',
  adapt: 'Adapt (train, fine-tune, own data)',
  provide: 'Provide to others',
  use: 'Use',
} as const;
/** Our part in an AI system. */
export type OurPart = keyof typeof OUR_PART_WORDS;

const field = fieldOn('ai-system');

const AI_ACT_CLASSES = options(
  'Not screened',
  'Not an AI system',
  'Out of scope (Art. 2)',
  'Prohibited',
  'High-risk Annex I',
  'High-risk Annex III',
  'Annex III excepted (Art. 6(3))',
  'Transparency Art. 50',
  'No class-specific duties',
);

export const AI_SYSTEM_FIELDS: readonly Field[] = [
  field('intended-purpose', 'Intended purpose', 'textarea'),
  field('system-owner', 'System owner', 'userpicker', { fact: ['people'] }),
  field('vendor', 'Vendor', 'textfield'),
  field('owner-unit', 'Owner unit', 'textfield'),
  field('our-part', 'Our part', 'multiselect', {
    options: worded(OUR_PART_WORDS),
    fact: ['system.ourPart'],
  }),
  field('third-parties-involved', 'Third parties involved', 'select', {
    options: YES_NO,
    fact: ['system.thirdPartiesInvolved'],
  }),
  field('we-control-input-data', 'We control input data', 'select', {
    options: YES_NO,
    fact: ['system.controlsInputData'],
  }),
  field('we-control-logs', 'We control logs', 'select', { options: YES_NO, fact: ['system.controlsLogs'] }),
  field('in-aims-scope', 'In AIMS scope', 'select', { options: YES_NO, fact: ['system.inScope'] }),
  field('personal-data', 'Personal data', 'select', { options: YES_NO }),
  field('scope-reason', 'Scope reason', 'textfield', { fact: ['system.scopeReasonGiven'] }),
  field('impact-flag', 'Impact flag', 'textfield'),
  field('ai-act-role', 'AI Act role', 'multiselect', {
    options: options(
      'Provider',
      'Deployer',
      'Importer',
      'Distributor',
      'Authorised representative',
      'Product manufacturer',
    ),
    fact: ['system.aiActRoles'],
    register: {},
  }),
  field('ai-act-class', 'AI Act class', 'multiselect', {
    options: AI_ACT_CLASSES,
    fact: ['system.aiActClass'],
    // Nothing is assumed about a system that nobody has screened.
    register: { filtered: true, empty: 'Not screened' },
  }),
  field('ai-act-class-reason', 'AI Act class reason', 'textfield'),
  field('gpai-model-provider', 'GPAI model provider', 'select', { options: options('No', 'Yes', 'Systemic risk') }),
  field('discovered-as', 'Discovered as', 'select', {
    options: options('Declared', 'Shadow AI', 'Supplier notice', 'Scan'),
  }),
  field('affected-people', 'Affected people', 'textfield'),
  field('taken-over-on', 'Taken over on', 'datepicker'),
  field('last-significant-change', 'Last significant change', 'datepicker', { fact: ['system.lastSignificantChange'] }),
  field('next-review', 'Next review', 'datepicker', { fact: ['system.nextReview'] }),
  field('retirement-reason', 'Retirement reason', 'textfield'),
];
