/** Words of parts that several screens draw with. Texts alone, as in `common.ts`. */
export const BY_STATE = 'By state';
export const IMPLEMENTED_NOT_VERIFIED = 'Implemented, not verified';
/** Instead of a figure of which nothing is due so far. */
export const NONE_DUE_YET = 'none due yet';
export const OUT_OF_SCOPE = 'Out of scope';

/** Of a scope whose name the reader may not see. */
export const ONE_PROJECT = 'One project';
export const ONE_SYSTEM = 'One AI system';

export const ISSUE_TYPE = 'Issue type';
export const SUMMARY_OF_NEW_ISSUE = 'Summary of the new issue';

export const LOADING_REGISTER = 'Loading the register';
export const REGISTER_NOT_SHOWN = 'The register cannot be shown';
