import { load } from 'cheerio';
import { renderToStaticMarkup } from 'react-dom/server';
import type { AdfNode } from '../../src/domain/document/adf';
import { valueWords } from '../../src/domain/document/attribute-words';
import { type Canonical, canonical } from '../../src/domain/document/canonical';
import { exportedDocument } from '../../src/entries/export/document';
import { compared } from '../../static/shared/ui/document/compared';
import { DocumentView } from '../../static/shared/ui/document/document-view';
import { documents } from '../domain/document/documents';
import fc from '../support/by-chance';

/** View, export and comparison say what the canonical text says (`documents.md` 12 and 27). */

const RUNS = 300 * Number(process.env.LAW_RUNS ?? 1);

/** Words of a text and of its shown attributes, sorted. */
const wordsOf = (parts: readonly string[]): string[] =>
  parts
    .flatMap((part) => part.split(/\s+/))
    .filter(Boolean)
    .sort();

const saidBy = ({ text, attrs = {}, marks = [], content = [] }: Canonical): string[] => [
  ...(text === undefined ? [] : [text]),
  ...[attrs, ...marks.map((mark) => mark.attrs ?? {})].flatMap((all) =>
    Object.entries(all).map(([name, value]) => valueWords(name, value)),
  ),
  ...content.flatMap(saidBy),
];

/** What a reader is told by the drawn text: its words, and what elements say by attributes; the product's own words apart. */
function drawnWords(blocks: readonly AdfNode[]): string[] {
  const html = renderToStaticMarkup(
    <DocumentView blocks={blocks} link={(address, shown) => <a href={address}>{shown}</a>} />,
  );
  const page = load(html, { xml: true }, false);
  page('[data-own]').remove();
  const parts: string[] = [];
  page('*').each((_, element) => {
    const of = page(element);
    for (const name of ['data-said', 'data-kind', 'href', 'start', 'colspan', 'rowspan']) {
      const value = of.attr(name);
      if (value !== undefined) parts.push(value);
    }
    of.contents().each((__, child) => {
      if (child.type === 'text') parts.push(child.data);
    });
  });
  return wordsOf(parts);
}

test('27. the view says every word and every shown attribute once', () => {
  fc.assert(
    fc.property(documents, (blocks) => {
      expect(drawnWords(blocks)).toEqual(wordsOf(canonical(blocks).flatMap(saidBy)));
    }),
    { numRuns: RUNS },
  );
});

const exportedWords = (nodes: readonly AdfNode[]): string[] =>
  nodes.flatMap((node) => [
    ...(node.text === undefined ? [] : node.text.split(/[\s(),]+/)),
    ...Object.values(node.attrs ?? {}).map(String),
    ...exportedWords(node.content ?? []),
  ]);

test('27. the export says every word of the text', () => {
  const texts = ({ type, text, content = [] }: Canonical): string[] => [
    ...(text === undefined || type !== 'text' ? [] : text.split(/[\s(),]+/)),
    ...content.flatMap(texts),
  ];
  fc.assert(
    fc.property(documents, (blocks) => {
      const left = exportedWords(exportedDocument(blocks));
      const missing = canonical(blocks)
        .flatMap(texts)
        .filter((word) => {
          const place = left.indexOf(word);
          if (place >= 0) left.splice(place, 1);
          return place < 0;
        });
      expect(missing).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

test('12. a comparison shows a difference if and only if there is one', () => {
  fc.assert(
    fc.property(documents, documents, (before, after) => {
      const isSame = JSON.stringify(canonical(before)) === JSON.stringify(canonical(after));
      expect(compared(before, after).every(({ differs }) => !differs)).toBe(isSame);
      expect(compared(before, structuredClone(before)).every(({ differs }) => !differs)).toBe(true);
    }),
    { numRuns: RUNS },
  );
});

const paragraph = (...words: string[]): AdfNode => ({
  type: 'paragraph',
  content: words.map((text) => ({ type: 'text', text })),
});

test('a line that changed is compared word by word, one that came or went stands alone', () => {
  const rows = compared(
    [paragraph('We answer within 30 days.'), paragraph('Gone')],
    [paragraph('New'), paragraph('We answer within 90 days.')],
  ).filter(({ differs }) => differs);
  const differing = rows.map(({ before, after }) =>
    [before, after].map(
      (side) =>
        side
          ?.filter(({ differs }) => differs)
          .map(({ text }) => text)
          .join('') ?? null,
    ),
  );
  expect(differing.flat()).toEqual(expect.arrayContaining(['New']));
  expect(JSON.stringify(differing)).toMatch(/Gone/);
});
