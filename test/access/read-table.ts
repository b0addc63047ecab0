import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Row = Readonly<Record<string, string>>;

/** The rows of the table under a heading of `table.md`, each cell by its column's title. */
export function rowsUnder(heading: string): Row[] {
  const text = readFileSync(join(__dirname, 'table.md'), 'utf8');
  const part = text.split(/^## /m).find((one) => one.startsWith(`${heading}\n`));
  if (!part) throw new Error(`table.md has no heading “${heading}”.`);
  const [titles, , ...rows] = part
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
  return rows.map((cells) => Object.fromEntries((titles ?? []).map((title, place) => [title, cells[place] ?? ''])));
}
