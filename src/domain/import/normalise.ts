/** Curly quotes and dashes as people's word processors write them, in ASCII. */
const TYPOGRAPHY: readonly [RegExp, string][] = [
  [/[‘’‚‛′]/g, "'"],
  [/[“”„‟″]/g, '"'],
  [/[‐-―−]/g, '-'],
];

/** Text as it is stored: white space of every kind collapsed, no space at either end. */
export function collapsed(text: string): string {
  return text.replace(/[\s\u00a0]+/g, ' ').trim();
}

/** Text as it is compared: collapsed, ASCII quotes and dashes, lower case. */
export function normalised(text: string): string {
  const plain = TYPOGRAPHY.reduce((value, [pattern, ascii]) => value.replace(pattern, ascii), text);
  return collapsed(plain).toLowerCase();
}
