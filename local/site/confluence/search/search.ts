import { adfText, readAdf } from '../../adf';
import type { Call } from '../call';
import { badRequest } from '../errors';
import type { Page } from '../model/entities';
import { newestVersion } from '../pages/change';
import { ancestorsOf, maySeePage } from '../permissions/access';
import type { Site } from '../site';
import { type Comparison, parseCql, type Query } from './parse';
import { momentOfValue, type Scene, textOfValue } from './values';

/** The plain text of the page's newest version. */
export function textOf(site: Site, page: Page): string {
  const document = readAdf(JSON.parse(newestVersion(site, page).body));
  return document ? adfText(document) : '';
}

/** Whether every word of the query begins a word of the text; `*` at the end of a word is allowed. */
function matches(text: string, query: string): boolean {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}.]+/u);
  return query
    .toLowerCase()
    .split(/[^\p{L}\p{N}.*]+/u)
    .filter((part) => part !== '')
    .every((part) => {
      const bare = part.replace(/\*/g, '');
      return words.some((word) => (part.endsWith('*') ? word.startsWith(bare) : word === bare));
    });
}

/** What a field of a page is compared with. */
const VALUES: Readonly<Record<string, (site: Site, page: Page) => readonly string[]>> = {
  type: () => ['page'],
  id: (_site, page) => [page.id],
  content: (_site, page) => [page.id],
  space: (site, page) => [(site.store.spaces.get(page.spaceId)?.key ?? '').toLowerCase()],
  'space.key': (site, page) => [(site.store.spaces.get(page.spaceId)?.key ?? '').toLowerCase()],
  title: (_site, page) => [page.title.toLowerCase()],
  label: (site, page) => page.labelIds.map((id) => site.store.labels.get(id)?.name ?? ''),
  ancestor: (site, page) => ancestorsOf(site, page).map(({ id }) => id),
  parent: (_site, page) => (page.parentId === null ? [] : [page.parentId]),
  creator: (_site, page) => [page.authorId.toLowerCase()],
  contributor: (site, page) => site.store.versions.by('page', page.id).map(({ authorId }) => authorId.toLowerCase()),
};
const TEXTS: Readonly<Record<string, (site: Site, page: Page) => string>> = {
  title: (_site, page) => page.title,
  text: (site, page) => `${page.title}\n${textOf(site, page)}`,
};
const DATES: Readonly<Record<string, (site: Site, page: Page) => number>> = {
  created: (_site, page) => page.createdAt,
  lastmodified: (site, page) => newestVersion(site, page).createdAt,
};

type Test = (page: Page) => boolean;

function compile(scene: Scene, query: Query): Test {
  if (query.kind === 'not') {
    const inner = compile(scene, query.of);
    return (page) => !inner(page);
  }
  if (query.kind !== 'compare') {
    const parts = query.of.map((part) => compile(scene, part));
    return query.kind === 'and'
      ? (page) => parts.every((part) => part(page))
      : (page) => parts.some((part) => part(page));
  }
  return compare(scene, query);
}

function compare(scene: Scene, comparison: Comparison): Test {
  const { site } = scene;
  const { field, operator, values } = comparison;
  const [first = ''] = values;
  if (!(field in VALUES || field in TEXTS || field in DATES))
    throw badRequest(`This site cannot search the field '${field}'.`);
  const refuse = (): never => {
    throw badRequest(`This site cannot search '${field}' with '${operator}'.`);
  };
  if (operator === '~' || operator === '!~') {
    const text = TEXTS[field] ?? refuse();
    const wanted = textOfValue(scene, field, first);
    return (page) => matches(text(site, page), wanted) === (operator === '~');
  }
  const date = DATES[field];
  if (date) return compareDates(scene, date, comparison);
  if (!['=', '!=', 'in', 'not in'].includes(operator)) return refuse();
  const value = VALUES[field] ?? refuse();
  const wanted = new Set(values.map((one) => textOfValue(scene, field, one).toLowerCase()));
  const positive = operator === '=' || operator === 'in';
  return (page) => value(site, page).some((text) => wanted.has(text)) === positive;
}

/** What was written as a day is a whole day: `= 2026-01-31` is any moment of it. */
function compareDates(
  scene: Scene,
  date: (site: Site, page: Page) => number,
  { field, operator, values: [first = ''] }: Comparison,
): Test {
  const { at, lasts } = momentOfValue(scene, first);
  const isThen = (value: number) => value >= at && value <= at + Math.max(0, lasts - 1);
  const signs: Partial<Record<Comparison['operator'], (value: number) => boolean>> = {
    '=': isThen,
    '!=': (value) => !isThen(value),
    '>': (value) => value > at,
    '>=': (value) => value >= at,
    '<': (value) => value < at,
    '<=': (value) => value <= at,
  };
  const test = signs[operator];
  if (!test) throw badRequest(`This site cannot search '${field}' with '${operator}'.`);
  return (page) => test(date(scene.site, page));
}

/** Current pages that fit the query and that the caller may view, in the asked order. @throws ConfluenceError 400 */
export function searchPages(call: Call, cql: string): Page[] {
  const { site, actor } = call;
  const { where, order } = parseCql(cql);
  const test = where ? compile({ site, actor }, where) : () => true;
  const found = site.store.pages
    .all()
    .filter((page) => page.status === 'current' && test(page) && maySeePage(site, actor, page));
  for (const { field, descending } of [...order].reverse()) {
    const number = DATES[field];
    const sign = descending ? -1 : 1;
    if (field === 'title') found.sort((a, b) => sign * a.title.localeCompare(b.title));
    else if (field === 'id') found.sort((a, b) => sign * (Number(a.id) - Number(b.id)));
    else if (number) found.sort((a, b) => sign * (number(site, a) - number(site, b)));
    else throw badRequest(`This site cannot order by '${field}'.`);
  }
  return found;
}
