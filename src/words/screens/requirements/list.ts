import type { CoverageState } from '../../../domain/coverage/state';
import { aiSystemsWords } from '../../figures';
import { STATES } from '../../states';

/** The requirements as a list. */
export const OF_BOTH = 'Organisation and AI systems';
export const OF_EVERY_SYSTEM = 'Requirements of every AI system';
export const WHOSE = 'Whose requirements';
export const RENEW_BEFORE = 'Renew before';
export const FILTER = 'Filter by number or word';
export const NONE_MATCHES = 'No requirement matches.';

export const requirementsWords = (shown: number, all: number): string =>
  shown === all ? `${all} requirements` : `${shown} of ${all} requirements`;

/** Which of them a figure leads to, after how many they are. */
export const NOT_CURRENT = 'whose required document or record is not current';
export const RUNNING_OUT = 'whose evidence runs out within 90 days';

/** How many AI systems have the worst state. */
export const worstWords = (state: CoverageState, count: number): string =>
  `${STATES[state].word} for ${aiSystemsWords(count)}`;
