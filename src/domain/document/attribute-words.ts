import { type AdfMark, entryOf } from './adf';

/** What attributes are called where they are printed; others by their own names. */
const NAMES: Readonly<Record<string, string>> = {
  alt: 'description',
  colspan: 'columns',
  extensionKey: 'macro',
  extensionType: 'of',
  fontSize: 'size',
  href: 'leads to',
  id: 'id',
  isNumberColumnEnabled: 'numbered',
  order: 'from',
  panelColor: 'colour',
  panelIcon: 'icon',
  panelIconText: 'icon text',
  panelType: 'kind',
  resourceId: 'of block',
  rowspan: 'rows',
  shortName: 'name',
  timestamp: 'day',
  url: 'address',
};

/** The value of an attribute as it is shown and read out, wherever it stands. */
export function valueWords(name: string, value: unknown): string {
  if (name === 'timestamp') return dayOf(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** A day; an instant that is not the beginning of one is told whole. */
function dayOf(timestamp: unknown): string {
  const instant = new Date(Number(timestamp));
  if (String(timestamp).trim() === '' || Number.isNaN(instant.getTime())) return `no day: ${String(timestamp)}`;
  const text = instant.toISOString();
  return text.endsWith('T00:00:00.000Z') && String(timestamp) === String(instant.getTime())
    ? text.slice(0, 10)
    : `${text} (${String(timestamp)})`;
}

/** Each attribute as a comparison prints it: its name, and its value so that no two values print alike. */
export const attributeWords = ({ attrs = {} }: Pick<AdfMark, 'attrs'>): string[] =>
  Object.entries(attrs).map(
    ([name, value]) => `${entryOf(NAMES, name) ?? named(name, Object.values(NAMES))} ${quoted(name, value)}`,
  );

/** What no list knows stands for itself, and in quotation marks where it could be taken for one of `words`. */
export const named = (name: string, words: readonly string[]): string =>
  /^\w+$/.test(name) && !words.includes(name) ? name : marked(JSON.stringify(name));

const quoted = (name: string, value: unknown): string => {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (name === 'timestamp' && typeof value === 'string') return marked(`"${dayOf(value)}"`);
  return marked(JSON.stringify(value));
};

/** Within a marker no bracket stands for itself. */
const marked = (json: string): string => json.replaceAll('[', '\\u005b').replaceAll(']', '\\u005d');
