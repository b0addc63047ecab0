import { links, type PersonRef, type ProjectKey, type SampleIssue, type SampleValue } from './sample-issue';

function risk(
  ref: string,
  project: ProjectKey,
  summary: string,
  path: readonly string[],
  requirements: readonly string[],
  system: string,
  fields: Readonly<Record<string, SampleValue>>,
): SampleIssue {
  return {
    ref,
    project,
    type: 'AI risk',
    summary,
    assignee: project === 'UW' ? 'tomas' : 'amara',
    requirements,
    path,
    fields,
    links: links('concerns', system),
  };
}

function treatment(
  ref: string,
  project: ProjectKey,
  summary: string,
  path: readonly string[],
  of: string,
): SampleIssue {
  return { ref, project, type: 'Task', summary, assignee: 'pavel', path, links: links('treats', of) };
}

function action(ref: string, project: ProjectKey, summary: string, path: readonly string[], of: string): SampleIssue {
  const fields = { 'Due date': { day: 40 } };
  return {
    ref,
    project,
    type: 'Corrective action',
    summary,
    assignee: 'pavel',
    path,
    fields,
    links: links('corrects', of),
  };
}

function nonconformity(
  ref: string,
  project: ProjectKey,
  summary: string,
  assignee: PersonRef,
  path: readonly string[],
  requirements: readonly string[],
  fields: Readonly<Record<string, SampleValue>>,
  ...systems: string[]
): SampleIssue {
  return {
    ref,
    project,
    type: 'Nonconformity',
    summary,
    assignee,
    requirements,
    path,
    fields,
    links: links('concerns', ...systems),
  };
}

const ACCEPTED = ['Analyse', 'Treat', 'Review what remains', 'Accept'];
const rated = (likelihood: string, consequence: string) => ({ Likelihood: likelihood, Consequence: consequence });
const remains = (likelihood: string, consequence: string) => ({
  'Residual likelihood': likelihood,
  'Residual consequence': consequence,
});

/** Risks that are unrated, rated, treated, accepted, and one whose acceptance has run out; findings in every stage. */
export const RISKS_AND_FINDINGS: readonly SampleIssue[] = [
  risk('tariff-region', 'UW', 'Region stands in for income in the motor tariff', ACCEPTED, ['A.7.4'], 'motor-tariff', {
    ...rated('4 - likely', '3 - moderate'),
    ...remains('2 - unlikely', '3 - moderate'),
    'Who is affected': ['Individuals', 'Groups'],
    'Treatment option': 'Modify',
    'Acceptance justification': 'Regions are larger since the change; complaints are watched.',
    'Acceptance expires': { day: 200 },
  }),
  treatment('tariff-region-work', 'UW', 'Merge small regions of the motor tariff', ['Done'], 'tariff-region'),
  risk(
    'life-age',
    'UW',
    'Surcharges for older applicants are higher than the data say',
    ACCEPTED,
    ['A.6.2.4'],
    'life-risk',
    {
      ...rated('4 - likely', '4 - major'),
      ...remains('2 - unlikely', '4 - major'),
      'Treatment option': 'Modify',
      'Acceptance justification': 'Accepted by the chief actuary until the yearly review.',
      'Acceptance expires': { day: -15 },
    },
  ),
  treatment('life-age-work', 'UW', 'Cap surcharges by age band', ['Done'], 'life-age'),
  risk(
    'triage-miss',
    'UW',
    'Urgent questionnaires are sorted last',
    ['Analyse', 'Treat'],
    ['A.6.2.4', 'A.6.2.6'],
    'medical-triage',
    {
      ...rated('3 - possible', '4 - major'),
      'Treatment option': 'Modify',
    },
  ),
  treatment('triage-miss-work', 'UW', 'Second look at every hundredth questionnaire', ['In Progress'], 'triage-miss'),
  risk('mail-leak', 'UW', 'Drafts repeat personal data of another broker’s customer', [], ['A.7.4'], 'broker-mail', {}),
  risk(
    'fraud-false',
    'CLAIM',
    'Honest claimants are investigated',
    ['Analyse', 'Treat', 'Review what remains'],
    ['A.9.4'],
    'fraud',
    {
      ...rated('4 - likely', '3 - moderate'),
      ...remains('3 - possible', '3 - moderate'),
      'Treatment option': 'Modify',
    },
  ),
  treatment('fraud-false-work', 'CLAIM', 'Raise the threshold for investigations', ['Done'], 'fraud-false'),
  risk(
    'chat-wrong',
    'CLAIM',
    'The chat promises a payment that is not due',
    ['Analyse'],
    ['A.8.2'],
    'chat',
    rated('3 - possible', '3 - moderate'),
  ),
  nonconformity(
    'nc-review',
    'UW',
    'No management review in the last twelve months',
    'sofia',
    ['Correct', 'Analyse cause', 'Act on cause'],
    ['9.3.3'],
    {
      Grade: 'Minor',
      Origin: 'Internal audit',
      'Detected on': { day: -75 },
      'Objective evidence': 'The last minutes are older than a year.',
      Correction: 'A date is set.',
      Cause: 'Nobody had the task of calling the review.',
      'Effectiveness due': { day: 60 },
    },
  ),
  action('ca-review', 'UW', 'Make the risk manager call the review each year', ['Start'], 'nc-review'),
  nonconformity(
    'nc-photo',
    'CLAIM',
    'Photo assessment was changed by the vendor without a new acceptance',
    'lena',
    ['Correct'],
    ['A.6.2.4'],
    {
      Grade: 'Major',
      Origin: 'Supplier',
      'Detected on': { day: -20 },
      'Objective evidence': 'Release notes of the vendor, version 7.',
      'Effectiveness due': { day: -2 },
    },
    'photo',
  ),
  action('ca-photo', 'CLAIM', 'Put a notice of changes into the contract with Optica Claims', [], 'nc-photo'),
  nonconformity(
    'nc-monitoring',
    'UW',
    'Monitoring of the motor tariff stopped for two months',
    'pavel',
    ['Correct', 'Analyse cause', 'Act on cause', 'Review effectiveness', 'Close'],
    ['A.6.2.6'],
    {
      Grade: 'Minor',
      Origin: 'Monitoring',
      'Detected on': { day: -180 },
      'Objective evidence': 'The job did not run in spring.',
      Correction: 'The two months were computed afterwards.',
      Cause: 'The job ran in the account of somebody who left.',
      'Similar nonconformities': 'Two other jobs; moved as well.',
      'AIMS changes': 'Jobs run in service accounts.',
      Effectiveness: 'Effective',
      'Effectiveness date': { day: -30 },
      'Effectiveness reviewer': { person: 'ines' },
    },
    'motor-tariff',
  ),
  action('ca-monitoring', 'UW', 'Move jobs to service accounts', ['Start', 'Implement'], 'nc-monitoring'),
  nonconformity('nc-observation', 'UW', 'Minutes of the steering group could name owners', 'ines', [], ['8.1'], {
    Grade: 'Observation',
    Origin: 'Internal audit',
    'Detected on': { day: -75 },
  }),
];
