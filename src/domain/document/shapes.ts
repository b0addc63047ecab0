/** Where nodes of Atlassian document format stand. */

/** What stands within a line. */
export const INLINE: ReadonlySet<string> = new Set([
  ...['text', 'hardBreak', 'date', 'emoji', 'inlineCard', 'inlineExtension', 'mediaInline', 'mention', 'placeholder'],
  'status',
]);

/** Nodes that hold nothing; what people's tools put into one all the same is drawn after it. */
export const LEAVES: ReadonlySet<string> = new Set([
  ...[...INLINE].filter((type) => type !== 'text'),
  ...['blockCard', 'embedCard', 'media', 'rule'],
]);

/** A number that counts columns, rows or places; people's tools write others, which are words then. */
export const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) > 0;
