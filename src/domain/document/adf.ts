/** A node of Atlassian document format; everything in it comes from people and is hostile until drawn as text. */
export interface AdfNode {
  type: string;
  text?: string;
  attrs?: Readonly<Record<string, unknown>>;
  marks?: readonly AdfMark[];
  content?: readonly AdfNode[];
}

export interface AdfMark {
  type: string;
  attrs?: Readonly<Record<string, unknown>>;
}

/** What a table says of a word from outside: names that every object has, such as "constructor", are no entries of it. */
export const entryOf = <Entry>(table: Readonly<Record<string, Entry>>, word: string): Entry | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined;
