/** What administrators set by themselves. Who sees figures stands in `readers.ts`. */

export const LOADING_SETTINGS = 'Loading the settings';
export const SETTINGS_NOT_SHOWN = 'The settings cannot be shown';
export const SETTINGS_OF_FIGURES_ELSEWHERE =
  'What figures are counted by (whether the EU AI Act applies, how long evidence counts, what resolutions mean) is set under Jira > Apps > AI management > Settings, where another person approves it.';

export const HOME_PROJECT = 'Home project';
export const ABOUT_HOME_PROJECT =
  'Holds what is the organisation’s own and no single team’s: its records, its tasks. The first project that was set up, unless you choose another.';
export const NO_PROJECT_YET = 'No project is set up yet.';
export const CHANGES = 'What was set until now';
export const CHANGE_HEADS = ['When', 'Setting', 'From', 'To', 'By'] as const;
export const SETTING_WORDS = {
  'figures-shown-to': 'Organisation figures in Confluence',
  'home-project': HOME_PROJECT,
} as const;
