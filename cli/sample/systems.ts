import type { PersonRef, ProjectKey, SampleIssue, SampleValue } from './sample-issue';

const IN_OPERATION = ['Take over existing system: Operation and monitoring'];
const IN_DEPLOYMENT = ['Take over existing system: Deployment'];

function system(
  ref: string,
  project: ProjectKey,
  summary: string,
  owner: PersonRef,
  path: readonly string[],
  fields: Readonly<Record<string, SampleValue>>,
): SampleIssue {
  return {
    ref,
    project,
    type: 'AI system',
    summary,
    assignee: owner,
    path,
    fields: { 'System owner': { person: owner }, ...fields },
  };
}

const BUILT = {
  'Our part': ['Develop', 'Use'],
  'Third parties involved': 'No',
  'We control input data': 'Yes',
  'We control logs': 'Yes',
  'In AIMS scope': 'Yes',
} as const;
const BOUGHT = { ...BUILT, 'Our part': ['Use'], 'Third parties involved': 'Yes', 'We control logs': 'No' } as const;
const TUNED = {
  ...BUILT,
  'Our part': ['Adapt (train, fine-tune, own data)', 'Use'],
  'Third parties involved': 'Yes',
} as const;

/** The twelve AI systems of the insurer, from an idea to one that is retired. */
export const SYSTEMS: readonly SampleIssue[] = [
  system('motor-tariff', 'UW', 'Motor tariff model', 'tomas', IN_OPERATION, {
    ...BUILT,
    'Intended purpose': 'Proposes the premium of a motor policy from the vehicle, the region and past claims.',
    'Personal data': 'Yes',
    'AI Act class': ['No class-specific duties'],
    'AI Act class reason': 'Motor insurance is not listed in Annex III.',
    'Affected people': 'Private motor customers',
    'Taken over on': { day: -420 },
    'Next review': { day: 45 },
  }),
  system('life-risk', 'UW', 'Life and health risk pricing', 'tomas', IN_OPERATION, {
    ...BUILT,
    'Intended purpose': 'Assesses the risk of applicants for life and health insurance and proposes a surcharge.',
    'Personal data': 'Yes',
    'AI Act role': ['Provider', 'Deployer'],
    'AI Act class': ['High-risk Annex III'],
    'AI Act class reason': 'Annex III, point 5 (c): risk assessment and pricing in life and health insurance.',
    'Affected people': 'Applicants for life and health insurance',
    'Last significant change': { day: -120 },
    'Next review': { day: 20 },
  }),
  system('medical-triage', 'UW', 'Medical questionnaire triage', 'tomas', ['Start design', 'Verify'], {
    ...TUNED,
    'Intended purpose': 'Decides which questionnaires go to a medical underwriter first.',
    Vendor: 'Clinara',
    'Personal data': 'Yes',
    'AI Act role': ['Deployer'],
    'AI Act class': ['High-risk Annex III'],
    'AI Act class reason': 'Feeds the risk assessment in health insurance (Annex III, point 5 (c)).',
    'Affected people': 'Applicants for health insurance',
  }),
  system('broker-mail', 'UW', 'Broker e-mail assistant', 'jonas', IN_DEPLOYMENT, {
    ...TUNED,
    'Intended purpose': 'Sorts e-mails of brokers and drafts replies that an underwriter sends.',
    Vendor: 'Lexavo',
    'Personal data': 'Yes',
    'AI Act class': ['Transparency Art. 50'],
    'AI Act class reason': 'Drafts text that a person reviews before it is sent.',
    'GPAI model provider': 'No',
  }),
  system('flood', 'UW', 'Flood exposure from satellite images', 'tomas', ['Start design'], {
    ...BUILT,
    'Intended purpose': 'Estimates how exposed a commercial property is to flooding.',
    'Personal data': 'No',
    'AI Act class': ['No class-specific duties'],
  }),
  system('drift', 'UW', 'Portfolio drift monitor', 'pavel', [], {
    ...BUILT,
    'Intended purpose': 'Warns when the portfolio moves away from what the tariff was built on.',
    'Personal data': 'No',
  }),
  system('lapse', 'UW', 'Lapse prediction of 2019', 'jonas', ['Retire'], {
    ...BUILT,
    'Intended purpose': 'Predicted which customers would cancel their policy.',
    'Retirement reason': 'Replaced by the customer value programme; model and data are archived.',
  }),
  system('fraud', 'CLAIM', 'Claims fraud scoring', 'amara', IN_OPERATION, {
    ...BUILT,
    'Intended purpose': 'Marks claims that an investigator should look at before they are paid.',
    'Personal data': 'Yes',
    'AI Act class': ['No class-specific duties'],
    'AI Act class reason': 'Detection of financial fraud is exempt in Annex III, point 5 (b).',
    'Affected people': 'Claimants',
    'Last significant change': { day: -60 },
    'Next review': { day: 90 },
  }),
  system('photo', 'CLAIM', 'Damage assessment from photos', 'lena', [...IN_OPERATION, 'Re-evaluate'], {
    ...BOUGHT,
    'Intended purpose': 'Estimates the cost of repair of a vehicle from photos.',
    Vendor: 'Optica Claims',
    'Personal data': 'Yes',
    'AI Act role': ['Deployer'],
    'Affected people': 'Motor claimants',
  }),
  system('letters', 'CLAIM', 'Claims letter drafting', 'amara', IN_DEPLOYMENT, {
    ...TUNED,
    'Intended purpose': 'Drafts letters to claimants from the decision of a claims handler.',
    Vendor: 'Lexavo',
    'Personal data': 'Yes',
    'AI Act class': ['Transparency Art. 50'],
  }),
  system('chat', 'CLAIM', 'Customer chat assistant', 'lena', IN_OPERATION, {
    ...BOUGHT,
    'Intended purpose': 'Answers questions about the state of a claim, day and night.',
    Vendor: 'Parleo',
    'Discovered as': 'Shadow AI',
    'Personal data': 'Yes',
    'AI Act class': ['Transparency Art. 50'],
    'Affected people': 'All customers',
  }),
  system('injury', 'CLAIM', 'Personal injury estimate', 'amara', ['Start design'], {
    ...BUILT,
    'Intended purpose': 'Proposes the reserve of a personal injury claim.',
    'Personal data': 'Yes',
    'AI Act class': ['Not screened'],
  }),
];
