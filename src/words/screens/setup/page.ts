/** The page of administrators as it opens: what is set up, and the way to set up more. */

export const LOADING_STATUS = 'Loading what is set up';
export const PAGE_NOT_SHOWN = 'This page cannot be shown';

export const PROJECTS_IN_AIMS = 'Projects in the AI management system';
export const NO_PROJECT_YET = 'No project is set up yet';
export const HOW_TO_BEGIN =
  'Set one up below. You see every change to Jira before it is made, and nothing is ever removed.';

/** @param at when items were compared with Jira last, in words; null as long as they never were */
export const lastComparedWords = (at: string | null): string =>
  at === null ? 'Not compared with Jira yet' : `Last compared with Jira ${at}`;
export const toBeCountedWords = (count: number): string => `${count} to be counted`;

export const SET_UP_A_PROJECT = 'Set up a project';
export const LOADING_FORM = 'Loading the form';

/** Why no project can be chosen. */
export const projectsRefusedWords = (status: number): string => `Jira answered ${status} to the list of projects.`;
