import { isDoneWork, isPageAddress, saysEnough } from '../domain/item/empty';
import type { ItemFact, ItemId } from '../domain/item/item-fact';
import { itemIdOf } from '../domain/item/item-id';
import type { JiraIssue } from '../jira/issue';
import { type RemoteLink, remoteLinksOf } from '../jira/remote-links';

/** System fields that tell whether done work says anything. */
export const SAYING_FIELDS = ['description', 'attachment'] as const;

/** Requests at a time: Jira answers links of one issue only. */
const AT_ONCE = 10;

/**
 * Marks done work that says nothing of what was done. Jira is asked for links only where neither the description nor an attachment says
 * something, and only of what names a requirement: what counts for none proves none.
 * @param facts of the issues; those that are empty are replaced
 * @param isPartial Jira does not answer all that the fact is made of, so that it may name what cannot be read
 * @returns how many issues it asked Jira for
 */
export async function lookForEmpty(
  issues: readonly JiraIssue[],
  facts: Map<ItemId, ItemFact>,
  isPartial: (id: ItemId) => boolean,
): Promise<number> {
  const bare = issues.filter((issue) => {
    const fact = facts.get(itemIdOf(issue.id));
    return fact !== undefined && isDoneWork(fact) && (names(fact) || isPartial(fact.id)) && !says(issue);
  });
  for (let start = 0; start < bare.length; start += AT_ONCE)
    await Promise.all(
      bare.slice(start, start + AT_ONCE).map(async ({ id }) => {
        const fact = facts.get(itemIdOf(id));
        if (fact && !(await remoteLinksOf(id)).some(isPage)) facts.set(fact.id, { ...fact, empty: true });
      }),
    );
  return bare.length;
}

/** By itself, or over a link to what does. */
const names = ({ requirements, links }: ItemFact): boolean =>
  requirements.length > 0 || links.some(({ role }) => role === 'treats' || role === 'evidences');

function says({ fields }: JiraIssue): boolean {
  const attachments = fields.attachment;
  return saysEnough(fields.description) || (Array.isArray(attachments) && attachments.length > 0);
}

const isPage = ({ application, address }: RemoteLink): boolean =>
  application === 'com.atlassian.confluence' || isPageAddress(address);
