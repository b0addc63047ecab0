import type { AdfNode } from '../site/adf';
import { columnWidths } from './column-widths';

/** A document drawn as elements: a closed set of tags and attributes, so that no text of a page becomes markup. */
export interface Element {
  readonly tag: Tag;
  readonly attributes: Readonly<Record<string, string>>;
  /** CSS properties; colours and widths only, checked. */
  readonly style?: Readonly<Record<string, string>>;
  readonly children: readonly Rendered[];
}
/** The place of a macro: whoever draws puts a frame, an export or a line there. */
export interface MacroPlace {
  readonly macro: AdfNode;
  readonly children: readonly Rendered[];
}
export type Rendered = string | Element | MacroPlace;

export type Tag =
  | 'p'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'h4'
  | 'h5'
  | 'h6'
  | 'ul'
  | 'ol'
  | 'li'
  | 'blockquote'
  | 'pre'
  | 'code'
  | 'hr'
  | 'br'
  | 'table'
  | 'colgroup'
  | 'col'
  | 'tbody'
  | 'tr'
  | 'th'
  | 'td'
  | 'div'
  | 'span'
  | 'strong'
  | 'em'
  | 'u'
  | 's'
  | 'sub'
  | 'sup'
  | 'a'
  | 'time'
  | 'details'
  | 'summary';

interface Mark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}
type Node = AdfNode & { readonly marks?: readonly Mark[] | undefined };

const COLOUR = /^#[0-9a-fA-F]{3,8}$/;
const PANELS = new Set(['info', 'note', 'tip', 'warning', 'error', 'success', 'custom']);
const STATUS_COLOURS = new Set(['neutral', 'purple', 'blue', 'red', 'yellow', 'green']);

const element = (
  tag: Tag,
  children: readonly Rendered[],
  attributes: Record<string, string> = {},
  style?: Record<string, string>,
): Element => ({ tag, attributes, children, ...(style ? { style } : {}) });

/** The address of a link that may be followed, or null: web, mail and this site only. */
export function safeHref(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value.trim();
  if (/^(\/(?!\/)|#)/.test(text)) return text;
  try {
    const url = new URL(text);
    return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

const words = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const whole = (value: unknown, fallback: number): number => (Number.isInteger(value) ? Number(value) : fallback);

/** The text of a date node, `2026-01-31`; its timestamp is epoch milliseconds as text. */
function dateText(node: AdfNode): string {
  const instant = Number(node.attrs?.timestamp);
  return Number.isFinite(instant) && Math.abs(instant) <= 8.64e15 ? new Date(instant).toISOString().slice(0, 10) : '';
}

/** What an inline node that is no text says. */
export function inlineText(node: AdfNode): string {
  const { attrs = {} } = node;
  if (node.type === 'date') return dateText(node);
  if (node.type === 'mention') return words(attrs.text) || '@…';
  if (node.type === 'emoji') return words(attrs.text) || words(attrs.shortName);
  if (node.type === 'status') return words(attrs.text);
  if (node.type === 'inlineCard' || node.type === 'blockCard' || node.type === 'embedCard') return words(attrs.url);
  return node.text ?? '';
}

const isMacro = (node: AdfNode): boolean => /^(extension|inlineExtension|bodiedExtension)$/.test(node.type);

/** Draws the nodes of a document. */
export function elementsOf(nodes: readonly AdfNode[] = []): Rendered[] {
  return nodes.flatMap((node) => (isMacro(node) ? [{ macro: node, children: elementsOf(node.content) }] : one(node)));
}

function one(node: Node): Rendered[] {
  const block = BLOCKS[node.type];
  if (block) return [block(node, elementsOf(node.content))];
  if (node.type === 'text') return [marked(node.text ?? '', node.marks ?? [])];
  const inline = INLINE[node.type];
  if (inline) return [inline(node)];
  // Unknown nodes are not lost: what they hold is drawn.
  return elementsOf(node.content);
}

const link = (href: unknown, text: Rendered): Rendered => {
  const safe = safeHref(href);
  return safe === null ? element('span', [text]) : element('a', [text], { href: safe, rel: 'noopener noreferrer' });
};

const INLINE: Readonly<Record<string, (node: Node) => Rendered>> = {
  hardBreak: () => element('br', []),
  date: (node) => element('time', [dateText(node)], { datetime: dateText(node) }),
  mention: (node) => element('span', [inlineText(node)], { class: 'adf-mention' }),
  emoji: inlineText,
  status: (node) => {
    const colour = words(node.attrs?.color);
    const name = STATUS_COLOURS.has(colour) ? colour : 'neutral';
    return element('span', [inlineText(node)], { class: `adf-status adf-status-${name}` });
  },
  inlineCard: (node) => link(node.attrs?.url, inlineText(node)),
  mediaInline: () => '[file]',
};

const plain = (tag: Tag, className?: string) => (_node: Node, children: Rendered[]) =>
  element(tag, children, className ? { class: className } : {});

const cell = (tag: 'td' | 'th') => (node: Node, children: Rendered[]) => {
  const span = (name: 'colspan' | 'rowspan') => {
    const value = whole(node.attrs?.[name], 1);
    return value > 1 ? { [name]: String(value) } : {};
  };
  const background = words(node.attrs?.background);
  return element(
    tag,
    children,
    { ...span('colspan'), ...span('rowspan') },
    COLOUR.test(background) ? { 'background-color': background } : undefined,
  );
};

const BLOCKS: Readonly<Record<string, (node: Node, children: Rendered[]) => Rendered>> = {
  paragraph: plain('p'),
  heading: (node, children) => {
    const level = Math.min(6, Math.max(1, whole(node.attrs?.level, 1)));
    return element(`h${level}` as Tag, children);
  },
  bulletList: plain('ul'),
  orderedList: (node, children) =>
    element('ol', children, whole(node.attrs?.order, 1) > 1 ? { start: String(node.attrs?.order) } : {}),
  listItem: plain('li'),
  taskList: plain('ul', 'adf-tasks'),
  taskItem: (node, children) => element('li', [node.attrs?.state === 'DONE' ? '☑ ' : '☐ ', ...children]),
  decisionList: plain('ul', 'adf-decisions'),
  decisionItem: (_node, children) => element('li', ['✔ ', ...children]),
  blockquote: plain('blockquote'),
  codeBlock: (_node, children) => element('pre', [element('code', children)]),
  rule: () => element('hr', []),
  panel: (node, children) => {
    const type = words(node.attrs?.panelType);
    return element('div', children, {
      class: `adf-panel adf-panel-${PANELS.has(type) ? type : 'info'}`,
      role: 'note',
    });
  },
  expand: (node, children) =>
    element('details', [element('summary', [words(node.attrs?.title) || 'Details']), ...children], { open: '' }),
  nestedExpand: (node, children) =>
    element('details', [element('summary', [words(node.attrs?.title) || 'Details']), ...children], { open: '' }),
  table: (node, children) => {
    const widths = columnWidths(node);
    const columns = widths?.map((width) => element('col', [], {}, { width: `${width}px` })) ?? [];
    return element('table', [...(widths ? [element('colgroup', columns)] : []), element('tbody', children)]);
  },
  tableRow: plain('tr'),
  tableHeader: cell('th'),
  tableCell: cell('td'),
  layoutSection: plain('div', 'adf-layout'),
  layoutColumn: plain('div', 'adf-layout-column'),
  mediaSingle: plain('div', 'adf-media'),
  mediaGroup: plain('div', 'adf-media'),
  media: (node) => element('span', [`[${words(node.attrs?.alt) || 'file'}]`]),
  blockCard: (node) => element('p', [link(node.attrs?.url, inlineText(node))]),
  embedCard: (node) => element('p', [link(node.attrs?.url, inlineText(node))]),
};

const MARK_TAGS: Readonly<Record<string, Tag>> = {
  strong: 'strong',
  em: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
};

function marked(text: string, marks: readonly Mark[]): Rendered {
  return marks.reduce<Rendered>((inner, mark) => {
    const tag = MARK_TAGS[mark.type];
    if (tag) return element(tag, [inner]);
    if (mark.type === 'link') return link(mark.attrs?.href, inner);
    if (mark.type === 'subsup') return element(mark.attrs?.type === 'sup' ? 'sup' : 'sub', [inner]);
    const colour = words(mark.attrs?.color);
    if (!COLOUR.test(colour)) return inner;
    if (mark.type === 'textColor') return element('span', [inner], {}, { color: colour });
    if (mark.type === 'backgroundColor') return element('span', [inner], {}, { 'background-color': colour });
    return inner;
  }, text);
}
