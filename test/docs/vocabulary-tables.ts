import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { LINK_TYPES } from '../../src/blueprint/wanted/link-types';
import { WORK_TYPES } from '../../src/blueprint/wanted/work-types';
import { type ContributionRole, contributionRole } from '../../src/domain/item/contribution';
import type { ItemFact } from '../../src/domain/item/item-fact';
import type { Field } from '../../src/domain/vocabulary/field';
import { groupsOf } from '../../src/domain/vocabulary/groups';
import { FIELDS } from '../../src/domain/vocabulary/vocabulary';
import { ROOT, type Table } from './documents';

const DOCUMENT = 'docs/vocabulary.md';
const quoted = (key: string): string => `\`${key}\``;

const workTypes: Table = {
  document: DOCUMENT,
  heading: 'Work types',
  titles: ['key', 'in Jira', 'workflow', 'what it is'],
  rows: WORK_TYPES.map(({ key, name, workflow, description }) => [quoted(key), name, workflow, description]),
};

const item = (kind: ItemFact['kind'], effectiveOn: string | null = null) => ({ kind, effectiveOn }) as ItemFact;
const CONTRIBUTES: readonly (readonly [what: string, role: ContributionRole | null])[] = [
  ...WORK_TYPES.map(({ key, name }) => [name, contributionRole(item(key))] as const),
  ['any other issue', contributionRole(item('work'))],
  ['the same with an effective date', contributionRole(item('work', '2026-11-24'))],
  ['Confluence page', contributionRole(item('page'))],
];

const roles: Table = {
  document: DOCUMENT,
  heading: 'Roles of an item',
  titles: ['item', 'role'],
  rows: CONTRIBUTES.map(([what, role]) => [what, role === null ? 'none' : quoted(role)]),
};

const linkTypes: Table = {
  document: DOCUMENT,
  heading: 'Link types',
  titles: ['key', 'in Jira', 'reads', 'and back'],
  rows: LINK_TYPES.map(({ role, name, outward, inward }) => [quoted(role), name, outward, inward]),
};

/** One table for each work type: its statuses, and the buttons that lead to each. */
const statuses = WORK_TYPES.map(
  ({ name: heading, statuses: all, transitions }): Table => ({
    document: DOCUMENT,
    heading: `Statuses of ${heading}`,
    titles: ['key', 'in Jira', 'category', 'reached by'],
    rows: all.map(({ key, name, category }) => {
      const leading = transitions.filter(({ to, name: button }) => to === key && !button.startsWith('Take over'));
      return [quoted(key), name, category, leading.map((one) => one.name).join('; ')];
    }),
  }),
);

const registerOf = ({ register }: Field): string =>
  register === undefined
    ? ''
    : ['shown', register.filtered ? 'filtered' : '', register.sorted ? 'sorted' : ''].filter(Boolean).join(', ');

/** One table for each work type that has fields, and one for what every issue carries. */
const fields = ['linked', ...WORK_TYPES.map(({ key }) => key)].flatMap((kind): Table[] => {
  const mine = FIELDS.filter(({ on }) => (on === 'linked' ? kind === 'linked' : on.some((one) => one === kind)));
  if (mine.length === 0) return [];
  const tabs = new Map(WORK_TYPES.flatMap(({ key: type }) => groupsOf(type)).map(({ key, name }) => [key, name]));
  return [
    {
      document: DOCUMENT,
      heading: `Fields of ${kind === 'linked' ? 'every issue' : (WORK_TYPES.find(({ key }) => key === kind)?.name ?? '')}`,
      titles: ['key', 'in Jira', 'type', 'tab', 'read into', 'register'],
      rows: mine.map((field) => [
        quoted(field.key),
        field.name,
        field.type,
        tabs.get(field.group ?? '') ?? '',
        (field.fact ?? []).map(quoted).join(', '),
        registerOf(field),
      ]),
    },
  ];
});

const optionsTold = ({ options = [] }: Field): string =>
  options.map(({ key, text }) => (key === text.toLowerCase() ? text : `${text} (${quoted(key)})`)).join('; ');

/** Fields with the same options share a row. */
const options: Table = {
  document: DOCUMENT,
  heading: 'Options',
  titles: ['fields', 'options, with their keys where these differ'],
  rows: [...new Set(FIELDS.map(optionsTold).filter(Boolean))].map((told) => [
    FIELDS.filter((field) => optionsTold(field) === told)
      .map(({ key }) => quoted(key))
      .join(', '),
    told,
  ]),
};

interface Permission {
  key: string;
  name: string;
  description: string;
  defaultGrants: string[];
}
const { modules } = parse(readFileSync(join(ROOT, 'manifest.yml'), 'utf8')) as {
  modules: { 'jira:globalPermission': Permission[] };
};

const permissions: Table = {
  document: DOCUMENT,
  heading: 'Permissions',
  titles: ['key', 'in Jira', 'what it lets do', 'granted at first to'],
  rows: modules['jira:globalPermission'].map(({ key, name, description, defaultGrants }) => [
    quoted(key),
    name,
    description,
    defaultGrants.join(', '),
  ]),
};

export const VOCABULARY: readonly Table[] = [workTypes, ...statuses, ...fields, options, linkTypes, roles, permissions];
