import type { FieldWords } from './approval';
import { dayWords } from './days';
import { reasonWords } from './reasons';
import { CONDITION_WORDS } from './statement-rows';

/** What keeps "met in common" from being submitted. */
export const IN_COMMON_OPEN = 'Say for which systems.';

/** For which AI systems something counts that is met in common. */
export const WHICH_WORDS = {
  condition: 'AI systems of which this is true',
  project: 'AI systems of one project',
  systems: 'AI systems that are named',
  every: 'Every AI system',
} as const;

/** Fields of "met in common" as its approver reads them; what they name is found by `IN_COMMON_FIELDS.value` where it needs no looking up. */
export const IN_COMMON_FIELDS: FieldWords = {
  names: {
    which: 'Counts for',
    condition: 'Condition',
    projectId: 'Project',
    systems: 'AI systems',
    reason: 'Why for every AI system',
    note: 'Note',
  },
  value(field, value) {
    if (field === 'which') return (WHICH_WORDS as Readonly<Record<string, string>>)[String(value)] ?? null;
    if (field === 'condition') return (CONDITION_WORDS as Readonly<Record<string, string>>)[String(value)] ?? null;
    return null;
  },
};

/** Whether it counts today, and until when. */
export function inCommonStandingWords(
  standing: { counts: boolean; until: string; byOnePerson: boolean } | null,
): string {
  if (standing === null) return 'It is not met in common: it counts for no AI system.';
  const { counts, until, byOnePerson } = standing;
  if (!counts) return `${reasonWords({ code: 'in-common-ended', count: 1, day: until })}.`;
  return byOnePerson
    ? `${reasonWords({ code: 'in-common-by-one-person', count: 1, day: until })}.`
    : `It counts for these AI systems until ${dayWords(until)}.`;
}

export const IN_COMMON_WORDS = {
  loading: 'Loading what is met in common',
  failed: 'What is met in common cannot be shown',
  nothing: 'Nothing that it names can be met in common.',
  row: 'For which AI systems',
  save: 'Save as draft',
  saveFailed: 'Nothing was saved',
  condition: 'Condition',
  project: 'Project',
  find: 'Find an AI system by key or word',
  looking: 'Looking',
  searchFailed: 'Jira cannot be searched',
  found: 'Nothing found that you may see.',
  takeOut: 'take out',
  reason: 'Why it counts for every AI system, in at least 20 characters',
  note: 'Note (not needed)',
  hidden: 'It is also named for AI systems that you may not see; they stay.',
  someSystem: 'an AI system that you may not see',
  someProject: 'a project that you may not see',
} as const;
