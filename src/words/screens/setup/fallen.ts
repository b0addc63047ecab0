import { counted } from '../../numbers';

/** What fell because the rules of an update ask for more. */
export const LOADING_FALLEN = 'Looking for what the update counts otherwise';
export const FALLEN_NOT_SHOWN = 'What the update counts otherwise cannot be shown';
/** @param since when the update began to count, in words */
export const fallenWords = (count: number, since: string): string =>
  `Since the update of ${since}, ${counted(count, 'state is', 'states are')} lower, because the rules ask for more`;
export const ABOUT_FALLEN =
  'States before the update, and after everything had been counted and read anew. What changed in the same hours for another reason stands here, too.';
export const STILL_READING = 'Not everything has been read anew yet: the list may grow until the night is over.';
export const BEFORE = 'Before';
export const AFTER = 'After';
export const ITS_WHY = 'Why';
export const WHOSE = 'Whose';
export const OF_ORGANISATION = 'Organisation';
export const SYSTEM_NOT_YOURS = 'An AI system that you may not see';
export const ANOTHER_BY_NOW = 'Its state is another one by now.';
export const moreFallenWords = (count: number): string => `and ${counted(count, 'more', 'more')}`;
export const I_HAVE_SEEN_IT = 'I have seen it';
export const NOT_KEPT_AS_SEEN = 'It is not kept that you have seen it';
