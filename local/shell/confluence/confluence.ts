import type { Adf } from '../adf/adf';

/** The parts of Confluence's answers that the pages show. */
export interface Space {
  id: string;
  key: string;
  name: string;
  status: string;
  homepageId: string | null;
}

export interface Version {
  number: number;
  authorId: string;
  createdAt: string;
  message: string;
}

/** A page without its body, as lists give it. */
export interface PageHead {
  id: string;
  status: string;
  title: string;
  spaceId: string;
  parentId: string | null;
  position: number | null;
  authorId: string;
  createdAt: string;
  version: Version;
}

export interface Page extends PageHead {
  body: { atlas_doc_format?: { value: string } };
}

export interface Attachment {
  id: string;
  title: string;
  fileSize: number;
  /** Below the address of Confluence. */
  downloadLink: string;
  version: Version;
}

export interface Listed<T> {
  results: T[];
  _links?: { next?: string };
}

/** What may be done, as `GET /pages/{id}/operations` says. */
export type Operations = { operations: { operation: string; targetType: string }[] };

export const EMPTY_DOCUMENT: Adf = { type: 'doc', version: 1, content: [] };

/** The document of a page. Confluence gives it as text. */
export function documentOf(page: Page): Adf {
  const value = page.body.atlas_doc_format?.value;
  return value ? (JSON.parse(value) as Adf) : EMPTY_DOCUMENT;
}

export const addressOfPage = (spaceKey: string, pageId: string): string => `/wiki/spaces/${spaceKey}/pages/${pageId}`;
export const addressOfEditor = (spaceKey: string, pageId: string): string =>
  `/wiki/spaces/${spaceKey}/pages/edit-v2/${pageId}`;
export const addressOfHistory = (spaceKey: string, pageId: string): string =>
  `/wiki/spaces/${spaceKey}/history/${pageId}`;
