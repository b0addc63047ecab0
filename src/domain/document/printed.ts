import { type AdfMark, entryOf } from './adf';
import { attributeWords, named } from './attribute-words';
import { type Canonical, isKnown, isPlain } from './canonical';
import { INLINE } from './shapes';

/** A piece of a printed line: words of the text, or what is said about them. */
export interface Piece {
  marker: boolean;
  text: string;
}
export type Line = readonly Piece[];

/** Blocks that are a line; every other block has a line where it begins and one where it ends. */
const LINES = new Set([
  ...['paragraph', 'heading', 'codeBlock', 'caption', 'taskItem', 'decisionItem', 'rule', 'media'],
  ...['blockCard', 'embedCard', 'extension', 'syncBlock'],
]);

const WORDS: Readonly<Record<string, string>> = {
  blockCard: 'card',
  blockTaskItem: 'task',
  bodiedExtension: 'macro with text',
  bodiedSyncBlock: 'synced from here',
  bulletList: 'list',
  codeBlock: 'code',
  decisionItem: 'decision',
  decisionList: 'decisions',
  embedCard: 'embedded',
  extension: 'macro',
  hardBreak: 'break',
  inlineCard: 'link',
  inlineExtension: 'macro in the line',
  layoutColumn: 'column',
  layoutSection: 'columns',
  listItem: 'item',
  media: 'file or image',
  mediaGroup: 'files',
  mediaInline: 'file in the line',
  mediaSingle: 'figure',
  mention: 'person',
  nestedExpand: 'inner expand',
  orderedList: 'numbered list',
  placeholder: 'to be written',
  rule: 'line',
  syncBlock: 'kept on another page',
  tableCell: 'cell',
  tableHeader: 'header cell',
  tableRow: 'row',
  taskItem: 'task',
  taskList: 'tasks',
};
const MARK_WORDS: Readonly<Record<string, string>> = {
  backgroundColor: 'background',
  em: 'italic',
  fontSize: 'size',
  strike: 'struck',
  strong: 'bold',
  subsup: 'sub or sup',
  textColor: 'colour',
  underline: 'underlined',
};

/**
 * A text as lines that say everything in it: two texts print alike if and only if they are the same (`printing` of
 * `controls/documents/rendering.json`).
 */
export const printed = (blocks: readonly Canonical[]): Line[] => blocks.flatMap(linesOf);

function linesOf(node: Canonical): Line[] {
  if (INLINE.has(node.type)) return [[marker('in no paragraph'), ...piecesOf(node)]];
  if (LINES.has(node.type)) {
    const within = (node.content ?? []).flatMap(piecesOf);
    const isBare = node.type === 'paragraph' && !node.attrs && !node.marks && node.text === undefined;
    if (isBare) return [within.length > 0 ? within : [marker('empty paragraph')]];
    return [[marker(beginning(node)), ...within]];
  }
  return [[marker(beginning(node))], ...printed(node.content ?? []), [marker(`end of ${wordOf(node)}`)]];
}

/** A node within a line, with what its marks say before and after it. */
function piecesOf(node: Canonical): Piece[] {
  const marks = node.marks ?? [];
  return [
    ...marks.map((mark) => marker(markBeginning(mark))),
    ...(isPlain(node) ? visible(node.text ?? '') : [marker(beginning({ ...node, marks: [] }))]),
    ...(node.content ?? []).flatMap(piecesOf),
    ...(node.content ? [marker(`end of ${wordOf(node)}`)] : []),
    ...marks.map((mark) => marker(`end of ${markWord(mark)}`)).reverse(),
  ];
}

const marker = (text: string): Piece => ({ marker: true, text });

const wordOf = ({ type }: Canonical): string => entryOf(WORDS, type) ?? named(type, Object.values(WORDS));

/** "cell, columns 2, background "#ffffff"", and that a part is not known. */
function beginning(node: Canonical): string {
  const marks = (node.marks ?? []).map(markBeginning);
  // Words where none are expected; those of a text stand as they are.
  const own = node.text === undefined ? [] : attributeWords({ attrs: { 'own words': node.text } });
  return [isKnown(node) ? '' : 'unknown part', wordOf(node), ...attributeWords(node), ...own, ...marks]
    .filter(Boolean)
    .join(', ');
}

const markBeginning = (mark: AdfMark): string => [markWord(mark), ...attributeWords(mark)].join(', ');

const markWord = ({ type }: AdfMark): string => entryOf(MARK_WORDS, type) ?? named(type, Object.values(MARK_WORDS));

/** Characters that look like nothing, or like another one, by name: line breaks, too. */
const INVISIBLE: Readonly<Record<string, string>> = {
  '\n': 'new line',
  '\t': 'tab',
  '\u00a0': 'no-break space',
  '\u00ad': 'soft hyphen',
  '\u200b': 'zero-width space',
  '\u200c': 'zero-width non-joiner',
  '\u200d': 'zero-width joiner',
  '\u2060': 'word joiner',
  '\ufeff': 'byte order mark',
};
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u00a0\u2000-\u200a\u202f\u205f\u3000]/u;

function visible(text: string): Piece[] {
  const pieces: Piece[] = [];
  let words = '';
  for (const character of text) {
    if (!UNSEEN.test(character)) {
      words += character;
      continue;
    }
    if (words !== '') pieces.push({ marker: false, text: words });
    words = '';
    const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
    pieces.push(marker(entryOf(INVISIBLE, character) ?? `character U+${code}`));
  }
  return words === '' ? pieces : [...pieces, { marker: false, text: words }];
}

/** A line as text: markers in brackets, and brackets of the text doubled. */
export const lineText = (line: Line): string =>
  line
    .map(({ marker: isMarker, text }) => (isMarker ? `[${text}]` : text.replaceAll('[', '[[').replaceAll(']', ']]')))
    .join('');
