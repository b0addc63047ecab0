/** What administrators decide: what resolutions mean. Who sees figures stands in `readers.ts`. */

export const LOADING_RESOLUTIONS = 'Loading the resolutions';
export const RESOLUTIONS_NOT_SHOWN = 'They cannot be shown';
export const NEVER_DONE_LEGEND = 'Issues resolved so were never done, and count as if they were not linked';
export const ONLY_PROPOSED = '(proposed: nobody has said so yet)';
export const UNTIL_SAVED = 'Until you save, what nobody has said counts as done.';
export const SAVE_MEANINGS = 'Save what resolutions mean';
export const NOTHING_SAVED = 'Nothing was saved';

export const LOADING_SETTINGS = 'Loading the settings';
export const SETTINGS_NOT_SHOWN = 'The settings cannot be shown';
