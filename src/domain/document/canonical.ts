import { type Attributes, DEFAULTS, MARKS, NODES, SILENT_MARKS } from '../../../controls/documents/attributes';
import { type AdfMark, type AdfNode, entryOf } from './adf';

/**
 * One spelling for each text: what two people would call the same is the same here, and whatever a reader is shown is in it.
 * View, comparison, export and fingerprint are made of this and of nothing else (`controls/documents/rendering.json`).
 */
export interface Canonical {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly marks?: readonly AdfMark[];
  readonly content?: readonly Canonical[];
}

/** The blocks of a text as they count; names stand in order everywhere, for the fingerprint is of this. */
export const canonical = (blocks: readonly AdfNode[]): Canonical[] => joined(blocks.map(canonicalNode));

function canonicalNode(node: AdfNode): Canonical {
  const attrs = attributesOf(node.attrs, entryOf(NODES, node.type)?.silent ?? []);
  const marks = (node.marks ?? [])
    .filter(({ type }) => !SILENT_MARKS.includes(type))
    .map((mark) => ({
      ...some('attrs', attributesOf(mark.attrs, entryOf(MARKS, mark.type)?.silent ?? [])),
      type: mark.type,
    }))
    .sort((a, b) => (a.type < b.type ? -1 : 1));
  return {
    ...some('attrs', attrs),
    ...some('content', canonical(node.content ?? [])),
    ...(marks.length > 0 ? { marks } : {}),
    ...(node.text === undefined && node.type !== 'text' ? {} : { text: spelled(node.text ?? '') }),
    type: node.type,
  };
}

/** Lines end with LF, and a letter has one form; nothing else is folded. */
const spelled = (text: string): string => text.replace(/\r\n?/g, '\n').normalize('NFC');

const some = <Name extends string, Part extends object>(name: Name, part: Part): { [Key in Name]?: Part } =>
  Object.keys(part).length > 0 ? ({ [name]: part } as { [Key in Name]: Part }) : {};

/**
 * The attributes that count, in order of their names. What no list knows counts whole: nobody can say that it says nothing.
 */
function attributesOf(attrs: AdfNode['attrs'], silent: readonly string[]): Record<string, unknown> {
  const entries = Object.entries(attrs ?? {})
    .filter(([name]) => !silent.includes(name))
    .map(([name, value]) => [name, name === 'parameters' ? parametersOf(value) : spelledValue(value)] as const)
    .filter(([name, value]) => !isAbsent(value) && value !== entryOf(DEFAULTS, name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries);
}

/** Of a macro's parameters those count that people set; the others identify one drawing of it. */
function parametersOf(value: unknown): unknown {
  const { macroParams, guestParams } = (value ?? {}) as Record<string, unknown>;
  return spelledValue({ guestParams, macroParams });
}

const isAbsent = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** Any value of JSON in one spelling. */
function spelledValue(value: unknown): unknown {
  if (typeof value === 'string') return spelled(value);
  if (Array.isArray(value)) return value.map(spelledValue);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .map(([name, inner]) => [name, spelledValue(inner)] as const)
    .filter(([, inner]) => !isAbsent(inner))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries);
}

/** Neighbouring texts with equal marks are one; an empty one says nothing. */
function joined(nodes: readonly Canonical[]): Canonical[] {
  const all: Canonical[] = [];
  for (const node of nodes) {
    if (isPlain(node) && node.text === '') continue;
    const last = all.at(-1);
    if (last && isPlain(last) && isPlain(node) && isAlike(last, node))
      all[all.length - 1] = { ...last, text: spelled(`${last.text ?? ''}${node.text ?? ''}`) };
    else all.push(node);
  }
  return all;
}

/** Words and their marks, and nothing besides. */
export const isPlain = ({ type, attrs, content }: Canonical): boolean => type === 'text' && !attrs && !content;

const isAlike = (a: Canonical, b: Canonical): boolean => JSON.stringify(a.marks) === JSON.stringify(b.marks);

/** The text as RFC 8785 writes it: without a space, and with names in order, as `canonical` puts them. */
export const canonicalText = (blocks: readonly Canonical[]): string => JSON.stringify(blocks);

/**
 * Any value of JSON as RFC 8785 writes it: names in order, no space; its texts with one form for each letter and LF at the end of
 * a line. Nothing is left out.
 */
export const canonicalJson = (value: unknown): string => JSON.stringify(inOrder(value));

function inOrder(value: unknown): unknown {
  if (typeof value === 'string') return spelled(value);
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [spelled(name), inOrder(inner)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** SHA-256 of a text, as 64 hexadecimal digits. */
export async function sha256(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether all of a part is known: what is not is drawn as such, and its words with it. */
export const isKnown = ({ type, attrs, marks = [] }: Canonical): boolean =>
  isListed(entryOf(NODES, type), attrs) && marks.every((mark) => isListed(entryOf(MARKS, mark.type), mark.attrs));

const isListed = (known: Attributes | undefined, attrs: AdfNode['attrs'] = {}): boolean =>
  known !== undefined && Object.keys(attrs).every((name) => known.shown.includes(name));
