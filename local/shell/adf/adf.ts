/** A node of an Atlassian document (developer.atlassian.com/cloud/jira/platform/apis/document/structure). */
export interface AdfNode {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly marks?: readonly AdfMark[];
  readonly content?: readonly AdfNode[];
}

export interface AdfMark {
  type: string;
  attrs?: Readonly<Record<string, unknown>>;
}

export interface Adf {
  type: 'doc';
  version: 1;
  content: readonly AdfNode[];
}

/** Schemes that a link may have; others, such as `javascript:`, become plain text. */
const SCHEMES = ['http:', 'https:', 'mailto:'];

/** The address of a link when it is harmless, else null. */
export function safeHref(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  try {
    return SCHEMES.includes(new URL(value, 'http://relative').protocol) ? value : null;
  } catch {
    return null;
  }
}

/** The plain words of a node. */
export function wordsIn(node: AdfNode): string {
  if (node.text !== undefined) return node.text;
  if (node.type === 'hardBreak') return '\n';
  if (typeof node.attrs?.text === 'string') return node.attrs.text;
  return (node.content ?? []).map(wordsIn).join('');
}
