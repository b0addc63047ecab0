/** As much of markdown as the documents here use: headings, tables, code spans, links. Lines are read as they stand. */

export interface Span {
  /** From 1. */
  line: number;
  text: string;
}

/** A line of a block of commands: four spaces of indentation, in no list. */
const isBlock = (line: string): boolean => /^ {4}\S/.test(line);

/** What stands in backticks, in order. */
export function codeSpans(markdown: string): Span[] {
  return markdown
    .split('\n')
    .flatMap((line, place) =>
      isBlock(line)
        ? []
        : [...line.matchAll(/`([^`]+)`/g)].map(([, text = '']) => ({ line: place + 1, text: text.trim() })),
    );
}

/** What a document tells to type: code spans, and lines of blocks. */
export function commands(markdown: string): string[] {
  const blocks = markdown.split('\n').filter(isBlock);
  return [...codeSpans(markdown).map(({ text }) => text), ...blocks.map((line) => line.trim())];
}

/** Where links and pictures lead, without those that leave the repository. */
export function linkTargets(markdown: string): Span[] {
  return markdown
    .split('\n')
    .flatMap((line, place) =>
      [...line.matchAll(/\]\(([^)\s]+)\)/g)].map(([, text = '']) => ({ line: place + 1, text })),
    )
    .filter(({ text }) => !/^[a-z]+:/.test(text));
}

/** The lines below a heading, of whatever depth, up to the next one of that depth or less. @throws Error without it */
export function section(markdown: string, heading: string): string {
  const lines = markdown.split('\n');
  const from = lines.findIndex((line) => line.replace(/^#+ /, '') === heading && line.startsWith('#'));
  if (from < 0) throw new Error(`There is no heading “${heading}”.`);
  const depth = depthOf(lines[from] ?? '');
  const below = lines.slice(from + 1);
  const end = below.findIndex((line) => line.startsWith('#') && depthOf(line) <= depth);
  return below.slice(0, end < 0 ? undefined : end).join('\n');
}

const depthOf = (line: string): number => /^#+/.exec(line)?.[0].length ?? 0;

/** The headings directly below a heading. */
export function subheadings(markdown: string, heading: string): string[] {
  const lines = section(markdown, heading).split('\n');
  const found = lines.filter((line) => line.startsWith('#'));
  const depth = Math.min(...found.map(depthOf));
  return found.filter((line) => depthOf(line) === depth).map((line) => line.replace(/^#+ /, ''));
}

/** The cells of the first table, its titles first. */
export function tableCells(markdown: string): string[][] {
  const lines = markdown.split('\n');
  const from = lines.findIndex((line) => line.startsWith('|'));
  if (from < 0) return [];
  const below = lines.slice(from);
  const end = below.findIndex((line) => !line.startsWith('|'));
  const [titles, , ...rows] = below.slice(0, end < 0 ? undefined : end).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
  return [titles ?? [], ...rows];
}

/** The rows of the first table, each cell by its column's title. */
export function tableRows(markdown: string): Record<string, string>[] {
  const [titles, ...rows] = tableCells(markdown);
  return rows.map((cells) => Object.fromEntries((titles ?? []).map((title, place) => [title, cells[place] ?? ''])));
}

/** A table as the documents write them: columns stand below each other. */
export function tableOf(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = titles.map((title, column) =>
    Math.max(3, title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`;
  return [line(titles), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
