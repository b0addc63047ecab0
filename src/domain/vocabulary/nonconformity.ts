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

/** The stages of 10.2 by the names of their statuses, in their order. */
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

/** What 10.2 asks to be recorded of one, in the order in which it is usually done. */
export const CHECKLIST = [
  'correction',
  'cause',
  'corrective-action',
  'effectiveness',
  'reviewer',
  'aims-changes',
] as const;
export type ChecklistPoint = (typeof CHECKLIST)[number];

const field = fieldOn('nonconformity');

/** Something that 10.2 asks to be recorded. Facts are stored with these names. */
const recorded = (name: string): string[] => [`nonconformity.steps.${name}`];

export const NONCONFORMITY_FIELDS: readonly Field[] = [
  field('grade', 'Grade', 'select', {
    help: 'Major: the AI management system fails in a whole area, or the failure comes again and again. Minor: a single slip. Observation: nothing is broken yet. As long as it is empty it counts as minor.',
    options: worded(GRADE_WORDS).filter(({ key }) => key !== 'ungraded'),
    fact: ['nonconformity.grade'],
  }),
  field('origin', 'Origin', 'select', {
    help: 'How it came to light. It helps to see later which of your checks find something.',
    options: options(
      'Internal audit',
      'External audit',
      'Monitoring',
      'Incident',
      'Complaint',
      'Management review',
      'Supplier',
    ),
    fact: ['nonconformity.byAudit'],
  }),
  field('detected-on', 'Detected on', 'datepicker', {
    help: 'The day on which somebody noticed it, which may be earlier than the day of this entry.',
    fact: ['nonconformity.detectedOn'],
  }),
  field('objective-evidence', 'Objective evidence', 'textarea', {
    help: 'What was seen, read or heard, so that somebody who was not there can check it. No opinions and no guesses.',
  }),
  field('other-requirement', 'Other requirement', 'textfield', {
    help: 'A requirement that “AIMS requirements” does not offer and that was not met, such as a contract, a law or a rule of your own.',
  }),
  field('correction', 'Correction', 'textfield', {
    help: 'What was done at once to stop it and to deal with its consequences (clause 10.2). That it does not come back is the corrective action’s task.',
    fact: recorded('correction'),
  }),
  field('cause', 'Cause', 'textfield', {
    help: 'Why it could happen. Ask “why” until the answer is something that you can change (clause 10.2).',
    fact: recorded('cause'),
  }),
  field('similar-nonconformities', 'Similar nonconformities', 'textfield', {
    help: 'Whether the same exists or could happen elsewhere, such as in other AI systems or departments, and what you found when you looked.',
  }),
  field('why-no-action', 'Why no action', 'textfield', {
    help: 'Only where no corrective action is taken: why the correction alone is enough.',
    fact: ['nonconformity.whyNoAction'],
  }),
  field('expected-result', 'Expected result', 'textfield', {
    help: 'How you will tell that the corrective action worked, written down before it is done.',
  }),
  field('aims-changes', 'AIMS changes', 'textfield', {
    help: 'What was changed in the AI management system because of it, such as a rule, a control or a training. Write “none” if nothing had to be changed (clause 10.2).',
    fact: recorded('aimsChanges'),
  }),
  field('effectiveness-due', 'Effectiveness due', 'datepicker', {
    help: 'The day on which somebody looks whether the corrective action worked. Leave enough time for it to show.',
    fact: ['nonconformity.effectivenessDue'],
  }),
  field('effectiveness-date', 'Effectiveness date', 'datepicker', {
    help: 'The day on which it was looked at. It is closed only with this day and the result.',
    fact: recorded('effectiveness'),
  }),
  field('effectiveness', 'Effectiveness', 'select', {
    help: 'Whether the corrective action worked (clause 10.2). “Not effective” leads back to the analysis of the cause.',
    options: options('Effective', 'Not effective'),
    fact: recorded('effectiveness'),
  }),
  field('effectiveness-reviewer', 'Effectiveness reviewer', 'userpicker', {
    help: 'Who looked whether it worked. Choose somebody other than the person who took the action.',
    fact: ['nonconformity.otherReviewer'],
  }),
];
