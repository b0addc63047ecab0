import { type AdfDocument, adfText, isEmptyAdf, readAdf } from '../../adf';
import type { FieldContext } from '../model/entities';
import { renderNamedValue, renderUser } from '../render';
import { jiraTime, type Site } from '../site';

/** What a value is read and shown in. */
export interface ValueContext {
  readonly site: Site;
  /** The context that covers the issue; null for a system field. */
  readonly context: FieldContext | null;
  /** The project, where one is meant. */
  readonly projectId?: string;
}

/** A value that does not fit its field; the message is the one under `errors` of the answer. */
export class ValueError extends Error {}

/** How JQL may compare a field: the operators that Jira allows depend on it. */
export type JqlKind = 'text' | 'exact' | 'date' | 'number' | 'user';

/** How the values of one type of field are read, stored, shown, logged and searched. Stored values are never null. */
export interface FieldKind {
  readonly type: string;
  readonly items?: string;
  readonly operations: readonly string[];
  readonly jql: JqlKind;
  /** The stored form of REST input, or null when the input empties the field. */
  parse(input: unknown, valueContext: ValueContext): unknown;
  /** The REST form of a stored value. */
  render(stored: unknown, valueContext: ValueContext): unknown;
  /** What the change history says: an id (null for plain values) and a text. */
  describe(stored: unknown, valueContext: ValueContext): { id: string | null; text: string };
  /** The values that JQL compares: texts in lower case, ids, or numbers (instants in milliseconds). */
  terms(stored: unknown, valueContext: ValueContext): readonly (string | number)[];
  readonly allowedValues?: (valueContext: ValueContext) => unknown[];
}

const SET = ['set'];
const MANY = ['add', 'set', 'remove'];
/** Longest value of a single-line text field. */
const TEXT_LIMIT = 255;

const plain = { id: null };

export const text: FieldKind = {
  type: 'string',
  operations: SET,
  jql: 'text',
  parse(input) {
    if (typeof input !== 'string') throw new ValueError('Operation value must be a string');
    if (/[\r\n]/.test(input)) throw new ValueError('The text must be on a single line.');
    if (input.length > TEXT_LIMIT)
      throw new ValueError(`The entered text is too long. It exceeds the allowed limit of ${TEXT_LIMIT} characters.`);
    return input.trim() === '' ? null : input;
  },
  render: (stored) => stored,
  describe: (stored) => ({ ...plain, text: String(stored) }),
  terms: (stored) => [String(stored).toLowerCase()],
};

export const richText: FieldKind = {
  type: 'string',
  operations: SET,
  jql: 'text',
  parse(input) {
    const document = readAdf(input);
    if (!document)
      throw new ValueError('Operation value must be an Atlassian Document (see the Atlassian Document Format)');
    return isEmptyAdf(document) ? null : document;
  },
  render: (stored) => stored,
  describe: (stored) => ({ ...plain, text: adfText(stored as AdfDocument) }),
  terms: (stored) => [adfText(stored as AdfDocument).toLowerCase()],
};

export const url: FieldKind = {
  ...text,
  jql: 'exact',
  parse(input) {
    if (typeof input !== 'string') throw new ValueError('Operation value must be a string');
    if (!URL.canParse(input)) throw new ValueError(`The URL '${input}' is not valid.`);
    return input;
  },
};

export const number: FieldKind = {
  type: 'number',
  operations: SET,
  jql: 'number',
  parse(input) {
    if (typeof input !== 'number' || !Number.isFinite(input)) throw new ValueError('Operation value must be a number');
    return input;
  },
  render: (stored) => stored,
  describe: (stored) => ({ ...plain, text: String(stored) }),
  terms: (stored) => [Number(stored)],
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const isDay = (input: string): boolean =>
  DAY.test(input) && !Number.isNaN(Date.parse(input)) && new Date(input).toISOString().startsWith(input);

export const date: FieldKind = {
  type: 'date',
  operations: SET,
  jql: 'date',
  parse(input) {
    if (typeof input !== 'string' || !isDay(input)) throw new ValueError(`Error parsing date string: ${String(input)}`);
    return input;
  },
  render: (stored) => stored,
  describe: (stored) => ({ id: String(stored), text: `${stored} 00:00:00.0` }),
  terms: (stored) => [Date.parse(String(stored))],
};

export const dateTime: FieldKind = {
  type: 'datetime',
  operations: SET,
  jql: 'date',
  parse(input) {
    const iso = typeof input === 'string' ? input.replace(/([+-]\d{2})(\d{2})$/, '$1:$2') : '';
    const instant = Date.parse(iso);
    if (!/T\d{2}:\d{2}/.test(iso) || Number.isNaN(instant))
      throw new ValueError(`Error parsing time: ${String(input)}`);
    return instant;
  },
  render: (stored) => jiraTime(Number(stored)),
  describe: (stored) => ({ id: jiraTime(Number(stored)), text: jiraTime(Number(stored)) }),
  terms: (stored) => [Number(stored)],
};

function property(input: unknown, name: string): unknown {
  return typeof input === 'object' && input !== null ? (input as Record<string, unknown>)[name] : undefined;
}

function parseOption(input: unknown, { context }: ValueContext): string {
  const id = property(input, 'id');
  const value = property(input, 'value');
  if (id === undefined && value === undefined)
    throw new ValueError("Specify a valid 'id' or 'name' for the option, as an object with 'id' or 'value'");
  const found = context?.options.find((option) =>
    id === undefined ? option.value === value : option.id === String(id),
  );
  if (!found) throw new ValueError(`Option ${id === undefined ? 'value' : 'id'} '${String(id ?? value)}' is not valid`);
  if (found.disabled) throw new ValueError(`Option '${found.value}' is disabled`);
  return found.id;
}

const optionOf = (id: unknown, { site, context }: ValueContext) => {
  const option = context?.options.find((candidate) => candidate.id === id);
  return { self: `${site.baseUrl}/rest/api/3/customFieldOption/${id}`, value: option?.value ?? '', id: String(id) };
};

const optionTerms = (id: unknown, valueContext: ValueContext) => [
  optionOf(id, valueContext).value.toLowerCase(),
  `#${String(id)}`,
];
const allowedOptions = (valueContext: ValueContext) =>
  (valueContext.context?.options ?? [])
    .filter((option) => !option.disabled)
    .map((option) => optionOf(option.id, valueContext));

export const option: FieldKind = {
  type: 'option',
  operations: SET,
  jql: 'exact',
  parse: parseOption,
  render: optionOf,
  describe: (stored, valueContext) => ({ id: String(stored), text: optionOf(stored, valueContext).value }),
  terms: optionTerms,
  allowedValues: allowedOptions,
};

/** A field of many values of `one`; the order given is kept and repetitions are dropped. */
function many(one: FieldKind, separator: string): FieldKind {
  return {
    ...one,
    type: 'array',
    items: one.type,
    operations: MANY,
    parse(input, valueContext) {
      if (!Array.isArray(input)) throw new ValueError('data was not an array');
      const values = [...new Set(input.map((item) => one.parse(item, valueContext)))].filter((value) => value !== null);
      return values.length === 0 ? null : values;
    },
    render: (stored, valueContext) => (stored as unknown[]).map((value) => one.render(value, valueContext)),
    describe(stored, valueContext) {
      const parts = (stored as unknown[]).map((value) => one.describe(value, valueContext));
      const ids = parts.map((part) => part.id).filter((id) => id !== null);
      return {
        id: ids.length === 0 ? null : `[${ids.join(', ')}]`,
        text: parts.map((part) => part.text).join(separator),
      };
    },
    terms: (stored, valueContext) => (stored as unknown[]).flatMap((value) => one.terms(value, valueContext)),
  };
}

export const options: FieldKind = many(option, ', ');

const label: FieldKind = {
  ...text,
  jql: 'exact',
  parse(input) {
    if (typeof input !== 'string' || input === '') throw new ValueError('Each label must be a text.');
    if (/\s/.test(input)) throw new ValueError(`The label '${input}' contains spaces which is invalid.`);
    if (input.length > TEXT_LIMIT) throw new ValueError(`The label '${input}' exceeds ${TEXT_LIMIT} characters.`);
    return input;
  },
};

export const labels: FieldKind = many(label, ' ');

export const user: FieldKind = {
  type: 'user',
  operations: SET,
  jql: 'user',
  parse(input, { site }) {
    const id = property(input, 'accountId') ?? property(input, 'id');
    if (id === null) return null;
    const found = typeof id === 'string' ? site.store.users.get(id) : undefined;
    if (!found) throw new ValueError(`Specify a valid value for the user: account id '${String(id)}' does not exist`);
    if (!found.active) throw new ValueError(`User '${found.displayName}' is inactive`);
    return found.id;
  },
  render: (stored, { site }) => renderUser(site, String(stored)),
  describe: (stored, { site }) => ({
    id: String(stored),
    text: site.store.users.get(String(stored))?.displayName ?? '',
  }),
  terms: (stored) => [String(stored).toLowerCase()],
};

export const users: FieldKind = many(user, ', ');

/** A field whose values are a list of the site: priorities or resolutions. */
function named(type: 'priority' | 'resolution'): FieldKind {
  const table = ({ site }: ValueContext) => (type === 'priority' ? site.store.priorities : site.store.resolutions);
  return {
    type,
    operations: SET,
    jql: 'exact',
    parse(input, valueContext) {
      const id = property(input, 'id');
      const name = property(input, 'name');
      const found =
        id === undefined
          ? table(valueContext).find((value) => value.name === name)
          : table(valueContext).get(String(id));
      if (!found)
        throw new ValueError(
          `The ${type} '${String(id ?? name)}' is not valid. Use 'id' or 'name' of an existing one.`,
        );
      return found.id;
    },
    render: (stored, { site }) => renderNamedValue(site, type, String(stored)),
    describe: (stored, valueContext) => ({
      id: String(stored),
      text: table(valueContext).get(String(stored))?.name ?? '',
    }),
    terms: (stored, valueContext) => [
      (table(valueContext).get(String(stored))?.name ?? '').toLowerCase(),
      `#${String(stored)}`,
    ],
    allowedValues: (valueContext) =>
      table(valueContext)
        .all()
        .map((value) => renderNamedValue(valueContext.site, type, value.id)),
  };
}

export const priority: FieldKind = named('priority');
export const resolution: FieldKind = named('resolution');
