import { type MarkSpec, type NodeSpec, Schema } from 'prosemirror-model';

/**
 * The editor's schema: nodes and marks carry the names of Atlassian's document format, so a document of the editor is a
 * document of Confluence. What the editor does not know is kept whole in `unsupported*` nodes and marks; attributes and
 * marks of a known block that it does not edit ride along in `kept`.
 */

const kept = { kept: { default: null } };
const BLOCKS_IN_TEXT = 'paragraph | bulletList | orderedList | codeBlock | extension | unsupportedBlock';
const BLOCKS_IN_CELL = `${BLOCKS_IN_TEXT} | heading | panel | blockquote | rule`;

const spanOf = ({ colSpan, rowSpan }: HTMLTableCellElement) => ({ colspan: colSpan || 1, rowspan: rowSpan || 1 });

const cell = (tag: 'td' | 'th'): NodeSpec => ({
  content: `(${BLOCKS_IN_CELL})+`,
  attrs: { colspan: { default: 1 }, rowspan: { default: 1 }, ...kept },
  isolating: true,
  parseDOM: [{ tag, getAttrs: (dom) => spanOf(dom as HTMLTableCellElement) }],
  toDOM: ({ attrs }) => [tag, { colspan: attrs.colspan, rowspan: attrs.rowspan }, 0],
});

/** A small thing in a line that is kept and not edited. */
const chip = (words: (attrs: Record<string, unknown>) => string): NodeSpec => ({
  inline: true,
  group: 'inline',
  atom: true,
  attrs: { adf: { default: {} } },
  toDOM: ({ attrs }) => [
    'span',
    { class: 'chip' },
    words((attrs.adf as { attrs?: Record<string, unknown> }).attrs ?? {}),
  ],
});

const nodes: Record<string, NodeSpec> = {
  doc: { content: 'block+' },
  paragraph: {
    content: 'inline*',
    group: 'block',
    attrs: kept,
    parseDOM: [{ tag: 'p' }],
    toDOM: () => ['p', 0],
  },
  heading: {
    content: 'inline*',
    group: 'block',
    defining: true,
    attrs: { level: { default: 1 }, ...kept },
    parseDOM: [1, 2, 3, 4, 5, 6].flatMap((level) => [
      { tag: `[data-level="${level}"]`, attrs: { level }, priority: 60 },
      { tag: `h${level}`, attrs: { level } },
    ]),
    // As in the page that is read: its title is the first heading, those of the text come below it.
    toDOM: ({ attrs }) => [`h${Math.min(6, Number(attrs.level) + 1)}`, { 'data-level': attrs.level }, 0],
  },
  bulletList: {
    content: '(listItem | unsupportedBlock)+',
    group: 'block',
    attrs: kept,
    parseDOM: [{ tag: 'ul' }],
    toDOM: () => ['ul', 0],
  },
  orderedList: {
    content: '(listItem | unsupportedBlock)+',
    group: 'block',
    attrs: { order: { default: 1 }, ...kept },
    parseDOM: [{ tag: 'ol', getAttrs: (dom) => ({ order: (dom as HTMLOListElement).start || 1 }) }],
    toDOM: ({ attrs }) => ['ol', { start: attrs.order }, 0],
  },
  listItem: {
    content: `(paragraph | codeBlock | unsupportedBlock) (${BLOCKS_IN_TEXT})*`,
    defining: true,
    attrs: kept,
    parseDOM: [{ tag: 'li' }],
    toDOM: () => ['li', 0],
  },
  blockquote: {
    content: `(${BLOCKS_IN_TEXT})+`,
    group: 'block',
    defining: true,
    attrs: kept,
    parseDOM: [{ tag: 'blockquote' }],
    toDOM: () => ['blockquote', 0],
  },
  panel: {
    content: `(${BLOCKS_IN_TEXT} | heading | rule)+`,
    group: 'block',
    defining: true,
    attrs: { panelType: { default: 'info' }, ...kept },
    parseDOM: [
      { tag: 'div[data-panel]', getAttrs: (dom) => ({ panelType: dom.getAttribute('data-panel') ?? 'info' }) },
    ],
    toDOM: ({ attrs }) => ['div', { 'data-panel': attrs.panelType, class: `editor-panel panel-${attrs.panelType}` }, 0],
  },
  codeBlock: {
    content: 'text*',
    marks: '',
    group: 'block',
    code: true,
    defining: true,
    attrs: { language: { default: null }, ...kept },
    parseDOM: [{ tag: 'pre', preserveWhitespace: 'full' }],
    toDOM: () => ['pre', ['code', 0]],
  },
  rule: { group: 'block', attrs: kept, parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },
  table: {
    content: 'tableRow+',
    group: 'block',
    isolating: true,
    attrs: kept,
    parseDOM: [{ tag: 'table' }],
    toDOM: () => ['table', ['tbody', 0]],
  },
  tableRow: {
    content: '(tableCell | tableHeader)+',
    attrs: kept,
    parseDOM: [{ tag: 'tr' }],
    toDOM: () => ['tr', 0],
  },
  tableCell: cell('td'),
  tableHeader: cell('th'),
  extension: {
    group: 'block',
    atom: true,
    selectable: true,
    draggable: false,
    attrs: { adf: { default: {} } },
    toDOM: () => ['div', { class: 'macro-card' }],
  },
  bodiedExtension: {
    content: `(${BLOCKS_IN_CELL} | table)+`,
    group: 'block',
    defining: true,
    isolating: true,
    attrs: { adf: { default: {} } },
    toDOM: () => ['div', { class: 'macro-card' }, 0],
  },
  unsupportedBlock: {
    group: 'block',
    atom: true,
    attrs: { adf: { default: {} } },
    toDOM: ({ attrs }) => [
      'div',
      { class: 'kept-block' },
      `Kept as it is: ${String((attrs.adf as { type?: string }).type)}`,
    ],
  },
  text: { group: 'inline' },
  hardBreak: {
    inline: true,
    group: 'inline',
    selectable: false,
    parseDOM: [{ tag: 'br' }],
    toDOM: () => ['br'],
  },
  status: chip(({ text }) => String(text ?? '')),
  date: chip(({ timestamp }) =>
    new Date(Number(timestamp)).toLocaleDateString('en', { dateStyle: 'medium', timeZone: 'UTC' }),
  ),
  mention: chip(({ text }) => String(text ?? '@someone')),
  emoji: chip(({ text, shortName }) => String(text ?? shortName ?? '')),
  inlineCard: chip(({ url }) => String(url ?? 'link')),
  unsupportedInline: chip(({ text }) => `[${String(text ?? 'kept as it is')}]`),
};

const tagged = (tag: string, more: MarkSpec['parseDOM'] = []): MarkSpec => ({
  parseDOM: [{ tag }, ...more],
  toDOM: () => [tag, 0],
});

const marks: Record<string, MarkSpec> = {
  link: {
    attrs: { href: {}, ...kept },
    inclusive: false,
    parseDOM: [{ tag: 'a[href]', getAttrs: (dom) => ({ href: dom.getAttribute('href') }) }],
    // Text of the editor is edited, not followed: the address is shown and is no link.
    toDOM: ({ attrs }) => ['span', { class: 'editor-link', title: String(attrs.href) }, 0],
  },
  strong: tagged('strong', [{ tag: 'b' }]),
  em: tagged('em', [{ tag: 'i' }]),
  strike: tagged('s', [{ tag: 'del' }]),
  underline: tagged('u'),
  code: { ...tagged('code'), code: true },
  unsupportedMark: { attrs: { adf: {} }, excludes: '', toDOM: () => ['span', 0] },
};

export const schema = new Schema({ nodes, marks });
