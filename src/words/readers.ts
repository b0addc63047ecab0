import type { FiguresShownTo } from '../domain/reader';

export const READERS_TITLE = 'Organisation figures in Confluence';

export const SHOWN_TO_LEGEND = 'Who sees the organisation’s figures on pages and in exports of pages';

/** The levels, each of which holds those before it. */
export const SHOWN_TO_WORDS: Readonly<Record<FiguresShownTo, string>> = {
  holders: 'Holders of the permission “View AIMS figures”',
  licensed: 'Everybody with a licence for Confluence',
  everybody: 'Whoever reads the page, without a login too',
};

/** What each level shows, and what none of them does. */
export const READERS_NOTES = [
  'Counts only: no title, no person, and nothing of a single project or AI system. The reasons of the Statement of Applicability are shown to people with a licence, never to guests or without a login.',
  'A page exported as PDF or Word shows what the least of its readers sees: somebody without a login where the page is open to everybody, else somebody with a licence. Whoever may not see the figures reads a line that says so.',
  'The AI policy does not depend on this: its approved text, version and dates are always shown to whoever may read its page. Who approved it and how many people acknowledged it is shown with a login only.',
] as const;
