import type { AdfNode } from '../src/contract/document';
import { fingerprintOf, policyTextOf } from '../src/contract/policy-text';

/** Reads a path of Confluence. */
export type ReadWiki = (path: string) => Promise<{ body?: { atlas_doc_format?: { value?: string } } }>;

/** The fingerprint of a policy's text in a version of its page, as the screen computes it from what it draws; zeros where there is none. */
export async function policyFingerprint(
  read: ReadWiki,
  { pageId, pageVersion }: { pageId: string; pageVersion: number },
): Promise<string> {
  const { body } = await read(`/wiki/api/v2/pages/${pageId}?body-format=atlas_doc_format&version=${pageVersion}`);
  const value = body?.atlas_doc_format?.value;
  const blocks = value === undefined ? null : policyTextOf(JSON.parse(value) as AdfNode);
  return blocks === null ? '0'.repeat(64) : fingerprintOf(blocks, 'canonical');
}
