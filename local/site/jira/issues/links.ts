import type { Call } from '../call';
import { badRequest, JiraError, notFound } from '../errors';
import type { Issue, Link, LinkType } from '../model/entities';
import { requireLive, requireOnIssue, visibleIssue } from '../permissions/access';
import type { Site } from '../site';
import { publishLink } from './events';
import { changeItem, storeChange } from './values';

interface Named {
  readonly id?: string | undefined;
  readonly key?: string | undefined;
  readonly name?: string | undefined;
}

/** The link type that a request names by id, or by its name or one of its two texts. */
export function findLinkType(
  site: Site,
  named: Named & { inward?: string | undefined; outward?: string | undefined },
): LinkType {
  const types = site.store.linkTypes.all();
  const name = named.name ?? named.outward ?? named.inward;
  const found = types.find((type) =>
    named.id === undefined
      ? type.name === name || type.outward === named.outward || type.inward === named.inward
      : type.id === named.id,
  );
  if (!found)
    throw notFound(`No issue link type with ${named.id === undefined ? 'name' : 'id'} '${named.id ?? name}' found.`);
  return found;
}

/**
 * Links two issues: source reads the outward text towards destination. Repeating a link is harmless and changes nothing.
 * Needs Link issues in the project of one of the two. Publishes the link's event.
 */
export function createLink(call: Call, type: LinkType, source: Issue, destination: Issue): Link {
  const { site, actor } = call;
  if (source.id === destination.id) throw badRequest('You cannot link an issue to itself.');
  for (const end of [source, destination]) requireLive(site, end, 400);
  requireOnIssue(site, actor, 'LINK_ISSUES', source, 401);
  const existing = site.store.links
    .by('issue', source.id)
    .find((link) => link.typeId === type.id && link.sourceId === source.id && link.destinationId === destination.id);
  if (existing) return existing;
  const link = site.store.links.put({
    id: site.store.nextId('link'),
    typeId: type.id,
    sourceId: source.id,
    destinationId: destination.id,
  });
  record(call, link, type, true);
  publishLink(call, 'created', link);
  return link;
}

/** Needs Link issues in the source's project. Errors: 400 where one of the two issues cannot be changed. */
export function deleteLink(call: Call, link: Link): void {
  const { site, actor } = call;
  const [source, destination] = [link.sourceId, link.destinationId].map((id) => site.store.issues.get(id));
  for (const end of [source, destination]) if (end) requireLive(site, end, 400);
  if (source) requireOnIssue(site, actor, 'LINK_ISSUES', source, 401);
  const type = site.store.linkTypes.get(link.typeId);
  publishLink(call, 'deleted', link);
  site.store.links.delete(link.id);
  if (type) record(call, link, type, false);
}

/** Writes "Link" into the history of both issues; the only event of a link is its own. */
function record(call: Call, link: Link, type: LinkType, added: boolean): void {
  const { site } = call;
  const sides = [
    [link.sourceId, link.destinationId, type.outward],
    [link.destinationId, link.sourceId, type.inward],
  ] as const;
  for (const [id, otherId, words] of sides) {
    const issue = site.store.issues.get(id);
    const other = site.store.issues.get(otherId);
    if (!issue || !other) continue;
    const entry = { id: other.key, text: `This issue ${words} ${other.key}` };
    const none = { id: null, text: null };
    const items = [{ ...changeItem('Link', added ? none : entry, added ? entry : none), fieldId: 'issuelinks' }];
    storeChange(site, call.actor.accountId ?? '', issue, items);
  }
}

/** Applies `update.issuelinks` of an issue: `[{"add": {"type", "outwardIssue" | "inwardIssue"}}]`. */
export function addLinks(call: Call, issue: Issue, operations: readonly Readonly<Record<string, unknown>>[]): void {
  for (const operation of operations) {
    const entry = operation.add;
    if (typeof entry !== 'object' || entry === null) {
      throw new JiraError(400, [], {
        fields: { issuelinks: "The only operation for 'issuelinks' is 'add' with an object." },
      });
    }
    const { type, outwardIssue, inwardIssue } = entry as Record<string, Named | undefined>;
    const other = outwardIssue ?? inwardIssue;
    if (!type || !other || (outwardIssue && inwardIssue)) {
      throw new JiraError(400, [], {
        fields: { issuelinks: "Give 'type' and one of 'outwardIssue' and 'inwardIssue'." },
      });
    }
    const linked = visibleIssue(call.site, call.actor, String(other.id ?? other.key ?? ''));
    const current = call.site.store.issues.get(issue.id) ?? issue;
    if (outwardIssue) createLink(call, findLinkType(call.site, type), current, linked);
    else createLink(call, findLinkType(call.site, type), linked, current);
  }
}
