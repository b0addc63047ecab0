/** To whom figures of the organisation are shown in Confluence, as an administrator chose: each level holds those before it. */
export const FIGURES_SHOWN_TO = ['holders', 'licensed', 'everybody'] as const;
export type FiguresShownTo = (typeof FIGURES_SHOWN_TO)[number];

/**
 * Who reads figures, the least first: without a login, customers of a help centre, guests of Confluence, people with a licence
 * for Confluence, holders of *View AIMS figures*.
 */
export const READERS = ['anonymous', 'customer', 'guest', 'licensed', 'holder'] as const;
export type Reader = (typeof READERS)[number];

/** What of the organisation's own somebody may see, the least first: nothing, counts, these with people's reasons, all. */
export const ORGANISATION_VIEWS = ['nothing', 'counts', 'reasons', 'everything'] as const;
export type OrganisationView = (typeof ORGANISATION_VIEWS)[number];

/**
 * What of the organisation's own a reader sees. The one place that says so: for whoever opens a page, and for the least of
 * the readers of a page that is exported. Reasons of the Statement of Applicability are people's words, so they are for
 * people with a licence alone.
 */
export function seenBy(reader: Reader, shownTo: FiguresShownTo): OrganisationView {
  if (reader === 'holder') return 'everything';
  if (reader === 'licensed') return shownTo === 'holders' ? 'nothing' : 'reasons';
  return shownTo === 'everybody' ? 'counts' : 'nothing';
}
