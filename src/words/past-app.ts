import { dayWords } from './days';

/** Of a requirement that an issue property names, which the app did not write there and Jira keeps no history of. */
export const pastAppWords = (day: string): string => `found on ${dayWords(day)}, written past the app`;
