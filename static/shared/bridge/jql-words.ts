/** Words of a title as the operand of JQL's `~`; null when nothing is left to search for. */
export function jqlWords(text: string): string | null {
  const words = text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return words === '' ? null : `"${words}*"`;
}
