/** The page of a project or of the organisation. */
export const WHOLE_ORGANISATION = 'Whole organisation';
/** @param instant as of when they are known, in words */
export const figuresNotReadWords = (instant: string): string => `The figures of ${instant} cannot be read again`;
