/** The steps of clause 10.2 as the blueprint's statuses are named. */
export const NONCONFORMITY_STAGES = {
  reported: 'Reported',
  correction: 'Correction',
  'cause-analysis': 'Cause analysis',
  'corrective-action': 'Corrective action',
  'effectiveness-review': 'Effectiveness review',
  closed: 'Closed',
} as const;

export const GRADES = { major: 'Major', minor: 'Minor', observation: 'Observation' } as const;

export const AGES = {
  'under-30': 'under 30 days',
  '30-to-90': '30 to 90 days',
  '90-to-180': '90 to 180 days',
  'over-180': 'over 180 days',
  unknown: 'age not known',
} as const;

export type NonconformityStage = keyof typeof NONCONFORMITY_STAGES;
export type Grade = keyof typeof GRADES;
export type Age = keyof typeof AGES;
