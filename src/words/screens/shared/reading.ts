/** How fresh it is what a screen shows. Instants come in words: they depend on the reader's time zone. */
export const NOT_COUNTED_YET = 'not counted yet';

/** When an answer was read, and when what it rests on changed last. */
export const readWords = (read: string, lastChange: string): string => `read ${read}, last change ${lastChange}`;

export const asOfWords = (instant: string): string => `as of ${instant}`;

/** Of something that is out of reach, after its name. */
export const unknownSinceWords = (instant: string): string => `: unknown ${asOfWords(instant)}`;
