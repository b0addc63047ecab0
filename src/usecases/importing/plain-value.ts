/** Parts of Jira's values that tell two of them apart. */
interface Valued {
  id?: unknown;
  type?: unknown;
  text?: unknown;
  content?: unknown;
}

/**
 * A value of a field, as it is read or as it is written, as one text: an option is its id, several are in one order, and of a
 * document the text alone counts. Two values that mean the same have the same text; nothing is ''.
 */
export function plainValue(value: unknown): string {
  return wordsOf(value).replace(/\s+/g, ' ').trim();
}

function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(wordsOf).sort().join('\n');
  if (typeof value !== 'object') return String(value);
  const { id, type, text, content } = value as Valued;
  if (typeof text === 'string') return text;
  if (Array.isArray(content)) return content.map(wordsOf).join(type === 'doc' ? '\n' : '');
  return id === undefined ? '' : String(id);
}
