import { STAGE_WORDS } from '../../domain/lifecycle/stage';
import type { WorkTypeKey } from '../../domain/vocabulary/field';
import { NONCONFORMITY_STAGE_WORDS, type NonconformityStage } from '../../domain/vocabulary/nonconformity';

/** The four issue types of the app with their workflows: the wanted configuration, as data. Names are what a user sees. */
export type StatusCategory = 'TODO' | 'IN_PROGRESS' | 'DONE';

export interface WantedStatus {
  key: string;
  name: string;
  category: StatusCategory;
}

export interface WantedTransition {
  name: string;
  /** Status keys; empty for a transition from any status. */
  from: readonly string[];
  to: string;
}

export interface WantedWorkType {
  key: WorkTypeKey;
  name: string;
  description: string;
  workflow: string;
  /** The first is the initial status. */
  statuses: readonly WantedStatus[];
  transitions: readonly WantedTransition[];
}

const status = (key: string, name: string, category: StatusCategory): WantedStatus => ({ key, name, category });

/** A way forward or back between two statuses, named as the button reads. */
const transition = (name: string, from: string | readonly string[], to: string): WantedTransition => ({
  name,
  from: typeof from === 'string' ? [from] : from,
  to,
});

/** Bulk create carries one transition, so a system that exists already reaches its stage at once. */
const takeOver = (stages: readonly WantedStatus[]): WantedTransition[] =>
  stages.map(({ key, name }) => transition(`Take over existing system: ${name}`, 'inception', key));

/** A stage of the life cycle as a status. */
const stage = (key: keyof typeof STAGE_WORDS, category: StatusCategory): WantedStatus =>
  status(key, STAGE_WORDS[key], category);

/** A stage of 10.2 as a status. */
const part = (key: NonconformityStage, category: StatusCategory): WantedStatus =>
  status(key, NONCONFORMITY_STAGE_WORDS[key], category);

const LIFE_CYCLE = [
  stage('inception', 'TODO'),
  stage('design-and-development', 'IN_PROGRESS'),
  stage('verification-and-validation', 'IN_PROGRESS'),
  stage('deployment', 'IN_PROGRESS'),
  stage('operation-and-monitoring', 'IN_PROGRESS'),
  stage('re-evaluation', 'IN_PROGRESS'),
  stage('retired', 'DONE'),
  stage('rejected', 'DONE'),
] as const;

const [, design, verification, deployment, operation, , retired] = LIFE_CYCLE;

export const WORK_TYPES: readonly WantedWorkType[] = [
  {
    key: 'ai-system',
    name: 'AI system',
    description: 'One AI system, bought or built, through its life cycle.',
    workflow: 'AIMS AI system',
    statuses: LIFE_CYCLE,
    transitions: [
      transition('Start design', 'inception', 'design-and-development'),
      transition('Verify', 'design-and-development', 'verification-and-validation'),
      transition('Back to design', ['verification-and-validation', 're-evaluation'], 'design-and-development'),
      transition('Deploy', 'verification-and-validation', 'deployment'),
      transition('Put into operation', ['deployment', 're-evaluation'], 'operation-and-monitoring'),
      transition('Re-evaluate', 'operation-and-monitoring', 're-evaluation'),
      transition('Verify again', 're-evaluation', 'verification-and-validation'),
      transition('Retire', [], 'retired'),
      transition('Reject', 'inception', 'rejected'),
      ...takeOver([design, verification, deployment, operation, retired]),
    ],
  },
  {
    key: 'ai-risk',
    name: 'AI risk',
    description: 'A risk of an AI system for the organisation, individuals, groups or society.',
    workflow: 'AIMS AI risk',
    statuses: [
      status('identified', 'Identified', 'TODO'),
      status('analysed', 'Analysed', 'IN_PROGRESS'),
      status('treating', 'Treating', 'IN_PROGRESS'),
      status('residual-review', 'Residual review', 'IN_PROGRESS'),
      status('accepted', 'Accepted', 'DONE'),
      status('no-longer-exists', 'No longer exists', 'DONE'),
    ],
    transitions: [
      transition('Analyse', ['identified', 'accepted'], 'analysed'),
      transition('Treat', ['analysed', 'residual-review'], 'treating'),
      transition('Review what remains', ['treating', 'analysed'], 'residual-review'),
      transition('Accept', 'residual-review', 'accepted'),
      transition('Does not exist any more', [], 'no-longer-exists'),
    ],
  },
  {
    key: 'nonconformity',
    name: 'Nonconformity',
    description: 'A requirement that is not fulfilled, through the steps of clause 10.2.',
    workflow: 'AIMS nonconformity',
    statuses: [
      part('reported', 'TODO'),
      part('correction', 'IN_PROGRESS'),
      part('cause-analysis', 'IN_PROGRESS'),
      part('corrective-action', 'IN_PROGRESS'),
      part('effectiveness-review', 'IN_PROGRESS'),
      part('closed', 'DONE'),
      status('not-a-nonconformity', 'Not a nonconformity', 'DONE'),
    ],
    transitions: [
      transition('Correct', 'reported', 'correction'),
      transition('Analyse cause', ['correction', 'effectiveness-review'], 'cause-analysis'),
      transition('Act on cause', 'cause-analysis', 'corrective-action'),
      transition('Review effectiveness', 'corrective-action', 'effectiveness-review'),
      transition('Close', ['effectiveness-review', 'reported'], 'closed'),
      transition('Reopen', 'closed', 'cause-analysis'),
      transition(
        'Is not a nonconformity',
        ['reported', 'correction', 'cause-analysis', 'corrective-action', 'effectiveness-review'],
        'not-a-nonconformity',
      ),
    ],
  },
  {
    key: 'corrective-action',
    name: 'Corrective action',
    description: 'What removes the cause of one or more nonconformities.',
    workflow: 'AIMS corrective action',
    statuses: [
      status('planned', 'Planned', 'TODO'),
      status('in-progress', 'In Progress', 'IN_PROGRESS'),
      status('implemented', 'Implemented', 'DONE'),
      status('cancelled', 'Cancelled', 'DONE'),
    ],
    transitions: [
      transition('Start', 'planned', 'in-progress'),
      transition('Implement', 'in-progress', 'implemented'),
      transition('Cancel', [], 'cancelled'),
    ],
  },
];

/** Statuses by name: several work types may use one. */
export function wantedStatuses(): WantedStatus[] {
  return [
    ...new Map(WORK_TYPES.flatMap((type) => type.statuses.map((entry) => [entry.name, entry] as const))).values(),
  ];
}
