import type { Input } from '../../../src/contract/procedures';
import { STAGE_WORDS } from '../../../src/words/vocabulary';

export type Stage = Input<'systems.list'>['stages'][number];

export const stageWords = (stage: Stage): string => STAGE_WORDS[stage];

/** A stage, null for every stage, undefined for what is neither. */
export function stageFrom(word: unknown): Stage | null | undefined {
  if (word === undefined || word === '' || word === 'all') return null;
  return Object.hasOwn(STAGE_WORDS, String(word)) ? (String(word) as Stage) : undefined;
}
