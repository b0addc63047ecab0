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
