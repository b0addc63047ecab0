import { z } from 'zod';

/** Node types of the Atlassian Document Format (https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/). */
const BLOCKS = [
  'blockquote',
  'bulletList',
  'codeBlock',
  'decisionItem',
  'decisionList',
  'expand',
  'heading',
  'listItem',
  'mediaGroup',
  'mediaSingle',
  'media',
  'nestedExpand',
  'orderedList',
  'panel',
  'paragraph',
  'rule',
  'table',
  'tableCell',
  'tableHeader',
  'tableRow',
  'taskItem',
  'taskList',
  'blockCard',
  'embedCard',
  'extension',
  'bodiedExtension',
  'layoutSection',
  'layoutColumn',
  'caption',
];
const INLINE = [
  'date',
  'emoji',
  'hardBreak',
  'inlineCard',
  'mention',
  'status',
  'text',
  'mediaInline',
  'inlineExtension',
  'placeholder',
];
const KNOWN = new Set([...BLOCKS, ...INLINE]);

export interface AdfNode {
  readonly type: string;
  readonly text?: string | undefined;
  readonly content?: readonly AdfNode[] | undefined;
  readonly attrs?: Readonly<Record<string, unknown>> | undefined;
}

const mark = z.object({ type: z.string(), attrs: z.record(z.string(), z.unknown()).optional() });
const node: z.ZodType<AdfNode> = z.lazy(() =>
  z
    .object({
      type: z.string().refine((type) => KNOWN.has(type), 'is not a node of the Atlassian Document Format'),
      text: z.string().min(1).optional(),
      content: z.array(node).optional(),
      attrs: z.record(z.string(), z.unknown()).optional(),
      marks: z.array(mark).optional(),
    })
    .refine((value) => value.type !== 'text' || value.text !== undefined, 'a text node needs a text'),
);
const adfDocument = z.object({ type: z.literal('doc'), version: z.literal(1), content: z.array(node) });

export type AdfDocument = z.infer<typeof adfDocument>;

/** The document when `input` is structurally one, else null. */
export function readAdf(input: unknown): AdfDocument | null {
  const result = adfDocument.safeParse(input);
  return result.success ? result.data : null;
}

/** The plain text of a document: blocks separated by line ends. */
export function adfText(document: AdfDocument): string {
  const parts: string[] = [];
  const walk = (item: AdfNode): void => {
    if (item.text !== undefined) parts.push(item.text);
    else if (item.type === 'hardBreak') parts.push('\n');
    for (const child of item.content ?? []) walk(child);
    if (BLOCKS.includes(item.type)) parts.push('\n');
  };
  for (const item of document.content) walk(item);
  return parts.join('').replace(/\n+/g, '\n').trim();
}

/** Whether a document says nothing: Jira stores it as empty. */
export function isEmptyAdf(document: AdfDocument): boolean {
  const bare = (item: AdfNode): boolean =>
    item.type === 'paragraph' &&
    (item.content ?? []).every((child) => child.type === 'text' && child.text?.trim() === '');
  return document.content.every(bare);
}
