import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import {
  ADMIN_SECTIONS,
  addressOf,
  ORGANISATION_SECTIONS,
  type Place,
  PROJECT_SECTIONS,
  pathOf,
  placeOf,
  type Section,
} from '../../static/shared/routes';
import fc from '../support/by-chance';

interface Module {
  pages?: { title: string; route: string }[];
  sections?: { header: string; pages: { title: string; route: string }[] }[];
}

const { modules } = parse(readFileSync(join(__dirname, '../../manifest.yml'), 'utf8')) as {
  modules: Record<string, [Module]>;
};
const moduleOf = (type: string): Module => modules[type]?.[0] ?? {};
const shown = ({ title, route }: { title: string; route: string }) => ({ title, route });

test('the manifest declares the pages of the route table, with their titles', () => {
  expect(moduleOf('jira:globalPage').sections).toEqual(
    ORGANISATION_SECTIONS.map(({ header, pages }) => ({ header, pages: pages.map(shown) })),
  );
  expect(moduleOf('jira:adminPage').pages).toEqual(ADMIN_SECTIONS.flatMap(({ pages }) => pages.map(shown)));
  // Of a project the product draws nothing: its sections are addresses, and the pages within stand below them.
  expect(moduleOf('jira:projectPage').pages).toEqual(
    PROJECT_SECTIONS.map(({ header, pages: [first] }) => ({ title: header, route: first.route })),
  );
});

/** Every address that a version of the app has given: each leads to the same page in every later one. */
const KEPT: readonly [sections: readonly Section[], address: string, today: string][] = [
  [PROJECT_SECTIONS, '/', '/overview'],
  [PROJECT_SECTIONS, '/?tab=requirements', '/overview/requirements'],
  [PROJECT_SECTIONS, '/?tab=requirements&state=gap&show=ai-system', '/overview/requirements?state=gap&show=ai-system'],
  [PROJECT_SECTIONS, '/?requirement=8.4', '/overview?requirement=8.4'],
  [PROJECT_SECTIONS, '/?tab=systems&list=in-scope', '/systems?list=in-scope'],
  [PROJECT_SECTIONS, '/?tab=systems&system=10001', '/systems/10001'],
  [PROJECT_SECTIONS, '/?tab=matrix&show=gap', '/systems/matrix?show=gap'],
  [PROJECT_SECTIONS, '/?tab=risks&square=inherent-54', '/risks?square=inherent-54'],
  [PROJECT_SECTIONS, '/?tab=nonconformities&list=overdue', '/work?list=overdue'],
  [ORGANISATION_SECTIONS, '/', '/overview'],
  [ORGANISATION_SECTIONS, '/?project=10000', '/overview?project=10000'],
  [ORGANISATION_SECTIONS, '/?tab=requirements&requirement=iso42001/8.4', '/requirements/iso42001/8.4'],
  [ORGANISATION_SECTIONS, '/?tab=systems&system=10001', '/systems/10001'],
  [ORGANISATION_SECTIONS, '/?tab=matrix&project=10000', '/matrix?project=10000'],
  [ORGANISATION_SECTIONS, '/?tab=nonconformities&grade=major', '/improvement?grade=major'],
  [ADMIN_SECTIONS, '/', '/set-up'],
  [ADMIN_SECTIONS, '/?run=5f0c', '/set-up?run=5f0c'],
  [ADMIN_SECTIONS, '/?tab=import&import=77', '/import?import=77'],
  [ADMIN_SECTIONS, '/?tab=readers', '/settings'],
  [ADMIN_SECTIONS, '/?tab=health', '/health'],
];

test.each(KEPT)('an address that somebody kept goes on working: %#', (sections, address, today) => {
  const { pathname, search } = new URL(address, 'http://frame');
  const spelled = addressOf(placeOf({ pathname, search }, sections), sections);
  expect(spelled.pathname + spelled.search).toBe(today);
});

test('an address that names no page leads to the first one, and nothing of it is lost', () => {
  expect(placeOf({ pathname: '/nowhere/at-all', search: '?list=overdue' }, ORGANISATION_SECTIONS)).toEqual({
    page: 'overview',
    values: new Map([['list', 'overdue']]),
  });
  expect(placeOf({ pathname: '/systems/%E0%A4%A', search: '' }, ORGANISATION_SECTIONS).values.get('system')).toBe(
    '%E0%A4%A',
  );
  expect(placeOf({ pathname: '/systemsx', search: '' }, ORGANISATION_SECTIONS).page).toBe('overview');
});

test.each(['/', 'a/', '/a', 'a//b', '.', '..', 'a/../b'])(
  'what no path can carry stands in the query: %s',
  (system) => {
    const place: Place = { page: 'systems', values: new Map([['system', system]]) };
    const { pathname, search } = addressOf(place, ORGANISATION_SECTIONS);
    const { pathname: opened, search: asked } = new URL(pathname + search, 'http://frame');
    expect(opened).toBe('/systems');
    expect(placeOf({ pathname: opened, search: asked }, ORGANISATION_SECTIONS)).toEqual(place);
  },
);

test('whatever is opened in whatever page: its address says the same again', () => {
  const value = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' });
  for (const sections of [ORGANISATION_SECTIONS, PROJECT_SECTIONS, ADMIN_SECTIONS]) {
    const pages = sections.flatMap(({ pages: own }) => own.map(({ id }) => id));
    const name = fc.constantFrom('requirement', 'system', 'list', 'project', 'show');
    fc.assert(
      fc.property(fc.constantFrom(...pages), fc.dictionary(name, value), (page, values) => {
        const place: Place = { page, values: new Map(Object.entries(values)) };
        const { pathname, search } = addressOf(place, sections);
        // As a browser passes it on.
        const again = placeOf(new URL(pathname + search, 'http://frame'), sections);
        expect(again.page).toBe(page);
        expect(Object.fromEntries(again.values)).toEqual(Object.fromEntries(place.values));
      }),
    );
  }
});

test('macros and the gadget lead there by the same spelling', () => {
  expect(pathOf({ page: 'risks', list: 'above-threshold', project: '10000' }, ORGANISATION_SECTIONS)).toBe(
    '/risks?list=above-threshold&project=10000',
  );
  expect(pathOf({}, PROJECT_SECTIONS)).toBe('/overview');
});
