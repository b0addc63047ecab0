import type { Issue } from '../model/entities';
import type { Actor } from '../permissions/actor';
import type { Site } from '../site';

/** A comparable value: a text in lower case, an id as `#10001`, or a number (instants in milliseconds). */
export type Term = string | number;

/** What a query is evaluated in. */
export interface Scene {
  readonly site: Site;
  readonly actor: Actor;
  readonly now: number;
  /** Set when the query's result depends on the time. */
  usesClock: boolean;
}

/** How JQL sees one field. */
export interface JqlField {
  readonly name: string;
  readonly kind: 'exact' | 'text' | 'date' | 'number' | 'user';
  /** The issue's values; none when it is empty. */
  readonly terms: (issue: Issue) => readonly Term[];
  /** The terms that a literal stands for; an issue matches with any of them. Throws for a value that does not exist. */
  readonly resolve: (text: string) => readonly Term[];
  /** The value to sort by; null sorts last. */
  readonly sort: (issue: Issue) => Term | null;
  /** True for days without a time. */
  readonly whole?: true;
}
