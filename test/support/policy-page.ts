import { policyFingerprint } from '../../cli/policy-fingerprint';
import type { Input } from '../../src/contract/procedures';
import type { Hands } from './site';

/** A page with the AI policy macro and a text in it, made by REST as its author would. */

export interface PolicyPage {
  id: string;
  title: string;
  spaceId: string;
  version: { number: number };
}

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });

/** The macro as Confluence stores it. */
export function policyMacro(hands: Hands, lines: readonly string[]): unknown {
  const { manifest, installation } = hands.site;
  const extensionKey = `${manifest.appId}/${installation.environmentId}/static/aims-policy`;
  return {
    type: 'bodiedExtension',
    attrs: {
      layout: 'default',
      extensionType: 'com.atlassian.ecosystem',
      extensionKey,
      text: 'AI policy',
      localId: 'policy-macro',
      parameters: {
        localId: 'policy-macro',
        extensionId: `ari:cloud:ecosystem::extension/${extensionKey}`,
        extensionTitle: 'AI policy',
        guestParams: {},
      },
    },
    // Confluence keeps at least a paragraph in a bodied macro.
    content: lines.length > 0 ? lines.map(paragraph) : [{ type: 'paragraph' }],
  };
}

const bodyOf = (content: readonly unknown[]) => ({
  representation: 'atlas_doc_format',
  value: JSON.stringify({ type: 'doc', version: 1, content }),
});

async function must<T>(answer: Promise<{ status: number; body: T }>): Promise<T> {
  const { status, body } = await answer;
  if (status >= 400) throw new Error(`Confluence answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

/** A space in which everybody with a licence works. */
export async function createSpace(hands: Hands, key: string): Promise<string> {
  const space = await must(hands.wiki<{ id: string }>('POST', '/wiki/api/v2/spaces', { key, name: `Space ${key}` }));
  return space.id;
}

export function createPage(
  hands: Hands,
  spaceId: string,
  title: string,
  content: readonly unknown[],
  accountId?: string,
): Promise<PolicyPage> {
  const page = { spaceId, status: 'current', title, body: bodyOf(content) };
  return must(hands.wiki<PolicyPage>('POST', '/wiki/api/v2/pages', page, accountId));
}

export function editPage(
  hands: Hands,
  page: PolicyPage,
  content: readonly unknown[],
  accountId?: string,
): Promise<PolicyPage> {
  const { id, title } = page;
  const body = { id, status: 'current', title, body: bodyOf(content), version: { number: page.version.number + 1 } };
  return must(hands.wiki<PolicyPage>('PUT', `/wiki/api/v2/pages/${id}`, body, accountId));
}

type Approval = Omit<Input<'policy.approve'>, 'fingerprint' | 'replaces'> & { replaces?: object | null };

/** Approves a version of a page as the screen does: with the fingerprint of the words that it drew. */
export async function approvePolicy(hands: Hands, approval: Approval, accountId?: string | null): Promise<unknown> {
  return hands.call('policy.approve', { ...approval, fingerprint: await drawnFingerprint(hands, approval) }, accountId);
}

export const drawnFingerprint = (hands: Hands, version: { pageId: string; pageVersion: number }): Promise<string> =>
  policyFingerprint(async (path) => (await hands.wiki<object>('GET', path)).body, version);
