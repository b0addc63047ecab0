import type { TriagePoint } from '../domain/triage/points';
import type { OurPart } from '../domain/vocabulary/ai-system';
import type { FieldWords } from './approval';
import { dayWords } from './days';
import { reasonWords } from './reasons';

/** What keeps a triage from being submitted or approved. */
export function triagePointWords(point: TriagePoint): string {
  switch (point.code) {
    case 'closed':
      return point.says;
    case 'system-changed':
      return 'The AI system has another part of ours or another class than when this was saved: save the answers again.';
    case 'unanswered':
      return `Criterion ${point.number} has no answer.`;
    case 'yes':
      return `Criterion ${point.number} is “yes”: assess.`;
    case 'unknown':
      return `Criterion ${point.number} is “I do not know”, which counts as “yes”: assess.`;
    case 'reason-short':
      return `Criterion ${point.number} needs a reason of at least 20 characters and three different words.`;
  }
}

export const TRIAGE_ANSWER_WORDS = { no: 'No', yes: 'Yes', unknown: 'I do not know' } as const;

const PART_WORDS: Readonly<Record<OurPart, string>> = {
  develop: 'we develop it',
  adapt: 'we adapt it',
  provide: 'we provide it to others',
  use: 'we use it',
};

/** What the AI system was when the answers were given; the row beside the answers. */
export const TRIAGE_SYSTEM_TITLE = 'The AI system as it was';

/** Fields of a triage as its approver reads them. */
export const TRIAGE_FIELDS: FieldWords = {
  names: { answer: 'Answer', reason: 'Reason', ourPart: 'Our part', aiActClass: 'AI Act class' },
  value(field, value) {
    if (field === 'answer') return (TRIAGE_ANSWER_WORDS as Readonly<Record<string, string>>)[String(value)] ?? null;
    if (!Array.isArray(value)) return null;
    if (value.length === 0) return field === 'ourPart' ? 'not known' : 'none, or not screened';
    return value.map((one) => (PART_WORDS as Readonly<Record<string, string>>)[String(one)] ?? String(one)).join(', ');
  },
};

type Standing =
  | { counts: true; on: string; until: string; byOnePerson: boolean }
  | { counts: false; why: string; day: string };

/** Whether a triage counts today, and until when or why not. */
export function triageStandingWords(standing: Standing | null): string {
  if (standing === null) return 'No triage counts: the impact assessment is due.';
  if (!standing.counts)
    return `${reasonWords({ code: 'triage-ended', count: 0, detail: standing.why, day: standing.day })}.`;
  return standing.byOnePerson
    ? `${reasonWords({ code: 'triage-by-one-person', count: 0, day: standing.until })}.`
    : `No impact assessment is needed until ${dayWords(standing.until)}, unless the AI system changes.`;
}

export const TRIAGE_WORDS = {
  loading: 'Loading the triage',
  failed: 'The triage cannot be shown',
  closed: 'This AI system is not triaged',
  save: 'Save as draft',
  saveFailed: 'Nothing was saved',
  example: 'Example of',
  reason: 'Reason',
  lookAt: 'What to look at before you approve',
  assess: 'assess',
} as const;
