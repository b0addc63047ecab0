import { AI_SYSTEMS, STATEMENT_OF_APPLICABILITY } from '../../src/words/screens/shared/common';
import {
  AI_MANAGEMENT,
  AT_A_GLANCE,
  AUDITS_AND_REVIEW,
  FIRST_STEPS_PAGE,
  NEEDS_YOU,
} from '../../src/words/screens/shared/pages';

/**
 * Every page of the app that has an address, in the order of the navigation. Routes are promises: an address that somebody
 * kept leads to the same page in every later version, so a route word never changes. Titles and routes stand in the
 * manifest, too, because the product draws the navigation from there; a test holds the two together.
 */
export interface RoutedPage {
  id: PageId;
  title: string;
  /** The part of the address behind the module's own. */
  route: string;
  /** The value that stands at the end of the route: `systems/10001`. */
  row?: 'requirement' | 'system';
}

export interface Section {
  header: string;
  pages: readonly [RoutedPage, ...RoutedPage[]];
}

export type PageId =
  | 'overview'
  | 'needs'
  | 'first-steps'
  | 'requirements'
  | 'statement'
  | 'systems'
  | 'matrix'
  | 'risks'
  | 'criteria'
  | 'improvement'
  | 'set-up'
  | 'settings'
  | 'people'
  | 'import'
  | 'health';

/** The page of the organisation: Jira shows its sections in the side bar. */
export const ORGANISATION_SECTIONS: readonly Section[] = [
  {
    header: 'Overview',
    pages: [
      { id: 'overview', title: 'Overview', route: 'overview' },
      { id: 'needs', title: NEEDS_YOU, route: 'needs' },
      { id: 'first-steps', title: FIRST_STEPS_PAGE, route: 'first-steps' },
      { id: 'settings', title: 'Settings', route: 'settings' },
    ],
  },
  {
    header: 'Requirements',
    pages: [
      { id: 'requirements', title: 'Requirements', route: 'requirements', row: 'requirement' },
      { id: 'statement', title: STATEMENT_OF_APPLICABILITY, route: 'statement' },
    ],
  },
  {
    header: AI_SYSTEMS,
    pages: [
      { id: 'systems', title: 'Register', route: 'systems', row: 'system' },
      { id: 'matrix', title: 'Matrix', route: 'matrix' },
    ],
  },
  {
    header: 'Risks',
    pages: [
      { id: 'risks', title: 'Risks', route: 'risks' },
      { id: 'criteria', title: 'Criteria', route: 'criteria' },
    ],
  },
  { header: AUDITS_AND_REVIEW, pages: [{ id: 'improvement', title: 'Improvement', route: 'improvement' }] },
];

/** The page of one project, whose navigation is the app's own: a tab for each section, and its pages within. */
export const PROJECT_SECTIONS: readonly Section[] = [
  {
    header: 'Overview',
    pages: [
      { id: 'overview', title: AT_A_GLANCE, route: 'overview' },
      { id: 'requirements', title: 'Requirements', route: 'overview/requirements', row: 'requirement' },
    ],
  },
  {
    header: AI_SYSTEMS,
    pages: [
      { id: 'systems', title: 'Register', route: 'systems', row: 'system' },
      { id: 'matrix', title: 'Matrix', route: 'systems/matrix' },
    ],
  },
  { header: 'Risks', pages: [{ id: 'risks', title: 'Risks', route: 'risks' }] },
  { header: 'Work', pages: [{ id: 'improvement', title: 'Nonconformities', route: 'work' }] },
];

/** The page of administrators: Jira shows its pages in the side bar. */
export const ADMIN_SECTIONS: readonly Section[] = [
  {
    header: AI_MANAGEMENT,
    pages: [
      { id: 'set-up', title: 'Set-up', route: 'set-up' },
      { id: 'people', title: 'People', route: 'people' },
      { id: 'settings', title: 'Settings', route: 'settings' },
      { id: 'import', title: 'Import', route: 'import' },
      { id: 'health', title: 'Health', route: 'health' },
    ],
  },
];

/** A page and what is opened, chosen or filtered in it: what an address says, in whatever way it is spelled. */
export interface Place {
  page: PageId;
  values: ReadonlyMap<string, string>;
}

/** Tabs of 0.1.0, which stood in the address as `?tab=`. */
const FORMER_TABS: Readonly<Record<string, PageId>> = { nonconformities: 'improvement', readers: 'settings' };

const pagesOf = (sections: readonly Section[]): RoutedPage[] => sections.flatMap(({ pages }) => pages);
const pageOf = (sections: readonly Section[], id: string): RoutedPage =>
  pagesOf(sections).find((page) => page.id === id) ?? (sections[0] as Section).pages[0];

export const sectionOf = (sections: readonly Section[], id: PageId): Section =>
  sections.find(({ pages }) => pages.some((page) => page.id === id)) ?? (sections[0] as Section);

export const titleOf = (sections: readonly Section[], id: PageId): string => pageOf(sections, id).title;

/** What an address says; one that names no page of ours says the first one. */
export function placeOf(
  { pathname, search }: { pathname: string; search: string },
  sections: readonly Section[],
): Place {
  const values = new Map(new URLSearchParams(search));
  const tab = values.get('tab');
  values.delete('tab');
  const path = pathname.replace(/^\/|\/$/g, '');
  if (path === '') return { page: pageOf(sections, FORMER_TABS[tab ?? ''] ?? tab ?? '').id, values };
  const [page] = pagesOf(sections)
    .filter(({ route }) => path === route || path.startsWith(`${route}/`))
    .sort((a, b) => b.route.length - a.route.length);
  if (!page) return { page: pageOf(sections, '').id, values };
  const rest = path.slice(page.route.length + 1);
  if (rest !== '' && page.row) values.set(page.row, rest.split('/').map(decoded).join('/'));
  return { page: page.id, values };
}

/** Addresses are typed and mangled by people and mail programs: what is no code is taken as it stands. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Browsers resolve `.` and `..`, and a slash at an end or two together are lost on the way: what holds such a part (no id of
 * ours or of Jira does) stands behind the question mark, where nothing is rewritten.
 */
const standsInPath = (value: string): boolean => value.split('/').every((part) => !['', '.', '..'].includes(part));

/** How an address says a place: `/systems/10001?list=in-scope`. */
export function addressOf({ page, values }: Place, sections: readonly Section[]): { pathname: string; search: string } {
  const { route, row } = pageOf(sections, page);
  const value = row ? values.get(row) : undefined;
  const opened = value !== undefined && standsInPath(value) ? value : undefined;
  const named = opened === undefined ? '' : `/${opened.split('/').map(encodeURIComponent).join('/')}`;
  const others = new URLSearchParams([...values].filter(([name]) => opened === undefined || name !== row));
  return { pathname: `/${route}${named}`, search: others.size > 0 ? `?${others}` : '' };
}

/** As `addressOf`, from a page and its values as one record, for whoever leads there from outside. */
export function pathOf({ page, ...values }: Readonly<Record<string, string>>, sections: readonly Section[]): string {
  const { pathname, search } = addressOf({ page: page as PageId, values: new Map(Object.entries(values)) }, sections);
  return pathname + search;
}
