import Papa from 'papaparse';
import type { Input } from '../../../src/contract/procedures';
import { FILE_REFUSED } from '../../../src/words/inventory';
import type { Mapping } from './mappings';

export type Row = Input<'import.stage'>['rows'][number];

export interface InventoryFile {
  columns: string[];
  rows: Row[];
}

/** Why a file cannot be read, and what to do. */
export class FileRefused extends Error {
  constructor(
    message: string,
    readonly remedy: string,
  ) {
    super(message);
  }
}

const LARGEST_FILE_BYTES = 20 * 1024 * 1024;
/** The app takes chunks below 300 KB: the platform's limit for a request is 500 KB. */
const CHUNK_BYTES = 280_000;
const CHUNK_ROWS = 1_000;

/**
 * Decodes and parses a CSV file as the mapping says it is written. `line` is the record's place in the file, from 2.
 * @throws FileRefused when it is too large, not text in that encoding, or has no rows
 */
export async function readInventoryFile(file: Blob, mapping: Mapping): Promise<InventoryFile> {
  if (file.size > LARGEST_FILE_BYTES) {
    throw new FileRefused(...FILE_REFUSED.tooLarge(Math.round(file.size / 1_048_576)));
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.includes(0)) {
    throw new FileRefused(...FILE_REFUSED.notText);
  }
  const { data, errors } = Papa.parse<string[]>(decode(bytes, mapping.encoding), { delimiter: mapping.delimiter });
  const broken = new Set(errors.flatMap(({ type, row }) => (type === 'Quotes' && row !== undefined ? [row] : [])));
  const [columns = [], ...records] = data;
  const rows = records.flatMap((cells, index): Row[] => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    if (broken.has(index + 1)) return [{ line: index + 2, cells: {}, fault: 'quote-not-closed' }];
    // A comma without quotes shifts every cell after it, and shows in their number alone.
    if (cells.length !== columns.length) return [{ line: index + 2, cells: {}, fault: 'cells-do-not-fit' }];
    return [{ line: index + 2, cells: cellsByColumn(columns, cells) }];
  });
  if (rows.length === 0) {
    throw new FileRefused(...FILE_REFUSED.noRows);
  }
  return { columns, rows };
}

function decode(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new FileRefused(...FILE_REFUSED.otherEncoding(encoding));
  }
}

/** The first column with a header counts. */
function cellsByColumn(columns: readonly string[], cells: readonly string[]): Record<string, string> {
  const row: Record<string, string> = {};
  columns.forEach((column, place) => {
    if (!Object.hasOwn(row, column)) row[column] = cells[place] ?? '';
  });
  return row;
}

/** Rows in chunks that the app takes in one call. */
export function chunksOf(rows: readonly Row[]): Row[][] {
  const chunks: Row[][] = [];
  let size = 0;
  for (const row of rows) {
    const bytes = new TextEncoder().encode(JSON.stringify(row)).length;
    const last = chunks.at(-1);
    if (last && size + bytes <= CHUNK_BYTES && last.length < CHUNK_ROWS) {
      last.push(row);
      size += bytes;
    } else {
      chunks.push([row]);
      size = bytes;
    }
  }
  return chunks;
}
