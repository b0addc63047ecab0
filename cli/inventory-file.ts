import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'papaparse';

/** The part of a mapping that the caller's side needs: how to decode the file, and which file it is for. */
interface MappingFile {
  id: string;
  file: { encoding: 'windows-1252' | 'utf-8'; delimiter: string; asOf: string | null };
  identity: string[];
  stage: { column: string };
}

export interface InventoryFile {
  mapping: string;
  asOf: string | null;
  columns: string[];
  /** `fault`: the record is no row of the file, and makes no issue. */
  rows: { line: number; cells: Record<string, string>; fault?: 'cells-do-not-fit' | 'quote-not-closed' }[];
}

/** The file cannot be read as an inventory; `remedy` says what to do. */
export class InventoryFileError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly remedy: string,
  ) {
    super(message);
  }
}

/** Larger files are refused before they are decoded. */
const LARGEST_FILE_BYTES = 20 * 1024 * 1024;

/**
 * Decodes and parses an inventory file as the front end does.
 * @param mappingId found by the file's columns when not given
 * @throws InventoryFileError with a code and a remedy; nothing was imported then
 */
export function readInventoryFile(path: string, root: string, mappingId: string | null): InventoryFile {
  const bytes = readBytes(path);
  if (bytes.byteLength > LARGEST_FILE_BYTES) {
    throw new InventoryFileError(
      'import-too-large',
      `${path} has ${Math.round(bytes.byteLength / 1_048_576)} MB; 20 MB is the most.`,
      'Split the file.',
    );
  }
  if (bytes.includes(0)) {
    throw new InventoryFileError(
      'import-encoding',
      `${path} is not text: it holds zero bytes (a spreadsheet or UTF-16?).`,
      'Save it as CSV in UTF-8.',
    );
  }
  const mappings = readMappings(root).filter((mapping) => mappingId === null || mapping.id === mappingId);
  if (mappings.length === 0)
    throw new InventoryFileError(
      'import-mapping-invalid',
      `There is no mapping "${mappingId}".`,
      'See the files in controls/inventory.',
    );
  for (const mapping of mappings) {
    const text = decode(bytes, mapping.file.encoding, path);
    const { data, errors } = parse<string[]>(text, { delimiter: mapping.file.delimiter });
    const broken = new Set(errors.flatMap(({ type, row }) => (type === 'Quotes' && row !== undefined ? [row] : [])));
    const columns = data[0] ?? [];
    const present = new Set(columns.map(plain));
    if (
      mappingId === null &&
      ![...mapping.identity, mapping.stage.column].every((column) => present.has(plain(column)))
    )
      continue;
    const rows = rowsOf(data, columns, broken);
    if (rows.length === 0)
      throw new InventoryFileError(
        'import-empty',
        `${path} has no rows below its headers.`,
        'Check that it is the right file, saved as CSV.',
      );
    return { mapping: mapping.id, asOf: mapping.file.asOf, columns, rows };
  }
  throw new InventoryFileError(
    'import-mapping-invalid',
    `No mapping fits the columns of ${path}.`,
    `Name one with --mapping (${mappings.map(({ id }) => id).join(', ')}) to see what is missing.`,
  );
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new InventoryFileError(
      'import-file-missing',
      `${path} cannot be read: ${(error as Error).message}`,
      'Check the path.',
    );
  }
}

function readMappings(root: string): MappingFile[] {
  const folder = join(root, 'controls', 'inventory');
  // Files with a mapping of their own come before the plain one.
  return (
    readdirSync(folder)
      .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as MappingFile | Record<string, never>)
      // The folder also holds the words that all mappings share.
      .filter((data): data is MappingFile => Array.isArray(data.identity))
      .sort((a, b) => b.identity.length - a.identity.length)
  );
}

/**
 * What the bytes 0x80 to 0x9F mean in windows-1252, in order; a space stands for the five that mean nothing. Node 20
 * decodes windows-1252 as if it were ISO-8859-1 and leaves control characters here; browsers do not.
 */
const WINDOWS_1252 =
  '\u20ac \u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152 \u017d  \u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153 \u017e\u0178';

function decode(bytes: Buffer, encoding: MappingFile['file']['encoding'], path: string): string {
  if (encoding === 'windows-1252') {
    return bytes
      .toString('latin1')
      .replace(/[\u0080-\u009f]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80] ?? ' ');
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new InventoryFileError(
      'import-encoding',
      `${path} is not ${encoding}.`,
      `Save it in ${encoding}, or choose the mapping of its source.`,
    );
  }
}

const plain = (header: string): string =>
  header.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, '-').replace(/\s+/g, ' ').trim().toLowerCase();

/** Cells by header; the first column with a header counts. `line` is the row's place among the records, from 2. */
function rowsOf(
  data: readonly string[][],
  columns: readonly string[],
  broken: ReadonlySet<number>,
): InventoryFile['rows'] {
  return data.slice(1).flatMap((cells, index): InventoryFile['rows'] => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    if (broken.has(index + 1)) return [{ line: index + 2, cells: {}, fault: 'quote-not-closed' }];
    // A comma without quotes shifts every cell after it, and shows in their number alone.
    if (cells.length !== columns.length) return [{ line: index + 2, cells: {}, fault: 'cells-do-not-fit' }];
    const row = new Map<string, string>();
    columns.forEach((column, place) => {
      if (!row.has(column)) row.set(column, cells[place] ?? '');
    });
    return [{ line: index + 2, cells: Object.fromEntries(row) }];
  });
}

/** Cuts rows into chunks whose JSON stays under 300 KB, of at most 1,000 rows. */
export function* stagingChunks(rows: InventoryFile['rows']): Generator<InventoryFile['rows']> {
  let chunk: InventoryFile['rows'] = [];
  let size = 0;
  for (const row of rows) {
    const bytes = Buffer.byteLength(JSON.stringify(row));
    if (chunk.length > 0 && (size + bytes > 300_000 || chunk.length >= 1_000)) {
      yield chunk;
      chunk = [];
      size = 0;
    }
    chunk.push(row);
    size += bytes;
  }
  if (chunk.length > 0) yield chunk;
}
