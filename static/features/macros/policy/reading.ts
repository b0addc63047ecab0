import { requestConfluence } from '@forge/bridge';
import type { AdfNode } from '../../../../src/contract/document';
import { policyTextOf } from '../../../../src/contract/policy-text';

/** The policy text of a page in one version, as the reader may see it. */
export interface PolicyText {
  version: number;
  blocks: readonly AdfNode[];
  authorId: string | null;
  /** ISO 8601. */
  writtenAt: string | null;
}

interface PageAnswer {
  version?: { number?: number; authorId?: string; createdAt?: string };
  body?: { atlas_doc_format?: { value?: string } };
}

/** @param version the newest without it. Null where the reader may not see the page, or it holds no policy text. */
export async function readPolicyText(pageId: string, version: number | null): Promise<PolicyText | null> {
  const at = version === null ? '' : `&version=${version}`;
  const response = await requestConfluence(
    `/wiki/api/v2/pages/${encodeURIComponent(pageId)}?body-format=atlas_doc_format${at}`,
  );
  if (!response.ok) return null;
  const page = (await response.json()) as PageAnswer;
  const blocks = policyTextOf(JSON.parse(page.body?.atlas_doc_format?.value ?? '{"type":"doc"}') as AdfNode);
  if (blocks === null) return null;
  return {
    version: page.version?.number ?? 0,
    blocks,
    authorId: page.version?.authorId ?? null,
    writtenAt: page.version?.createdAt ?? null,
  };
}

/** Account ids of the people whom a text names. */
export const namedIn = (nodes: readonly AdfNode[]): string[] =>
  nodes.flatMap(({ type, attrs, content = [] }) => [
    ...(type === 'mention' && typeof attrs?.id === 'string' ? [attrs.id] : []),
    ...namedIn(content),
  ]);

/** Names of people as the reader may see them, in one call; without one the id is never shown in its place. */
export async function readNames(accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (accountIds.length === 0) return new Map();
  const response = await requestConfluence('/wiki/api/v2/users-bulk', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ accountIds }),
  });
  if (!response.ok) return new Map();
  const { results } = (await response.json()) as { results?: { accountId?: string; displayName?: string }[] };
  return new Map((results ?? []).map((user) => [String(user.accountId), String(user.displayName ?? '')]));
}
