import { z } from 'zod';

/** Source of the shape of what `controls/documents/` holds. */

const renderingPart = z.strictObject({
  type: z.string().describe('a node or mark of Atlassian document format'),
  drawn: z.string().describe('how a screen draws it'),
  comparison: z.string().describe('how a comparison prints it; "-" for a mark that says nothing'),
  shown: z.array(z.string()).describe('attributes in the fingerprint, on screen, in the comparison and in exports'),
  layout: z.array(z.string()).describe('attributes on screen alone'),
  id: z.array(z.string()).describe('attributes that only the editor knows'),
});

/** What each node and mark says, and which of its attributes count. */
export const rendering = z.strictObject({
  about: z.string(),
  nodes: z.array(renderingPart),
  marks: z.array(renderingPart),
  canonical: z.array(z.string()),
  defaults: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  printing: z.string(),
  parameters: z.string(),
});

export type Rendering = z.infer<typeof rendering>;
