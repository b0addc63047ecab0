/** Jira's document format: a paragraph for each line that is not empty. */
export const documentOf = (lines: readonly string[]) => ({
  type: 'doc',
  version: 1,
  content: lines
    .filter((line) => line.trim() !== '')
    .map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});
