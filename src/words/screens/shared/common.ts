/**
 * Words that several screens have. Texts alone: the build puts each where it is used, so that no frame loads a file for them.
 */
export const AI_SYSTEM = 'AI system';
export const AI_SYSTEMS = 'AI systems';
export const AI_RISK = 'AI risk';
export const AI_RISKS = 'AI risks';

export const LOADING_FIGURES = 'Loading the figures';
export const FIGURES_NOT_SHOWN = 'The figures cannot be shown';

export const SHOW_ALL = 'Show all';
export const TRY_AGAIN = 'Try again';
/** Stands where everything there is may not be seen. */
export const NONE_THAT_YOU_MAY_SEE = 'None that you may see.';
/** Stands in the place of a name. */
export const RISK_CRITERIA = 'Risk criteria';
export const PERSON_NOT_NAMED = 'somebody whose name you may not see';
export const NO_SYSTEM_MATCHES = 'No AI system matches.';
export const ANY_STATE = 'Any state';

export const HIGHEST_RISK = 'Highest risk';
/** A word of its own: an empty risk is not a small one. */
export const NOT_RATED = 'Not rated';
export const RATING_EMPTY = 'Likelihood or consequence is empty';
/** Of risks, within a line. */
export const ABOVE_THRESHOLD_NOT_ACCEPTED = 'above the threshold, not accepted';

export const ANNEX_A_CONTROLS = 'Annex A controls';
export const STATEMENT_OF_APPLICABILITY = 'Statement of Applicability';

/** Where a product cannot be reached. */
export const CONFLUENCE_SILENT = 'Confluence did not answer.';
export const TRY_AGAIN_LATER = 'Try again in a few minutes.';

/** Ways to what is loaded when somebody opens it. */
export const TRIAGE = 'Triage';
export const OPEN_TRIAGE = 'Triage: is a full impact assessment needed?';
export const OPEN_IN_COMMON = 'Met in common: let it count for several AI systems';
