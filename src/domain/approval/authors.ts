import { type Content, isSame, type RowBody, type Written } from './entry';

/**
 * Who wrote what stands: of each row, whoever wrote a part of it (a property of its content) that still stands and is not as the
 * version in force has it. What was overwritten is nobody's any more, and neither is what was put back as approved.
 *
 * @param written what was written since that version, in the order of their revisions
 * @param approved the content of the version in force; empty while there is none
 * @returns by row, the tokens of its authors; a row that stands as approved is left out
 */
export function authorsOf(written: readonly Written[], approved: Content): Map<string, Set<string>> {
  const keys = new Set(written.map(({ key }) => key));
  const authors = new Map<string, Set<string>>();
  for (const key of keys) {
    const row = written.filter((one) => one.key === key);
    const found = authorsOfRow(row, approved.get(key) ?? {});
    if (found.size > 0) authors.set(key, found);
  }
  return authors;
}

function authorsOfRow(row: readonly Written[], approved: RowBody): Set<string> {
  const standing = new Map(Object.entries(approved).map(([part, value]) => [part, { value, by: null as Author }]));
  for (const { body, person } of row) {
    const parts = new Set([...standing.keys(), ...Object.keys(body ?? {})]);
    for (const part of parts) {
      const value = body?.[part];
      if (!isSame(standing.get(part)?.value, value)) standing.set(part, { value, by: person ?? ERASED });
    }
  }
  const changed = [...standing].filter(([part, { value }]) => !isSame(value, approved[part]));
  return new Set(changed.flatMap(([, { by }]) => by ?? []));
}

type Author = string | null;
/** Whoever wrote it has erased their account: an author all the same, and nobody's token. */
const ERASED = '';
