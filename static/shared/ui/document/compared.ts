import { diffArrays } from 'diff';
import { type AdfNode, canonical, type Line, lineText, type Piece, printed } from '../../../../src/contract/document';

/** A word or marker of a line, and whether the other side has it too. */
export interface Token extends Piece {
  differs: boolean;
}

/** One line of a comparison; a side that has no such line is null. */
export interface Row {
  differs: boolean;
  before: readonly Token[] | null;
  after: readonly Token[] | null;
}

/** Two texts line by line, and lines that changed word by word (`documents.md` 12). */
export function compared(before: readonly AdfNode[], after: readonly AdfNode[]): Row[] {
  const [was, is] = [printed(canonical(before)), printed(canonical(after))];
  const rows: Row[] = [];
  let gone: readonly Line[] = [];
  let [left, right] = [0, 0];
  // What was taken out is told before what came in its place.
  for (const { added, removed, count } of diffArrays(was.map(lineText), is.map(lineText))) {
    if (removed) {
      gone = was.slice(left, left + count);
    } else {
      const lines = is.slice(right, right + count);
      rows.push(...(added ? changedRows(gone, lines) : [...changedRows(gone, []), ...lines.map(sameRow)]));
      gone = [];
      right += count;
    }
    if (!added) left += count;
  }
  return [...rows, ...changedRows(gone, [])];
}

function sameRow(line: Line): Row {
  const tokens = line.map((piece) => ({ ...piece, differs: false }));
  return { differs: false, before: tokens, after: tokens };
}

/** Lines that were taken out beside those that came in their place, as far as there are both. */
function changedRows(was: readonly Line[], is: readonly Line[]): Row[] {
  return Array.from({ length: Math.max(was.length, is.length) }, (_, place): Row => {
    const [before, after] = [was[place], is[place]];
    if (!before || !after)
      return { differs: true, before: before ? alone(before) : null, after: after ? alone(after) : null };
    return changedRow(before, after);
  });
}

const alone = (line: Line): Token[] => line.map((piece) => ({ ...piece, differs: true }));

function changedRow(before: Line, after: Line): Row {
  const parts = diffArrays(wordsOf(before), wordsOf(after), {
    comparator: (a, b) => a.marker === b.marker && a.text === b.text,
  });
  const side = (other: 'added' | 'removed') =>
    parts
      .filter((part) => !part[other])
      .flatMap(({ value, added, removed }) => value.map((piece) => ({ ...piece, differs: added || removed })));
  return { differs: true, before: side('added'), after: side('removed') };
}

/** Words and the spaces between them, and markers whole. */
const wordsOf = (line: Line): Piece[] =>
  line.flatMap((piece) =>
    piece.marker ? [piece] : (piece.text.match(/\s+|[^\s]+/gu) ?? []).map((text) => ({ marker: false, text })),
  );
