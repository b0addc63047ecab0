/** What both sides of the border need to say which content is approved: screens compute the fingerprint of what they show. */

import type { ApprovalKind } from '../domain/approval/entry';
import { canonicalJson, sha256 } from '../domain/document/canonical';
import { statementContent } from '../domain/statement/content';

type Rows = readonly { key: string; body: Readonly<Record<string, unknown>> }[];

/** The content of a kind as it counts, from all its rows. */
export function contentOfKind(kind: ApprovalKind, rows: Rows): unknown {
  const content = new Map(rows.map(({ key, body }) => [key, body]));
  switch (kind) {
    case 'statement':
      return statementContent(content);
    case 'criteria':
    case 'settings':
    case 'triage':
    case 'in-common':
      return { kind, rows: Object.fromEntries(content) };
  }
}

/** SHA-256 of the canonical JSON (RFC 8785) of a content, as 64 hexadecimal digits. */
export const fingerprintOfContent = (kind: ApprovalKind, rows: Rows): Promise<string> =>
  sha256(canonicalJson(contentOfKind(kind, rows)));
