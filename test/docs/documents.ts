import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { section, tableCells, tableOf } from './markdown';

export const ROOT = join(__dirname, '../..');

/** Documents whose claims are compared with the code. Decisions tell what was true on their day, and are not. */
export const DOCUMENTS = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'docs/coverage.md',
  'docs/coverage-tables.md',
  'docs/vocabulary.md',
  'docs/security.md',
  'docs/first-site.md',
  'docs/faithfulness.md',
  'docs/faithfulness/host.md',
  'docs/faithfulness/jira.md',
  'docs/faithfulness/confluence.md',
] as const;

export const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** A table of a document that the code can write. */
export interface Table {
  document: string;
  heading: string;
  titles: readonly string[];
  rows: readonly (readonly string[])[];
}

/**
 * Holds a table against the code.
 * @throws Error with the table as it should be, to be pasted, where the document has another
 */
export function holdTable({ document, heading, titles, rows }: Table): void {
  if (JSON.stringify(tableCells(section(read(document), heading))) !== JSON.stringify([titles, ...rows]))
    throw new Error(
      `${document}: the table below “${heading}” is not what the code says, which is:\n\n${tableOf(titles, rows)}\n`,
    );
}
