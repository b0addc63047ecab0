import { route } from '@forge/api';
import { requestJira } from './request';

/** A word of a comment, or a person whom it mentions. */
export type CommentPart = string | { accountId: string };

/**
 * Writes a comment beside an issue, as the viewer: Jira tells whoever is mentioned, by each one's own settings. Names are Jira's, so a
 * mention holds the account alone.
 */
export async function commentOn(issueId: string, paragraphs: readonly (readonly CommentPart[])[]): Promise<void> {
  await requestJira({
    as: 'user',
    method: 'POST',
    route: route`/rest/api/3/issue/${issueId}/comment`,
    body: { body: { type: 'doc', version: 1, content: paragraphs.map(paragraph) } },
  });
}

const paragraph = (parts: readonly CommentPart[]) => ({
  type: 'paragraph',
  content: parts.map((part) =>
    typeof part === 'string' ? { type: 'text', text: part } : { type: 'mention', attrs: { id: part.accountId } },
  ),
});
