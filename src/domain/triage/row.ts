import type { Content } from '../approval/entry';
import { DECIDED_FOR } from '../approval/entry';
import type { AiSystemFact } from '../item/item-fact';
import { AI_ACT_CLASS_FIELD } from '../vocabulary/ai-system';
import { optionKeyOf } from '../vocabulary/vocabulary';

/** The rows of a triage: an answer to each question, by the question's id, and what the AI system was. */
export const ANSWERS = ['yes', 'no', 'unknown'] as const;

export interface TriageAnswer {
  answer: (typeof ANSWERS)[number];
  reason: string;
}

/** What a triage is decided for: it ends when the AI system gets another part or class. */
export interface SystemThen {
  /** Options of *Our part*, sorted. */
  ourPart: readonly string[];
  /** Options of *AI Act class* as people read them, sorted. */
  aiActClass: readonly string[];
}

/** What says that nobody has looked says nothing of the class. */
const NOT_SCREENED = 'not-screened';
const keyOf = (text: string): string => optionKeyOf(AI_ACT_CLASS_FIELD, text) ?? text;

export const thenOf = ({ ourPart, aiActClass }: Pick<AiSystemFact, 'ourPart' | 'aiActClass'>): SystemThen => ({
  ourPart: [...ourPart].sort(),
  aiActClass: aiActClass.filter((text) => keyOf(text) !== NOT_SCREENED).sort(),
});

/** Keys of the options of *AI Act class*; an option of people's own is its text. */
export const classesOf = ({ aiActClass }: Pick<SystemThen, 'aiActClass'>): string[] => aiActClass.map(keyOf);

export const answerOf = (content: Content, question: string): TriageAnswer | null =>
  (content.get(question) as unknown as TriageAnswer | undefined) ?? null;

export const decidedFor = (content: Content): SystemThen | null =>
  (content.get(DECIDED_FOR) as unknown as SystemThen | undefined) ?? null;
