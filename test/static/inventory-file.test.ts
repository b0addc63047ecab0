import { chunksOf, FileRefused, type Row, readInventoryFile } from '../../static/features/setup/inventory-file';
import { MAPPINGS, type Mapping } from '../../static/features/setup/mappings';

const PLAIN: Mapping = { id: 'plain', title: 'Plain', encoding: 'utf-8', delimiter: ',', asOf: null };
const read = (content: string | Uint8Array<ArrayBuffer>, mapping = PLAIN) =>
  readInventoryFile(new Blob([content]), mapping);

test('a record may hold commas, quotes and line breaks; its line is its place among the records', async () => {
  const { columns, rows } = await read('Name,Purpose\r\n"A, ""b""","two\nlines"\r\n\r\nC,\r\n');
  expect(columns).toEqual(['Name', 'Purpose']);
  expect(rows).toEqual([
    { line: 2, cells: { Name: 'A, "b"', Purpose: 'two\nlines' } },
    { line: 4, cells: { Name: 'C', Purpose: '' } },
  ]);
});

test('of two columns with the same header the first counts, also for a header such as "constructor"', async () => {
  const { rows } = await read('Name,Name,constructor\na,b,c');
  expect(rows[0]?.cells).toEqual({ Name: 'a', constructor: 'c' });
});

test('the file is decoded as its mapping says', async () => {
  const bytes = new Uint8Array([0x4e, 0x0a, 0xe9]);
  expect((await read(bytes, { ...PLAIN, encoding: 'windows-1252' })).rows[0]?.cells).toEqual({ N: 'é' });
  await expect(read(bytes)).rejects.toThrow('The file is not written in utf-8.');
});

test.each([
  ['a spreadsheet', new Uint8Array([0x50, 0x4b, 0, 1]), 'not text'],
  ['headers alone', 'Name,Stage\n', 'no rows'],
  ['nothing', '', 'no rows'],
  ['too much', new Uint8Array(20 * 1024 * 1024 + 1).fill(65), '20 MB is the most'],
])('%s is refused with a remedy', async (_what, content, words) => {
  const refused = await read(content).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(FileRefused);
  expect((refused as FileRefused).message).toContain(words);
  expect((refused as FileRefused).remedy).not.toBe('');
});

test('chunks keep every row in order and stay below 300 KB and 1,000 rows', () => {
  const rows: Row[] = Array.from({ length: 2_500 }, (_, index) => ({
    line: index + 2,
    cells: { text: 'é'.repeat((index * 37) % 2_000) },
  }));
  const chunks = chunksOf(rows);
  expect(chunks.flat()).toEqual(rows);
  for (const chunk of chunks) {
    expect(chunk.length).toBeLessThanOrEqual(1_000);
    expect(Buffer.byteLength(JSON.stringify(chunk))).toBeLessThan(300_000);
  }
});

test('every mapping names an encoding that browsers know', () => {
  expect(MAPPINGS.map(({ id }) => id)).toEqual(['generic', 'us-federal-2024']);
  for (const { encoding } of MAPPINGS) expect(() => new TextDecoder(encoding)).not.toThrow();
});
