import { inflateRawSync } from 'node:zlib';
import { columnWidths } from '../../export/column-widths';
import { renderHtml } from '../../export/html';
import type { PageExport } from '../../export/page-export';
import { wordFile } from '../../export/word';

/** Widths that a table's cells declare are those of its columns, in HTML and in Word as in Confluence's own. */

const cell = (type: string, text: string, attrs: object = {}) => ({
  type,
  attrs: { ...attrs },
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});
const row = (...content: object[]) => ({ type: 'tableRow', content });
const table = (...content: object[]) => ({ type: 'table', content }) as PageExport['document']['content'][number];

const DECLARED = table(
  row(cell('tableHeader', 'No.', { colwidth: [76] }), cell('tableHeader', 'Title', { colwidth: [604] })),
  row(cell('tableCell', 'A.2.2', { colwidth: [76] }), cell('tableCell', 'AI policy', { colwidth: [604] })),
);
const UNDECLARED = table(row(cell('tableHeader', 'No.', { colwidth: [76] }), cell('tableHeader', 'Title')));

const pageOf = (...content: PageExport['document']['content']): PageExport => ({
  pageId: '1',
  title: 'Page',
  space: { id: '1', key: 'S', name: 'Space' },
  version: { number: 1, createdAt: '2026-11-24T09:00:00.000Z', authorName: 'Somebody' },
  exportedAt: '2026-11-24T09:00:00.000Z',
  exportType: 'word',
  document: { type: 'doc', version: 1, content },
  macros: [],
});

/** A part of a Word file, which is a zip archive: the header that stands before each of its files says how long it is. */
function partOf(file: Buffer, name: string): string {
  const header = file.indexOf(name) - 30;
  const [packed, nameLength, extra] = [
    file.readUInt32LE(header + 18),
    file.readUInt16LE(header + 26),
    file.readUInt16LE(header + 28),
  ];
  const start = header + 30 + nameLength + extra;
  return inflateRawSync(file.subarray(start, start + packed)).toString('utf8');
}

test('HTML has a column for each width', () => {
  expect(renderHtml({ content: [DECLARED] })).toContain(
    '<table><colgroup><col style="width: 76px" /><col style="width: 604px" /></colgroup><tbody>',
  );
  expect(renderHtml({ content: [UNDECLARED] })).not.toContain('<col');
});

test('Word has fixed columns, and 680 pixels fit its sheet', async () => {
  const xml = partOf(await wordFile(pageOf(DECLARED)), 'word/document.xml');
  expect(xml).toContain('<w:gridCol w:w="1140"/><w:gridCol w:w="9060"/>');
  expect(xml).toMatch(/<w:tblLayout w:type="fixed"/);
  const [, sheet = '0'] = /<w:pgSz [^>]*w:w="(\d+)"/.exec(xml) ?? [];
  const [, left = '0'] = /<w:pgMar [^>]*w:left="(\d+)"/.exec(xml) ?? [];
  const [, right = '0'] = /<w:pgMar [^>]*w:right="(\d+)"/.exec(xml) ?? [];
  expect(Number(sheet) - Number(left) - Number(right)).toBeGreaterThanOrEqual(680 * 15);
  expect(partOf(await wordFile(pageOf(UNDECLARED)), 'word/document.xml')).not.toContain('w:type="fixed"');
});

test('a cell over several columns has a width for each; what is no width declares nothing', () => {
  const over = (attrs: object) => columnWidths(table(row(cell('tableCell', 'x', attrs))));
  expect(over({ colspan: 2, colwidth: [100, 200] })).toEqual([100, 200]);
  for (const attrs of [{ colspan: 2, colwidth: [100] }, { colwidth: ['1; position: fixed'] }, { colwidth: [0] }, {}])
    expect(over(attrs)).toBeNull();
});
