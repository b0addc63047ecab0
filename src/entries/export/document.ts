import { type AdfMark, type AdfNode, entryOf } from '../../domain/document/adf';
import { valueWords } from '../../domain/document/attribute-words';
import { type Canonical, canonical, isKnown, isPlain } from '../../domain/document/canonical';
import { INLINE, isCount, LEAVES } from '../../domain/document/shapes';
import {
  EXPORTED,
  FILE_NOT_SHOWN,
  LIVE_LIST,
  NO_DESCRIPTION,
  OTHER_APP,
  SOME_DAY,
  SOME_PERSON,
  TO_BE_WRITTEN,
  unknownPartWords,
} from '../../words/document';

/**
 * A text of people for PDF and Word: the few nodes that every converter draws alike, with all that a reader sees on the screen
 * said in words. Ids of people and files say nothing there, and are left out.
 */
export const exportedDocument = (blocks: readonly AdfNode[]): AdfNode[] => blocksOf(canonical(blocks));

type Attributes = Readonly<Record<string, unknown>>;

const text = (words: string, marks: readonly AdfMark[] = []): AdfNode => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 ? { marks } : {}),
});
const paragraph = (...content: AdfNode[]): AdfNode => ({
  type: 'paragraph',
  // An empty text node is not allowed in the format.
  content: withWords(content),
});
const withWords = (content: readonly AdfNode[]): AdfNode[] =>
  content.filter((node) => node.type !== 'text' || node.text !== '');
const em = (words: string): AdfNode => text(words, [{ type: 'em' }]);
const strong = (words: string): AdfNode => text(words, [{ type: 'strong' }]);

/** Values of attributes in brackets, those that nobody reads left out. */
function said(attrs: Attributes, ...without: string[]): AdfNode[] {
  const words = Object.entries(attrs)
    .filter(([name, value]) => value !== undefined && !without.includes(name))
    .map(([name, value]) => valueWords(name, value));
  return words.length > 0 ? [em(`(${words.join(', ')}) `)] : [];
}

const blocksOf = (nodes: readonly Canonical[] = []): AdfNode[] => {
  const blocks: AdfNode[] = [];
  let line: Canonical[] = [];
  const endLine = () => {
    if (line.length > 0) blocks.push(paragraph(...line.flatMap(inlineOf)));
    line = [];
  };
  for (const node of nodes) {
    if (INLINE.has(node.type)) line.push(node);
    else {
      endLine();
      blocks.push(...blockOf(node));
    }
  }
  endLine();
  return blocks;
};

/** Containers that converters draw by themselves. */
const KEPT = new Set([
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'rule',
  'table',
  'tableRow',
  'tableCell',
  'tableHeader',
]);
/** Attributes that they draw, too, as far as the value is one that they know; any other is said. */
const KEPT_ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, (value: unknown) => boolean>>>> = {
  orderedList: { order: isCount },
  table: { isNumberColumnEnabled: (value) => value === true },
  tableCell: { colspan: isCount, rowspan: isCount },
  tableHeader: { colspan: isCount, rowspan: isCount },
};

/** A block with whatever people's tools put where none is expected: marks, words, and content of what holds none. */
function blockOf(node: Canonical): AdfNode[] {
  if (!isKnown(node)) return unknown(node);
  const before = lineOf([...marksSaid(node.marks), ...(node.text ? [text(node.text)] : [])]);
  return [...before, ...knownBlock(node), ...(LEAVES.has(node.type) ? blocksOf(node.content) : [])];
}

function knownBlock(node: Canonical): AdfNode[] {
  const { type, attrs = {}, content = [] } = node;
  if (KEPT.has(type)) return [keptOf(type, attrs, content)];
  const within = content.flatMap(inlineOf);
  switch (type) {
    case 'paragraph':
    case 'caption':
      return [paragraph(...within)];
    case 'heading':
      return [{ type, attrs: { level: levelOf(attrs.level) }, content: withWords(within) }];
    case 'codeBlock':
      return [...lineOf(said(attrs)), ...codeOf(content)];
    case 'expand':
    case 'nestedExpand':
      return [
        paragraph(strong(attrs.title === undefined ? EXPORTED.expand : valueWords('title', attrs.title))),
        ...blocksOf(content),
      ];
    case 'panel': {
      const { panelType, ...others } = attrs;
      const kind = strong(`${panelType === undefined ? EXPORTED.panel : valueWords('panelType', panelType)}: `);
      return [paragraph(kind, ...said(others)), ...blocksOf(content)];
    }
    case 'taskItem':
    case 'blockTaskItem':
      return itemOf(attrs.state === 'DONE' ? EXPORTED.taskDone : EXPORTED.taskOpen, node);
    case 'decisionItem':
      return itemOf(attrs.state === 'DECIDED' ? EXPORTED.decided : EXPORTED.undecided, node);
    case 'blockCard':
    case 'embedCard':
      return [paragraph(...cardOf(attrs))];
    case 'media':
      return [paragraph(...fileOf(attrs))];
    case 'extension':
    case 'bodiedExtension':
      return [paragraph(em(`${OTHER_APP} `), ...said(attrs)), ...blocksOf(content)];
    case 'syncBlock':
    case 'bodiedSyncBlock':
      return [paragraph(em(EXPORTED.otherPage), ...said(attrs)), ...blocksOf(content)];
    default:
      return blocksOf(content);
  }
}

/** Code keeps its spaces; whatever else stands in it follows. */
function codeOf(content: readonly Canonical[]): AdfNode[] {
  const words = content.filter(isPlain).map(({ text: part = '' }) => part);
  const others = content.filter((part) => !isPlain(part));
  return [...(words.length > 0 ? [{ type: 'codeBlock', content: [text(words.join('\n'))] }] : []), ...blocksOf(others)];
}

const levelOf = (level: unknown): number => (Number.isInteger(level) ? Math.min(6, Math.max(1, Number(level))) : 1);

const lineOf = (words: readonly AdfNode[]): AdfNode[] => (words.length > 0 ? [paragraph(...words)] : []);

function keptOf(type: string, attrs: Attributes, content: readonly Canonical[]): AdfNode {
  const drawn = KEPT_ATTRIBUTES[type] ?? {};
  const kept = Object.fromEntries(Object.entries(attrs).filter(([name, value]) => drawn[name]?.(value)));
  const inside = blocksOf(content);
  // What a cell says beside its words, such as its colour, stands before them.
  const before = lineOf(said(attrs, ...Object.keys(kept)));
  return {
    type,
    ...(Object.keys(kept).length > 0 || type === 'table' ? { attrs: kept } : {}),
    ...(type === 'rule' ? {} : { content: [...before, ...inside] }),
  };
}

/** An item whose state is a word: its lines as one, and blocks after it. */
function itemOf(word: string, { content = [] }: Canonical): AdfNode[] {
  const isInline = content.every(({ type }) => INLINE.has(type));
  return isInline
    ? [paragraph(text(word), ...content.flatMap(inlineOf))]
    : [paragraph(text(word)), ...blocksOf(content)];
}

const cardOf = ({ url, data, datasource }: Attributes): AdfNode[] => [
  ...(url === undefined ? [] : [text(valueWords('url', url))]),
  ...said({ data, datasource }),
  ...(datasource === undefined ? [] : [em(LIVE_LIST)]),
];

const fileOf = (attrs: Attributes): AdfNode[] => [
  em(FILE_NOT_SHOWN),
  text(attrs.alt === undefined ? NO_DESCRIPTION : `${valueWords('alt', attrs.alt)} `),
  ...said(attrs, 'alt', 'id', 'type'),
];

/** A part that nobody knows, with its words. */
function unknown(node: Canonical): AdfNode[] {
  const words = [
    em(unknownPartWords(node.type)),
    ...said(node.attrs ?? {}),
    ...marksSaid(node.marks),
    text(node.text ?? ''),
  ];
  return [paragraph(...words), ...blocksOf(node.content)];
}

/** As `blockOf`, within a line. */
function inlineOf(node: Canonical): AdfNode[] {
  const { type, attrs = {}, content = [] } = node;
  const within = content.flatMap(inlineOf);
  const known = isKnown(node) ? entryOf(INLINE_NODES, type)?.(attrs) : undefined;
  if (type === 'text' && known) return [...marksSaid(node.marks), wordsOf(node), ...within];
  return [
    ...(known ?? [em(isKnown(node) ? '' : unknownPartWords(type)), ...said(attrs)]),
    ...marksSaid(node.marks),
    text(node.text ?? ''),
    ...within,
  ];
}

const wordsOf = ({ text: words = '', marks = [] }: Canonical): AdfNode =>
  text(
    words,
    marks.filter((mark) => PLAIN_MARKS.has(mark.type)),
  );

const INLINE_NODES: Readonly<Record<string, (attrs: Attributes) => AdfNode[]>> = {
  text: () => [],
  hardBreak: () => [{ type: 'hardBreak' }],
  date: ({ timestamp }) => [text(timestamp === undefined ? SOME_DAY : valueWords('timestamp', timestamp))],
  emoji: ({ shortName }) => [text(valueWords('shortName', shortName ?? ''))],
  mention: () => [text(SOME_PERSON)],
  status: (attrs) => [text(`${valueWords('text', attrs.text ?? '')} `), ...said(attrs, 'text')],
  placeholder: (attrs) => [em(TO_BE_WRITTEN), ...said(attrs)],
  inlineCard: (attrs) => cardOf(attrs),
  mediaInline: (attrs) => fileOf(attrs),
  inlineExtension: (attrs) => [em(EXPORTED.otherAppInLine), ...said(attrs)],
};

/** Marks that converters draw and that say nothing besides. */
const PLAIN_MARKS = new Set(['strong', 'em', 'code', 'underline', 'strike', 'subsup']);

/** What the other marks say: an address, a colour, a size. */
const marksSaid = (marks: readonly AdfMark[] = []): AdfNode[] =>
  marks.filter(({ type }) => !PLAIN_MARKS.has(type)).flatMap(({ attrs = {} }) => said(attrs));
