import { TARGET_WORDS } from './roles';

/** Linking the issue to another one. */

export const WHAT_THE_LINK_SAYS = 'What the link says';
export const NO_LINK_MADE = 'No link was made';
export const findTargetWords = (role: keyof typeof TARGET_WORDS): string => `Find ${TARGET_WORDS[role]} by key or word`;
