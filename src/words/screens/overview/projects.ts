import { counted } from '../../numbers';

/** The projects that take part, side by side. */
export const LOADING_PROJECTS = 'Loading the projects';
export const PROJECTS_NOT_SHOWN = 'The projects cannot be shown';
export const NO_PROJECT = 'No project takes part yet. A Jira administrator sets one up under Apps, AI management.';
export const noneToBrowseWords = (hidden: number): string =>
  `${counted(hidden, 'project takes', 'projects take')} part; none that you may browse.`;
export const moreProjectsWords = (hidden: number): string =>
  `and ${counted(hidden, 'project', 'projects')} that you may not browse; their numbers are in the figures above`;

/** Heads of columns, and of what a number is. */
export const SYSTEMS_IN_SCOPE = 'AI systems in scope';
export const SYSTEMS_IMPLEMENTED = 'Requirements of AI systems implemented';
export const RISKS_NOT_ACCEPTED = 'Risks above the threshold, not accepted';
export const RISKS_ABOVE = 'risks above the threshold';
export const OPEN_NONCONFORMITIES = 'Open nonconformities';
