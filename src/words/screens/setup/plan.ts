import type { StepKind } from '../../../domain/setup/step';

/** The form that sets up a project: its choices, and the plan that is applied. */

export const CHOOSE_PROJECT = 'Choose a company-managed project';
export const TEAM_MANAGED = 'team-managed: cannot be set up';
export const RELOAD = 'Reload the page to try again.';

export const CREATE_INSTEAD = 'Create a project instead';
export const NEW_PROJECT = 'New company-managed project';
/** The name that is proposed for it. */
export const NEW_PROJECT_NAME = 'AI management system';
export const KEY_RULE = '2 to 10 capital letters and digits, a letter first';
export const CREATE_PROJECT = 'Create project';
export const PROJECT_NOT_CREATED = 'The project was not created';

export const EXTEND_SCHEMES =
  'Extend schemes that other projects share (otherwise this project gets copies of its own)';
export const FIELD_ON_OTHER_TYPES = 'Show the field “AIMS requirements” on the project’s other work types too';

export const USE_WHAT_YOU_HAVE = 'Use what you have';
export const ABOUT_NAMESAKES =
  'These have names that the app would give. Without a tick they stay as they are, and the app’s own are called “AIMS …”.';
/** @param what as set-up names it at the beginning of a line, such as "Field “Vendor”" */
export const adoptWords = (what: string): string => `Use your ${what.charAt(0).toLowerCase()}${what.slice(1)}`;
export const usedByWords = (usedBy: string, adds: string): string => `(used by ${usedBy}; ${adds})`;

export const SHOW_PLAN = 'Show the plan';
export const PLAN_NOT_MADE = 'The plan could not be made';
export const NOTHING_APPLIED = 'Nothing was applied';

export const nothingToApplyWords = (project: string): string =>
  `${project} has everything that it needs. There is nothing to apply.`;

/** What changes follows it. */
export const stepsThatChangeWords = (changes: number, steps: number): string =>
  `${changes} of ${steps} steps change Jira:`;

/** What the changes leave alone. */
export const leftAloneWords = (sharedSchemes: 'copy' | 'extend'): string =>
  `Nothing is removed. ${
    sharedSchemes === 'copy'
      ? 'Schemes that other projects share stay as they are: this project gets copies.'
      : 'Schemes that other projects share are extended: those projects get the new work types too.'
  }`;

export const refusedStepsWords = (count: number): string =>
  `${count} cannot be done: mend what they name, then show the plan again.`;

/** What a step of each kind is counted as, in the order in which other people notice it. */
export const STEP_NOUNS: Readonly<Record<StepKind, readonly [one: string, many: string]>> = {
  'workflow-scheme': ['scheme', 'schemes'],
  'issue-type-scheme': ['scheme', 'schemes'],
  'issue-type-screen-scheme': ['scheme', 'schemes'],
  'other-screen': ['screen', 'screens'],
  'issue-type': ['issue type', 'issue types'],
  'link-type': ['link type', 'link types'],
  statuses: ['set of statuses', 'sets of statuses'],
  workflow: ['workflow', 'workflows'],
  'screen-scheme': ['screen scheme', 'screen schemes'],
  screen: ['screen', 'screens'],
  enrol: ['project that takes part', 'projects that take part'],
  field: ['field', 'fields'],
};
/** The same, of a field that is there and that this project gets too. */
export const FIELD_JOINED = ['field for this project', 'fields for this project'] as const;
