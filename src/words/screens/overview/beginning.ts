/** What stands above an overview while there is little to show. Texts alone, as in `../shared/common.ts`. */
export const NOT_SET_UP = 'Nothing is set up here yet';
export const HOW_TO_SET_UP =
  'A Jira administrator sets up the AI management system under Apps, AI management. After that, link issues to requirements with the field “AIMS requirements”.';

export const NO_SYSTEM_YET = 'No AI system is registered yet';
export const CREATE_SYSTEMS =
  'Create an issue of the type “AI system” for each system that you develop, adapt, provide or use. Until then the requirements that every AI system has to meet cannot be counted.';
export const LINK_YOUR_WORK =
  'Link the work that you have to the requirements it meets with the field “AIMS requirements”.';

/** Jira has lost something by which issues are read. */
export const MISSING_IN_JIRA = 'Something that figures rest on is missing in Jira';
/** After what it is. */
export const STANDS_AS_READ = 'What rests on it stands as it was last read, until an administrator restores it.';
