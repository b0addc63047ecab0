/** What administrators set by themselves. Who sees figures stands in `readers.ts`. */

export const LOADING_SETTINGS = 'Loading the settings';
export const SETTINGS_NOT_SHOWN = 'The settings cannot be shown';
export const SETTINGS_OF_FIGURES_ELSEWHERE =
  'What figures are counted by (whether the EU AI Act applies, how long evidence counts, what resolutions mean) is set under Jira > Apps > AI management > Settings, where another person approves it.';
