import type { InterpretedRow } from './interpret';
import { normalised } from './normalise';

/** An AI system that an earlier import made and whose row is not in the file any more, as Jira has it now. */
export interface MissingSystem {
  origin: string;
  issueId: string;
  name: string;
  purpose: string;
  owner: string;
  vendor: string;
}

type Described = Pick<InterpretedRow, 'name' | 'purpose' | 'owner' | 'vendor'>;

/** A row that no earlier import knows, with the missing systems that it may be under a new name, the likeliest first. */
export interface MaybeRenamed<Row> {
  row: Row;
  candidates: MissingSystem[];
}

/** So many are asked about at most: a person chooses among them. */
const CANDIDATES = 5;
const TELLING = ['purpose', 'owner', 'vendor'] as const;

/**
 * New rows that may be missing ones under another name: two of purpose, owner and vendor are equal and filled, or one of
 * them is and the names share half of the shorter one's words. Whether they are, only a person can say.
 */
export function maybeRenamed<Row extends Described>(
  fresh: readonly Row[],
  missing: readonly MissingSystem[],
): MaybeRenamed<Row>[] {
  const byWord = new Map<string, MissingSystem[]>();
  const byPair = new Map<string, MissingSystem[]>();
  for (const system of missing) {
    for (const key of pairsOf(system)) append(byPair, key, system);
    for (const [key] of wordsByField(system)) append(byWord, key, system);
  }
  return fresh.flatMap((row) => {
    const likeness = likenessByName(row, byWord);
    for (const key of pairsOf(row))
      for (const system of byPair.get(key) ?? []) likeness.set(system, (likeness.get(system) ?? 0) + 1);
    const candidates = [...likeness].sort(([, a], [, b]) => b - a).map(([system]) => system);
    return candidates.length === 0 ? [] : [{ row, candidates: candidates.slice(0, CANDIDATES) }];
  });
}

/** Systems with which the row has a field and half of the shorter name in common, each with the part of the name, up to 1. */
function likenessByName(row: Described, byWord: ReadonlyMap<string, MissingSystem[]>): Map<MissingSystem, number> {
  const shared = new Map<MissingSystem, Set<string>>();
  for (const [key, word] of wordsByField(row))
    for (const system of byWord.get(key) ?? []) shared.set(system, (shared.get(system) ?? new Set()).add(word));
  const own = wordsOf(row.name).size;
  const shares = [...shared].map(([system, words]): [MissingSystem, number] => [
    system,
    words.size / Math.min(wordsOf(system.name).size, own),
  ]);
  return new Map(shares.filter(([, share]) => share >= 0.5));
}

const append = (lists: Map<string, MissingSystem[]>, key: string, system: MissingSystem): void => {
  const list = lists.get(key);
  if (list) list.push(system);
  else lists.set(key, [system]);
};

const filledOf = (described: Described): string[] =>
  TELLING.flatMap((field) => {
    const value = normalised(described[field]);
    return value === '' ? [] : [`${field}\u001f${value}`];
  });

/** Each two of the fields that are filled, as one key. */
function pairsOf(described: Described): string[] {
  const filled = filledOf(described);
  return filled.flatMap((one, place) => filled.slice(place + 1).map((other) => `${one}\u001f${other}`));
}

/** Each filled field with each word of the name, as one key. */
const wordsByField = (described: Described): [key: string, word: string][] =>
  filledOf(described).flatMap((field) =>
    [...wordsOf(described.name)].map((word): [string, string] => [`${field}\u001f${word}`, word]),
  );

const wordsOf = (name: string): Set<string> => new Set(normalised(name).match(/[\p{L}\p{N}]+/gu) ?? []);
