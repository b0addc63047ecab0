import { links, type PersonRef, type ProjectKey, type SampleIssue } from './sample-issue';

/** Work and records that concern AI systems. */

function work(
  ref: string,
  project: ProjectKey,
  summary: string,
  assignee: PersonRef,
  path: readonly string[],
  requirements: readonly string[],
  ...systems: string[]
): SampleIssue {
  return { ref, project, type: 'Task', summary, assignee, requirements, path, links: links('concerns', ...systems) };
}

function record(
  ref: string,
  project: ProjectKey,
  summary: string,
  assignee: PersonRef,
  effective: number,
  requirements: readonly string[],
  ...systems: string[]
): SampleIssue {
  return {
    ...work(ref, project, summary, assignee, ['Done'], requirements, ...systems),
    fields: { 'Evidence effective date': { day: effective } },
  };
}

const IMPACT = ['8.4', 'A.5.3', 'A.5.4', 'A.5.5'];

export const SYSTEM_WORK: readonly SampleIssue[] = [
  record('tariff-assessment', 'UW', 'Risk assessment of the motor tariff model', 'ines', -70, ['8.2'], 'motor-tariff'),
  record(
    'tariff-resources',
    'UW',
    'Data, tools and people of the motor tariff model',
    'tomas',
    -100,
    ['A.4.2', 'A.4.3', 'A.4.4', 'A.4.5', 'A.4.6'],
    'motor-tariff',
  ),
  record('tariff-impact', 'UW', 'Impact assessment of the motor tariff model', 'ines', -200, IMPACT, 'motor-tariff'),
  record(
    'tariff-test',
    'UW',
    'Back-testing of the motor tariff on last year',
    'tomas',
    -40,
    ['A.6.2.4', 'A.7.4'],
    'motor-tariff',
  ),
  record(
    'tariff-monitoring',
    'UW',
    'Monthly monitoring of the motor tariff',
    'pavel',
    -12,
    ['A.6.2.6'],
    'motor-tariff',
  ),
  record('life-assessment', 'UW', 'Risk assessment of life and health pricing', 'ines', -95, ['8.2'], 'life-risk'),
  record('life-impact', 'UW', 'Impact assessment of life and health pricing', 'ines', -410, IMPACT, 'life-risk'),
  record(
    'life-fairness',
    'UW',
    'Fairness test of life and health pricing before the change',
    'tomas',
    -160,
    ['A.6.2.4'],
    'life-risk',
  ),
  work(
    'life-monitoring',
    'UW',
    'Monitoring of surcharges by age and region',
    'tomas',
    ['In Progress'],
    ['A.6.2.6'],
    'life-risk',
  ),
  record(
    'triage-assessment',
    'UW',
    'Risk assessment of the questionnaire triage',
    'ines',
    -20,
    ['8.2'],
    'medical-triage',
  ),
  work(
    'triage-acceptance',
    'UW',
    'Acceptance test of the questionnaire triage',
    'tomas',
    ['In Progress'],
    ['A.6.2.4'],
    'medical-triage',
  ),
  record(
    'triage-data',
    'UW',
    'Origin and quality of questionnaire data',
    'tomas',
    -25,
    ['A.7.3', 'A.7.4', 'A.7.5'],
    'medical-triage',
  ),
  work(
    'mail-contract',
    'UW',
    'Contract with Lexavo: who answers for what',
    'kofi',
    ['Done'],
    ['A.10.2'],
    'broker-mail',
    'letters',
  ),
  work(
    'mail-information',
    'UW',
    'Tell brokers that drafts come from an assistant',
    'jonas',
    [],
    ['A.8.2'],
    'broker-mail',
  ),
  work('flood-early', 'UW', 'Sketch the monitoring of flood estimates', 'pavel', ['In Progress'], ['A.6.2.6'], 'flood'),
  record('fraud-assessment', 'CLAIM', 'Risk assessment of fraud scoring', 'ines', -45, ['8.2'], 'fraud'),
  record(
    'fraud-test',
    'CLAIM',
    'Validation of fraud scoring after retraining',
    'amara',
    -50,
    ['A.6.2.4', 'A.7.4', 'A.7.6'],
    'fraud',
  ),
  record(
    'fraud-resources',
    'CLAIM',
    'Inventory of data and computing of fraud scoring',
    'amara',
    -55,
    ['A.4.2', 'A.4.3', 'A.4.5'],
    'fraud',
  ),
  work('fraud-use', 'CLAIM', 'Instruction: a score alone never refuses a claim', 'lena', ['Done'], ['A.9.4'], 'fraud'),
  record(
    'photo-acceptance',
    'CLAIM',
    'Acceptance of photo assessment in our context',
    'lena',
    -500,
    ['A.6.2.4'],
    'photo',
  ),
  work('photo-vendor', 'CLAIM', 'Split of duties with Optica Claims', 'kofi', ['Done'], ['A.10.2'], 'photo'),
  work('chat-vendor', 'CLAIM', 'Split of duties with Parleo', 'kofi', [], ['A.10.2'], 'chat'),
  work('chat-notice', 'CLAIM', 'Say in the chat that it is a machine', 'lena', ['Done'], ['A.8.2'], 'chat'),
  // Concerns no system: a decision lets it count for each ("met in common").
  work('logging', 'UW', 'One logging platform for all AI systems', 'pavel', ['Done'], ['A.6.2.8']),
];
