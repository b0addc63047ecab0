import { groupNamed } from '../../cli/group-named';
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
  if (status >= 400) throw new Error(`The site answered ${status}: ${JSON.stringify(body)}`);
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

interface Approval extends Omit<Input<'policy.approve'>, 'fingerprint' | 'replaces' | 'audience'> {
  replaces?: object | null;
  /** Whom it is addressed to: whoever has a Confluence, unless it says otherwise. */
  groups?: readonly string[];
}

/** Approves a version of a page as the screen does: with the fingerprint of the words that it drew. */
export async function approvePolicy(
  hands: Hands,
  { groups, ...approval }: Approval,
  accountId?: string | null,
): Promise<unknown> {
  const audience = {
    groups: groups ?? [await groupNamed((path) => must(hands.rest('GET', path)), 'confluence-users')],
  };
  const fingerprint = await drawnFingerprint(hands, approval);
  return hands.call('policy.approve', { ...approval, audience, fingerprint }, accountId);
}

/** A group of the site with these people in it. @returns its id */
export async function groupOf(hands: Hands, name: string, accountIds: readonly (string | null)[]): Promise<string> {
  const { groupId } = await must(hands.rest<{ groupId: string }>('POST', '/rest/api/3/group', { name }));
  for (const accountId of accountIds) await joinGroup(hands, groupId, accountId ?? '');
  return groupId;
}

export const joinGroup = (hands: Hands, groupId: string, accountId: string): Promise<unknown> =>
  must(hands.rest('POST', `/rest/api/3/group/user?groupId=${groupId}`, { accountId }));

export const leaveGroup = (hands: Hands, groupId: string, accountId: string): Promise<unknown> =>
  must(hands.rest('DELETE', `/rest/api/3/group/user?groupId=${groupId}&accountId=${encodeURIComponent(accountId)}`));

/** Stores the newest approval as it was stored before audiences were groups: with a number of people. */
export async function asOfNumber({ site }: Hands, audience: number): Promise<void> {
  const [row] = await site.sql(
    "SELECT decision_id, body FROM aims_decision WHERE kind = 'policy-approval' ORDER BY at DESC, decision_id DESC LIMIT 1",
  );
  const body = { ...(JSON.parse(String(row?.body)) as object), audience };
  await site.sql('UPDATE aims_decision SET body = ? WHERE decision_id = ?', [JSON.stringify(body), row?.decision_id]);
}

export const drawnFingerprint = (hands: Hands, version: { pageId: string; pageVersion: number }): Promise<string> =>
  policyFingerprint(async (path) => (await hands.wiki<object>('GET', path)).body, version);
