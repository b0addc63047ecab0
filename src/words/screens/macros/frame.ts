/** What all macros say alike, before and instead of their figures. */
export const SETTINGS_UNREAD =
  'The settings of this macro cannot be read. Edit the page, open them and choose what it shows.';

/** A figure that cannot be read is unknown; it is never shown as nothing, or as 0. */
export const unknownWords = (instant: string): string => `Unknown as of ${instant}.`;

export const REQUIREMENTS_OF_SYSTEM = 'Requirements of the AI system';
