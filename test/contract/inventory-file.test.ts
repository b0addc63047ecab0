import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readInventoryFile, stagingChunks } from '../../cli/inventory-file';

const HEADERS = 'Name,Purpose,Owner,Vendor,Stage,Our part,Personal data,Risks,Impact assessment,Testing';

describe('reading an inventory file', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'plumbline-inventory-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const written = (name: string, content: string | Buffer): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const read = (path: string, mapping: string | null = 'generic') => readInventoryFile(path, process.cwd(), mapping);
  const refusal = (path: string, mapping: string | null = 'generic') => {
    try {
      read(path, mapping);
    } catch (error) {
      return error as { code: string; message: string; remedy: string };
    }
    throw new Error('The file was accepted.');
  };

  test('a file that is no text, or of another encoding, is refused before anything is read from it', () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`${HEADERS}\nA`, 'utf16le')]);
    for (const bytes of [
      utf16,
      Buffer.from([0x50, 0x4b, 3, 4, 0, 0]),
      Buffer.from([...Buffer.from(`${HEADERS}\nCaf`), 0xe9, 0x0a]),
    ])
      expect(refusal(written('bytes.csv', bytes))).toMatchObject({
        code: 'import-encoding',
        remedy: expect.stringMatching(/UTF-8|utf-8/),
      });
  });

  test('a file of 50 MB is refused by its size', () => {
    const path = written('large.csv', HEADERS);
    truncateSync(path, 50 * 1024 * 1024);
    const error = refusal(path);
    expect(error).toMatchObject({ code: 'import-too-large' });
    expect(error.message).toContain('50 MB');
  });

  test('a file that does not exist, a folder and an unknown mapping are told apart', () => {
    expect(refusal(join(folder, 'none.csv'))).toMatchObject({ code: 'import-file-missing' });
    expect(refusal(folder)).toMatchObject({ code: 'import-file-missing' });
    expect(refusal(written('some.csv', HEADERS), 'none')).toMatchObject({ code: 'import-mapping-invalid' });
    expect(refusal(written('other.csv', 'a,b\n1,2'), null)).toMatchObject({ code: 'import-mapping-invalid' });
  });

  test('an empty file and one without rows are refused with a remedy', () => {
    for (const content of ['', '\n\n', `${HEADERS}\n`, `${HEADERS}\n,,,\n`]) {
      const error = refusal(written('empty.csv', content));
      expect([content, error.code]).toEqual([content, 'import-empty']);
      expect(error.remedy).toBeTruthy();
    }
  });

  test('quotes, line breaks in cells, a byte order mark and repeated headers are read as they are meant', () => {
    const content = `\uFEFF${HEADERS},Name\r\n"A ""b""\nc",p,o,v,live,use,no,,,,second\r\n`;
    const { rows, columns } = read(written('quoted.csv', content));
    expect(columns[0]).toBe('Name');
    expect(rows).toHaveLength(1);
    expect(rows[0]?.cells.Name).toBe('A "b"\nc');
    expect(rows[0]?.line).toBe(2);
  });

  test('headers named like parts of an object are only headers', () => {
    const { rows } = read(written('proto.csv', `${HEADERS},__proto__,constructor\nA,,,,,,,,,,x,y\n`));
    expect(Object.keys(rows[0]?.cells ?? {})).toEqual(expect.arrayContaining(['Name', '__proto__', 'constructor']));
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  test('chunks stay under 300 KB and 1,000 rows, in the order of the file', () => {
    const rows = Array.from({ length: 2_500 }, (_, index) => ({
      line: index + 2,
      cells: { Name: 'n'.repeat(index % 400) },
    }));
    const cut = [...stagingChunks(rows)];
    expect(cut.flat()).toEqual(rows);
    for (const chunk of cut) {
      expect(chunk.length).toBeLessThanOrEqual(1_000);
      expect(Buffer.byteLength(JSON.stringify(chunk))).toBeLessThan(310_000);
    }
  });
});
