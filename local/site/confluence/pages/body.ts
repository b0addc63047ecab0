import { z } from 'zod';
import { readAdf } from '../../adf';
import { badRequest, ConfluenceError } from '../errors';

/** Largest body of a page (OpenAPI, "Create page": 413 over 5 MB). */
const LARGEST = 5 * 1024 * 1024;
/** What a page holds that was created without a body. */
export const EMPTY_DOCUMENT = JSON.stringify({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [] }],
});

const single = z.object({ representation: z.enum(['storage', 'atlas_doc_format', 'wiki']), value: z.string() });
/** `PageBodyWrite`, or `PageNestedBodyWrite` with one representation as key. */
export const bodySchema = z.union([
  single,
  z.strictObject({ atlas_doc_format: single }).transform(({ atlas_doc_format: body }) => body),
  z.strictObject({ storage: single }).transform(({ storage }) => storage),
]) as z.ZodType<z.infer<typeof single>>;

/** The document of a request's body as JSON text. @throws ConfluenceError 400 with what is wrong */
export function documentOf({ representation, value }: z.infer<typeof single>): string {
  if (value.length > LARGEST) throw new ConfluenceError(413, 'The body has more than 5 MB.');
  if (representation !== 'atlas_doc_format')
    throw badRequest(
      `This site reads bodies as atlas_doc_format, not as ${representation}. Send the document as a JSON string.`,
    );
  const parsed = parse(value);
  if (!readAdf(parsed))
    throw badRequest('The value is not an Atlassian document: {"type": "doc", "version": 1, "content": […]}.');
  return JSON.stringify(parsed);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest('The value of an atlas_doc_format body must be the document as JSON text.');
  }
}
