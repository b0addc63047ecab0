/**
 * The text of the AI policy (5.2) is what stands inside the macro "AI policy" of its page, in Atlassian document format.
 * Both sides must agree on which text that is and when two texts are the same, so both use this file.
 */

/** A node of Atlassian document format; everything in it comes from people and is hostile until drawn as text. */
export interface AdfNode {
  type: string;
  text?: string;
  attrs?: Readonly<Record<string, unknown>>;
  marks?: readonly { type: string; attrs?: Readonly<Record<string, unknown>> }[];
  content?: readonly AdfNode[];
}

const POLICY_MACRO = '/static/aims-policy';

/** The blocks inside the first AI policy macro of a page, or null where there is none or nothing is written in it. */
export function policyTextOf(page: AdfNode): readonly AdfNode[] | null {
  const macro = findPolicyMacro(page);
  return macro && hasWords(macro) ? (macro.content ?? []) : null;
}

function findPolicyMacro(node: AdfNode): AdfNode | null {
  if (node.type === 'bodiedExtension' && String(node.attrs?.extensionKey ?? '').endsWith(POLICY_MACRO)) return node;
  for (const child of node.content ?? []) {
    const found = findPolicyMacro(child);
    if (found) return found;
  }
  return null;
}

const hasWords = (node: AdfNode): boolean =>
  (node.text ?? '').trim() !== '' || (node.content ?? []).some((child) => hasWords(child));

/** Identifiers that the editor gives to nodes: they change although no word does. */
const UNSPOKEN = new Set(['localId']);

/** One spelling for each text: keys in order, without what only the editor knows. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([key, entry]) => !UNSPOKEN.has(key) && entry !== undefined && !isEmpty(entry))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, entry]) => [key, canonical(entry)]));
}

/** Attributes of which only editor identifiers are left say nothing either. */
const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).every((key) => UNSPOKEN.has(key));

const spelled = (block: AdfNode): string => JSON.stringify(canonical(block));

/** SHA-256 of a text, as 64 hexadecimal digits. */
export async function fingerprintOf(blocks: readonly AdfNode[]): Promise<string> {
  const bytes = new TextEncoder().encode(blocks.map(spelled).join('\n'));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Blocks (paragraphs, lists, headings) that one text has and the other has not; a changed block is in both lists. */
export const changedBlocks = (before: readonly AdfNode[], after: readonly AdfNode[]) => ({
  added: blocksNotIn(after, before),
  removed: blocksNotIn(before, after),
});

function blocksNotIn(text: readonly AdfNode[], other: readonly AdfNode[]): AdfNode[] {
  const left = countBy(other.map(spelled));
  return text.filter((block) => {
    const word = spelled(block);
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}

function countBy(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
