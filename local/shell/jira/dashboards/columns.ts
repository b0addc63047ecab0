import type { Gadget, Position } from './gadget';

/** Jira's own layout of a new dashboard. */
const USUAL_COLUMNS = 2;

/** Gadgets by column from the left, each from the top; a column without any is there too. */
export function columnsOf(gadgets: readonly Gadget[]): Gadget[][] {
  const count = Math.max(USUAL_COLUMNS, ...gadgets.map(({ position }) => position.column + 1));
  return Array.from({ length: count }, (_, column) =>
    gadgets.filter(({ position }) => position.column === column).sort((a, b) => a.position.row - b.position.row),
  );
}

/** Below all that stands in a column. */
export const endOf = (columns: readonly Gadget[][], column: number): Position => ({
  column,
  row: Math.max(-1, ...(columns[column] ?? []).map(({ position }) => position.row)) + 1,
});

/** Where a new gadget goes: below the column that holds the fewest. */
export function placeForNew(columns: readonly Gadget[][]): Position {
  const fewest = Math.min(...columns.map(({ length }) => length));
  return endOf(
    columns,
    columns.findIndex(({ length }) => length === fewest),
  );
}

/** To which neighbouring columns a gadget can be moved, and how that is said. */
export function movesOf(
  columns: readonly Gadget[][],
  { position: { column } }: Gadget,
): { word: string; to: Position }[] {
  const wanted = [
    { word: 'Move to the left column', column: column - 1 },
    { word: 'Move to the right column', column: column + 1 },
  ];
  return wanted
    .filter((one) => one.column >= 0 && one.column < columns.length)
    .map((one) => ({ word: one.word, to: endOf(columns, one.column) }));
}
