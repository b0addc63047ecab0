import { agreeing, counted, countWords } from '../../numbers';

/** How the app fares. */

export const LOADING_HEALTH = 'Loading the app’s health';
export const HEALTH_NOT_SHOWN = 'The app’s health cannot be shown';

export const LAST_READ = 'Last item read';
export const ABOUT_LAST_READ = 'an issue or page that changed, or that was compared with Jira';

export const ALL_COUNTED = 'all that is known is counted';
/** @param since in words, as all instants here */
export const waitingWords = (since: string, isLate: boolean): string =>
  `since ${since}${isLate ? ': the schedule goes on from them every five minutes' : ''}`;

export const LAST_COMPARED = 'Last compared with Jira';
/** @param repaired how many items were; null as long as nothing was compared */
export const comparedWords = (repaired: number | null): string =>
  `${repaired === null ? '' : `${repairedWords(repaired)}; `}it is done every night`;
const repairedWords = (count: number): string =>
  count === 0 ? 'no item had to be repaired' : `${counted(count, 'item', 'items')} repaired that no event had told of`;

export const MISSING_IN_JIRA = 'Missing in Jira';
export const whatIsGoneWords = (what: readonly string[], since: string): string =>
  `${what.join(', ')}, noticed ${since}. What rests on them stands as it was last read. Restore them in Jira, or show the plan under Set-up.`;

export const RESOLUTIONS_WITHOUT_MEANING = 'Resolutions without a meaning';
export const ABOUT_RESOLUTIONS =
  'issues resolved so count as done until somebody says under AI management > Settings what they mean';

export const NOT_READABLE = 'cannot be read';
export const whyNotReadableWords = (of: { since: string; message: string; remedy: string }): string =>
  `since ${of.since}: ${of.message} ${of.remedy}`;

export const POINTS_SPENT = 'Points spent in bulk';
export const pointsWords = (share: number): string =>
  `this hour, of ${countWords(share)} that reading in full, comparing and imports may spend; what people change is never held back`;
export const storageWords = (limit: string): string => `estimated, of ${limit}`;

/** Comparing now. */
export const COMPARE_NOW = 'Compare with Jira now';
export const READ_AGAIN = 'Read everything again';
export const UNDER_WAY = 'It is under way. Figures stay as they are until an item turns out to be different.';
export const WHAT_IS_COMPARED =
  'What changed since the last night, or every issue of every project that takes part; the latter may take hours.';
export const NOT_ASKED_FOR = 'It could not be asked for';

/** The projects whose items count. */
export const ITEMS_THAT_COUNT = 'Items that count';
export const NO_ITEMS_YET = 'None yet: set one up under Set-up.';
export const HOW_FAR_READ = 'How far they are read';
export const ARCHIVED = 'archived in Jira: it does not count';
export const pagesReadWords = (pages: number): string =>
  `${agreeing(pages, 'a page', 'pages')} with an approved policy, read every night`;

export const STORED_ROWS = 'Stored rows';
export const ESTIMATED_SIZE = 'Estimated size';
/** What the rows of each table are, for whoever has never seen the tables. */
export const TABLE_WORDS: Readonly<Record<string, string>> = {
  item: 'Items',
  item_reference: 'What items name and link to',
  cell: 'States of requirements',
  coverage_snapshot: 'Changes of state',
  mark: 'Items and requirements that were counted anew',
  decision: 'Decisions',
  ingest_cursor: 'Where work goes on',
  setup_step: 'Steps of setting up',
  import_row: 'Rows of files that wait to be imported',
  imported_issue: 'Issues that were imported',
  points_spent: 'Points spent, by the hour',
};
