import { wiki } from '../core/site';
import type { Draft } from './page-form';

/** A draft has this version until and when it is published. */
export const DRAFT_VERSION = 1;

/** Sends what has been written as a version of a page, or of a draft. @throws Refused */
export async function putPage(
  id: string,
  status: 'current' | 'draft',
  { title, document, message }: Draft,
  number: number,
): Promise<void> {
  await wiki('PUT', `/api/v2/pages/${id}`, {
    id,
    status,
    title,
    body: { representation: 'atlas_doc_format', value: JSON.stringify(document) },
    version: { number, ...(message === '' ? {} : { message }) },
  });
}
