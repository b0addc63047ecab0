import { dayWords } from '../../days';
import { aiSystemsWords, showThemWords } from '../../figures';
import { countWords } from '../../numbers';

/** The figures of an overview, and what it says besides. */
export const TWO_FIGURES =
  'Two figures, never added: what the organisation meets once for all, and what it meets for each of its AI systems.';
export const MET_ONCE = 'Met once for the whole organisation.';
const MET_BY_EACH = 'One for each AI system and each requirement that is due for it or already met.';
/**
 * With "+3 AI systems since 1 Aug 2026": a share that falls because there is more to do is no loss.
 * @param change since the beginning of the line that is drawn
 */
export function metByEachWords(change: { systems: number; since: string } | null): string {
  if (change === null || change.systems === 0) return MET_BY_EACH;
  const { systems, since } = change;
  return `${MET_BY_EACH} ${systems > 0 ? '+' : '−'}${aiSystemsWords(Math.abs(systems))} since ${dayWords(since)}.`;
}
export const NOTHING_APPLICABLE = 'Nothing applicable';
export const SHOW_IMPLEMENTED = 'Show what is implemented';
export const verifiedWords = (count: number): string =>
  count === 0 ? 'No conclusions recorded' : `${countWords(count)} of them verified`;

export const SYSTEMS_BY_STAGE = 'AI systems by stage';
export const IN_ALL = 'In all';
export const showStageWords = (count: number, stage: string): string =>
  showThemWords(`${countWords(count)} in ${stage}`);
export const showAllWords = (count: number): string => showThemWords(`${countWords(count)} in all`);

export const LOOK_HERE = 'Look here';
export const OBJECTIVES_IN_OUR_WORDS = 'Objectives are told in our words.';
/** What a state means, and where it leads. */
export const showStateWords = (meaning: string): string => `${meaning}. Show these requirements`;
