/** The gadget of a dashboard, and the form that says what it shows. */

export const LOADING_FIGURES = 'Loading the figures';
export const FIGURES_NOT_SHOWN = 'The figures cannot be shown';
export const NOTHING_STANDS_OUT = 'Nothing stands out.';
export const OPEN_MANAGEMENT = 'Open AI management';

/** When the figures were counted, in words or not yet, and what they do not say. */
export const asOfWords = (asOf: string | null): string =>
  `${asOf === null ? 'Not counted yet' : `As of ${asOf}`} · neither legal compliance nor ethics`;

export const LOADING_PROJECTS = 'Loading the projects';
export const PROJECTS_NOT_LISTED = 'The projects cannot be listed';
export const WHOLE_ORGANISATION = 'Whole organisation';
export const SHOW_TREND = 'Trend of the last 90 days';
export const SHOW_LOOK_HERE = 'Look here: what stands out';
