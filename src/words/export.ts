import { NOTICE } from './figures';
import { MORE_MAY_BE_BETTER } from './nonconformities';
import {
  CONTROLS_TITLE,
  COVERAGE_TITLE,
  NONCONFORMITIES_TITLE,
  POLICY_TITLE,
  REGISTER_TITLE,
  RISKS_TITLE,
} from './screens/macros/titles';
import { ONE_SYSTEM } from './screens/shared/parts';

/** "part 2 of 3": stands before a table that goes on from another. */
export const partWords = (part: number, parts: number): string => `part ${part} of ${parts}`;

/** Stands before the second of two tables that hold the columns of the same rows. */
export const FURTHER_COLUMNS = 'further columns of the same rows';

/** Names of the macros, as their exports are headed. */
export const EXPORT_TITLES = {
  policy: POLICY_TITLE,
  coverage: COVERAGE_TITLE,
  controls: CONTROLS_TITLE,
  register: REGISTER_TITLE,
  risks: RISKS_TITLE,
  nonconformities: NONCONFORMITIES_TITLE,
} as const;
export type Exported = keyof typeof EXPORT_TITLES;

/** What the figures do not say: the last line of each export. */
export const EXPORT_NOTICES: Readonly<Record<Exported, string>> = {
  policy: 'Approved means that whoever may approve agreed to this text. It does not say that it is followed.',
  coverage: NOTICE,
  controls: NOTICE,
  register: NOTICE,
  risks: 'Counted are the risks that are recorded. It is not a statement that there are no others.',
  nonconformities: MORE_MAY_BE_BETTER,
};

type Scope = 'organisation' | 'project' | 'system' | 'page';
/** To whom the exported page is open. */
type OpenTo = 'everybody' | 'licensed' | 'unknown';

const SCOPES: Readonly<Record<Scope, string>> = {
  organisation: 'The whole organisation',
  project: 'One Jira project',
  system: ONE_SYSTEM,
  page: 'This page',
};

const CLASSES: Readonly<Record<OpenTo, string>> = {
  everybody: 'for readers without a login, because this page is open to everybody',
  unknown: 'for readers without a login, because it is not known to whom this page is open',
  licensed: 'for readers with a licence for Confluence',
};

/** "24 Nov 2026, 10:15 CET": paper is read long after, and elsewhere. */
function exportInstantWords(instant: number, timeZone: string): string {
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone });
  const time = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  });
  return `${day.format(instant)}, ${time.format(instant)}`;
}

/** The first line of an export: what it is of, as of when, and for whom. */
export const firstLineWords = (
  { scope, openTo }: { scope: Scope; openTo: OpenTo },
  asOf: number | null,
  timeZone: string,
): string =>
  `${SCOPES[scope]}, ${asOf === null ? 'nothing is counted yet' : `as of ${exportInstantWords(asOf, timeZone)}`}, ${CLASSES[openTo]}.`;

/** "Unknown as of 24 Nov 2026, 10:15 CET.", in place of figures that could not be read. */
export const unknownAsOfWords = (instant: number, timeZone: string): string =>
  `Unknown as of ${exportInstantWords(instant, timeZone)}.`;

/** "Left out: owner, reasons: this page is open to everybody. 4 of 9 rows." */
export const leftOutWords = (what: readonly string[], why: string, rows?: { left: number; of: number }): string =>
  `Left out: ${what.join(', ')}: ${why}.${rows ? ` ${rows.left} of ${rows.of} rows.` : ''}`;

export const ALL_FIGURES = 'all figures';

const OPENNESS: Readonly<Record<OpenTo, string>> = {
  everybody: 'this page is open to everybody',
  unknown: 'it is not known to whom this page is open',
  licensed: 'this page is open to everybody with a licence for Confluence',
};

/** Why the figures of the organisation are not in an export. */
export const organisationLeftOutWhy = (openTo: OpenTo, shownTo: 'holders' | 'licensed' | 'everybody'): string =>
  shownTo === 'holders'
    ? 'they are shown to holders of the permission “View AIMS figures” only, and an export does not know its readers'
    : `they are shown to people with a licence for Confluence only, and ${OPENNESS[openTo]}`;

/** Why the figures of a project or an AI system are in no export. */
export const SCOPE_LEFT_OUT_WHY = {
  project: 'whoever may see the Jira project sees them on the page in Confluence; an export does not know its readers',
  system:
    'whoever may see the AI system in Jira sees them on the page in Confluence; an export does not know its readers',
} as const;

/** Why reasons of decisions are not in an export. */
export const reasonsLeftOutWhy = (openTo: OpenTo): string =>
  `they are people’s words, for people with a licence for Confluence, and ${OPENNESS[openTo]}`;

/** Why an export names nobody and nothing of Jira. */
export const NAMES_LEFT_OUT_WHY =
  'the page in Confluence shows each reader what they may see; an export does not know its readers';

export const SETTINGS_UNREADABLE = 'The settings of this macro cannot be read.';

/** What exports leave out, as it is called. */
export const LEFT_OUT = {
  systems: ['titles, keys, owners and risks of AI systems'],
  risks: ['titles, keys and owners of the risks above the threshold'],
  reasons: ['reasons of the Statement of Applicability'],
  deviations: ['AI systems for which a control is decided otherwise, with the reasons'],
  approval: ['approver', 'who acknowledged it and how many'],
} as const;

/** Lines of an exported policy. */
export const POLICY_EXPORT = {
  elsewhere: 'The AI policy stands on a page of its own in Confluence.',
  empty: 'No policy text is written here yet.',
  lost: 'The approved text cannot be shown: that version of the page is no longer there.',
  changed: 'Changed since approval: this is the approved text.',
  draft: (version: number | null) => `Not approved. Draft, version ${version} of the page.`,
  approved: (on: string, version: number, review: string) =>
    `Approved ${on}, version ${version}, next review ${review}.`,
} as const;
