import { ENOUGH_CHARACTERS } from '../domain/item/empty';
import type { ChecklistPoint, Grade, NonconformityStage } from '../domain/vocabulary/nonconformity';
import { counted } from './numbers';
import { RECORD_RISK } from './screens/issue-context/panel';

/** What an issue lacks, by code. */
const MISSING: Readonly<Record<string, string>> = {
  requirement: 'It names no requirement.',
  system: 'It concerns no AI system, so it counts for none: add a link “concerns”.',
  'effective-date': 'A requirement asks for a record: fill in “Evidence effective date” when it is done.',
  empty: `It is done, yet empty: it says in fewer than ${ENOUGH_CHARACTERS} characters what was done, and has neither an attachment nor a linked page. Until it has one of them it proves nothing.`,
  rating: 'Likelihood or consequence is empty: it is not rated.',
  treatment: 'Above the threshold and nothing treats it.',
  acceptance: 'Above the threshold, and the residual risk is not accepted.',
  'residual-not-rated': 'It is accepted, yet what remains is not rated: the acceptance does not count.',
  'residual-above-inherent': 'It is accepted, yet more remains than was found: the acceptance does not count.',
  'level-not-acceptable':
    'It is accepted, yet by the risk criteria nobody may accept this level: the acceptance does not count.',
  'accepted-by-own':
    'It was accepted by its own assignee or the owner of its AI system: the acceptance does not count, somebody else has to accept it.',
  'accepted-without-right':
    'It was accepted by somebody without “Approve in the AIMS”: the acceptance does not count, an approver has to accept it again.',
  'needs-top-management':
    'It is accepted, yet by the risk criteria top management alone may accept this level: the acceptance does not count.',
  'changed-since-acceptance': 'It was changed after it was accepted: the acceptance does not count, accept it again.',
  'acceptance-expired': 'The acceptance has expired: review it and accept it anew.',
  nonconformity: 'It corrects no nonconformity: add a link “corrects”.',
  'closed-incomplete':
    'It is closed without all that 10.2 asks for, so it violates as before: reopen it, or fill in what is missing.',
  'dismissed-without-right':
    'It was dismissed, or made an observation, by its reporter, its assignee or somebody who may not approve: it violates as before. An approver has to do it.',
  'dismissal-not-agreed':
    'An audit raised it, so it violates until somebody who audits agrees that it is none, or an observation.',
};

export function missingWords(code: string, count: number): string {
  if (code === 'system-gaps')
    return `${counted(count, 'requirement that is due is', 'requirements that are due are')} not implemented.`;
  return MISSING[code] ?? code.replaceAll('-', ' ');
}

/** Options of the AI Act class that cannot hold together. */
export const contradictionWords = (options: readonly string[]): string =>
  `The AI Act class says ${options.length === 2 ? 'two things' : 'things'} that exclude each other: ${options.map((option) => `“${option}”`).join(', ')}.`;

/** What an issue contributes, in a sentence. */
const CONTRIBUTION_WORDS = {
  implements: 'Implements: its work counts for the requirements below.',
  evidences: 'Evidences: it is a record for the requirements below.',
  requires: 'Requires: the risk is a reason for the controls below; it implements none of them.',
  violates: 'Violates the requirements below while it is open.',
  carries: 'Carries the requirements of an AI system.',
  nothing: 'Contributes nothing yet.',
} as const;

/** Why an issue contributes nothing, where its type says more. */
const NO_CONTRIBUTION_WORDS: Readonly<Record<string, string>> = {
  'corrective-action': 'A corrective action contributes nothing of its own: it corrects a nonconformity.',
  'ai-risk': 'A risk: it names no control that it requires.',
  nonconformity: 'A nonconformity that names no requirement counts for none.',
};

/** What a nonconformity does that is open no longer, or is an observation; why it violates all the same stands below. */
const SETTLED_WORDS = {
  dismissed: 'Dismissed: it is not a nonconformity, so it violates nothing.',
  observation: 'An observation: it violates nothing.',
  closed: 'Closed: it no longer violates the requirements below.',
} as const;
const UNSETTLED_WORDS: Readonly<Record<keyof typeof SETTLED_WORDS, string>> = {
  dismissed: 'Dismissed, yet it still violates the requirements below.',
  observation: 'Made an observation, yet it still violates the requirements below.',
  closed: 'Closed, yet it still violates the requirements below.',
};

export function contributionWords(issue: {
  contributes: keyof typeof CONTRIBUTION_WORDS;
  kind: string;
  nonconformity: { grade: Grade; stage: NonconformityStage; dismissed: boolean; violates: boolean } | null;
}): string {
  const { contributes, kind, nonconformity } = issue;
  const settled = nonconformity && settledAs(nonconformity);
  if (settled && settled !== 'closed' && !nonconformity.violates) return SETTLED_WORDS[settled];
  if (contributes === 'nothing') return NO_CONTRIBUTION_WORDS[kind] ?? CONTRIBUTION_WORDS.nothing;
  if (settled) return (nonconformity.violates ? UNSETTLED_WORDS : SETTLED_WORDS)[settled];
  return CONTRIBUTION_WORDS[contributes];
}

/** Null while it is open. */
function settledAs(nonconformity: {
  grade: Grade;
  stage: NonconformityStage;
  dismissed: boolean;
}): keyof typeof SETTLED_WORDS | null {
  if (nonconformity.dismissed) return 'dismissed';
  if (nonconformity.grade === 'observation') return 'observation';
  return nonconformity.stage === 'closed' ? 'closed' : null;
}

interface NextIssue {
  says: string;
  action: string;
  /** The summary that is proposed. */
  summary: string;
  /** What the new work counts for; a risk counts by its link alone. */
  requirementId: string | null;
}

/** What an AI system begins with: why, the button, and the summary that is proposed. */
export const NEXT_ISSUE_WORDS: Readonly<Record<'impact-assessment' | 'risk' | 'risk-assessment', NextIssue>> = {
  'impact-assessment': {
    says: 'The impact assessment is next: it is due, and nothing is linked for it (8.4).',
    action: 'Create the impact assessment',
    summary: 'AI system impact assessment',
    requirementId: 'iso42001/8.4',
  },
  risk: {
    says: 'No risk of this AI system is recorded yet.',
    action: RECORD_RISK,
    summary: '',
    requirementId: null,
  },
  'risk-assessment': {
    says: 'The risk assessment is next: it is due, and nothing is linked for it (8.2).',
    action: 'Create the risk assessment',
    summary: 'AI risk assessment',
    requirementId: 'iso42001/8.2',
  },
};

/** What clause 10.2 asks to be recorded. */
export const CHECKLIST_WORDS: Readonly<Record<ChecklistPoint, string>> = {
  correction: 'Correction',
  cause: 'Cause',
  'corrective-action': 'A corrective action that is implemented, or why there is none',
  effectiveness: 'Found to be effective, with the date of the review',
  reviewer: 'Effectiveness reviewer other than the assignee',
  'aims-changes': 'Changes to the AIMS, or none',
};
