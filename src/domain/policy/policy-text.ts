import type { AdfNode } from '../document/adf';
import { canonical, canonicalText, sha256 } from '../document/canonical';
import { formerText } from './former-text';

/**
 * The text of the AI policy (5.2) is what stands inside the macro "AI policy" of its page, in Atlassian document format.
 * Both sides must agree on which text that is and when two texts are the same, so both use this file.
 */

const POLICY_MACRO = '/static/aims-policy';

/** The blocks inside the first AI policy macro of a page, or null where there is none or nothing is written in it. */
export function policyTextOf(page: AdfNode): readonly AdfNode[] | null {
  const macro = findPolicyMacro(page);
  return macro && saysSomething(macro) ? (macro.content ?? []) : null;
}

function findPolicyMacro(node: AdfNode): AdfNode | null {
  if (node.type === 'bodiedExtension' && String(node.attrs?.extensionKey ?? '').endsWith(POLICY_MACRO)) return node;
  for (const child of node.content ?? []) {
    const found = findPolicyMacro(child);
    if (found) return found;
  }
  return null;
}

const saysSomething = (node: AdfNode): boolean =>
  (node.text ?? '').trim() !== '' || (node.content ?? []).some((child) => saysSomething(child));

/** How a fingerprint spells a text. Approvals of version 0.1.0 say nothing of it, and have the former one. */
export const SPELLINGS = ['canonical', 'former'] as const;
export type Spelling = (typeof SPELLINGS)[number];

/** SHA-256 of a text in a spelling, as 64 hexadecimal digits. */
export const fingerprintOf = (blocks: readonly AdfNode[], spelling: Spelling): Promise<string> =>
  sha256(spelling === 'canonical' ? canonicalText(canonical(blocks)) : formerText(blocks));
