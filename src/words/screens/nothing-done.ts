/** Titles over failures of several screens. */

export const NOTHING_CHANGED = 'Nothing was changed';
