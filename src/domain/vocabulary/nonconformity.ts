import { type Field, fieldOn, options, worded } from './field';

/** Worst first. What nobody has graded yet counts as minor (row 1 of the coverage rules), and is shown as what it is. */
export const GRADE_WORDS = {
  major: 'Major',
  minor: 'Minor',
  ungraded: 'No grade yet',
  observation: 'Observation',
} as const;
export type Grade = keyof typeof GRADE_WORDS;
export const GRADES = Object.keys(GRADE_WORDS) as [Grade, ...Grade[]];

/** The steps of 10.2 by the names of their statuses, in their order. */
export const NONCONFORMITY_STAGE_WORDS = {
  reported: 'Reported',
  correction: 'Correction',
  'cause-analysis': 'Cause analysis',
  'corrective-action': 'Corrective action',
  'effectiveness-review': 'Effectiveness review',
  closed: 'Closed',
} as const;
export type NonconformityStage = keyof typeof NONCONFORMITY_STAGE_WORDS;
export const NONCONFORMITY_STAGES = Object.keys(NONCONFORMITY_STAGE_WORDS) as [
  NonconformityStage,
  ...NonconformityStage[],
];

const field = fieldOn('nonconformity');

/** A step of 10.2, and with it whether all of them are recorded. */
const step = (name: string): string[] => [`nonconformity.steps.${name}`, 'nonconformity.stepsComplete'];

export const NONCONFORMITY_FIELDS: readonly Field[] = [
  field('grade', 'Grade', 'select', {
    options: worded(GRADE_WORDS).filter(({ key }) => key !== 'ungraded'),
    fact: ['nonconformity.grade'],
  }),
  field('origin', 'Origin', 'select', {
    options: options(
      'Internal audit',
      'External audit',
      'Monitoring',
      'Incident',
      'Complaint',
      'Management review',
      'Supplier',
    ),
  }),
  field('detected-on', 'Detected on', 'datepicker', { fact: ['nonconformity.detectedOn'] }),
  field('objective-evidence', 'Objective evidence', 'textarea'),
  field('other-requirement', 'Other requirement', 'textfield'),
  field('correction', 'Correction', 'textfield', { fact: step('correction') }),
  field('cause', 'Cause', 'textfield', { fact: step('cause') }),
  field('similar-nonconformities', 'Similar nonconformities', 'textfield'),
  field('why-no-action', 'Why no action', 'textfield'),
  field('expected-result', 'Expected result', 'textfield'),
  field('aims-changes', 'AIMS changes', 'textfield', { fact: step('aimsChanges') }),
  field('effectiveness-due', 'Effectiveness due', 'datepicker', { fact: ['nonconformity.effectivenessDue'] }),
  field('effectiveness-date', 'Effectiveness date', 'datepicker', { fact: step('effectiveness') }),
  field('effectiveness', 'Effectiveness', 'select', {
    options: options('Effective', 'Not effective'),
    fact: step('effectiveness'),
  }),
  field('effectiveness-reviewer', 'Effectiveness reviewer', 'userpicker'),
];
