import type { InterpretedRow, RowProblem } from './interpret';

export interface MatchedRow {
  /** The row's stable id; null where nobody can tell which of several issues of earlier imports it is. */
  origin: string | null;
  row: InterpretedRow;
  problems: RowProblem[];
  /** Ids of earlier imports that the row may be, where `origin` is null. */
  candidates: readonly string[];
}

/**
 * Gives rows the ids that earlier imports gave them. A row alone of its identity has one. Rows that share an identity are never told
 * apart by their place in the file, which sorting changes: a row is the one that said the same before. What is left over
 * is new where nothing of before is left over too; else it is not sure which is which, and nothing is done about them.
 * Repeats are listed as problems and become AI systems of their own, for only their owner can say that two rows are one.
 * @param hash turns an identity into a short id
 * @param saysTheSame whether the row says what the earlier import of that id said
 */
export function matchRows(
  rows: readonly InterpretedRow[],
  imported: ReadonlyMap<string, unknown>,
  hash: (text: string) => string,
  saysTheSame: (row: InterpretedRow, origin: string) => boolean,
): MatchedRow[] {
  const groups = new Map<string, InterpretedRow[]>();
  for (const row of rows) groups.set(row.identity, [...(groups.get(row.identity) ?? []), row]);
  const known = knownByBase(imported);
  const matched = new Map<InterpretedRow, MatchedRow>();
  for (const [identity, group] of groups)
    for (const found of matchGroup(group, hash(identity), known.get(hash(identity)) ?? [], saysTheSame))
      matched.set(found.row, found);
  return rows.flatMap((row) => matched.get(row) ?? []);
}

/** Ids of rows by what they begin with: `<identity>` and, for repeats, `<identity>.<n>`. */
function knownByBase(imported: ReadonlyMap<string, unknown>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const origin of imported.keys()) {
    if (origin.includes('/')) continue;
    const [base = ''] = origin.split('.');
    found.set(base, [...(found.get(base) ?? []), origin]);
  }
  return found;
}

function matchGroup(
  group: readonly InterpretedRow[],
  base: string,
  known: readonly string[],
  saysTheSame: (row: InterpretedRow, origin: string) => boolean,
): MatchedRow[] {
  const [only] = group;
  if (only && group.length === 1 && known.length <= 1)
    return [{ row: only, origin: known[0] ?? base, problems: only.problems, candidates: [] }];
  const free = [...known];
  const origins = new Map<InterpretedRow, string>();
  for (const row of group) {
    const place = free.findIndex((origin) => saysTheSame(row, origin));
    const [origin] = place < 0 ? [] : free.splice(place, 1);
    if (origin !== undefined) origins.set(row, origin);
  }
  const fresh = freshOrigins(base, known);
  return group.map((row, place): MatchedRow => {
    const repeat: RowProblem[] = place > 0 ? [{ line: row.line, code: 'duplicate', column: '', value: row.name }] : [];
    const problems = [...row.problems, ...repeat];
    const origin = origins.get(row);
    if (origin !== undefined) return { row, origin, problems, candidates: [] };
    if (free.length === 0) return { row, origin: fresh(), problems, candidates: [] };
    const unsure = { line: row.line, code: 'same-name-unsure', column: '', value: row.name };
    return { row, origin: null, problems: [...problems, unsure], candidates: free };
  });
}

/** The next ids that no earlier import gave: `<base>`, `<base>.2`, `<base>.3` … */
function freshOrigins(base: string, known: readonly string[]): () => string {
  let place = 0;
  return () => {
    let origin: string;
    do {
      place += 1;
      origin = place === 1 ? base : `${base}.${place}`;
    } while (known.includes(origin));
    return origin;
  };
}
