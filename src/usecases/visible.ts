import { pagesAsViewer } from '../confluence/viewed-page';
import type { Context } from '../context';
import type { Output } from '../contract/procedures';
import type { ItemFact, ItemId } from '../domain/item/item-fact';
import { issueIdsOf, itemIdOf, pageIdsOf, pageItemIdOf } from '../domain/item/item-id';
import { browsableProjects } from '../jira/permission';
import { issuesAsViewer, ownedIssuesAsViewer, type Person, type ViewedIssue } from '../jira/viewed-issue';

export type IssueView = Output<'issues.titles'>['issues'][number];

/**
 * The projects whose rows the viewer may see. Of one project `figures` has asked already; of the organisation one call
 * answers for all. An issue that only its own security hides is taken off by the bulk fetch of titles, which is made
 * as the viewer.
 */
export async function visibleProjects(
  projectId: string | null,
  { configuration }: Pick<Context, 'configuration'>,
): Promise<string[]> {
  if (projectId !== null) return [projectId];
  const browsable = await browsableProjects();
  return configuration.projects.filter((id) => browsable.has(id));
}

export type OwnedRow = { fact: ItemFact; issue: IssueView; owner: Person | null };

/** The rows of a page that the viewer may open, with titles and owners from one call as the viewer. */
export async function rowsAsViewer(
  facts: readonly ItemFact[],
  ownerFields: readonly string[],
): Promise<{ rows: OwnedRow[]; dropped: number }> {
  const visible = await ownedIssuesAsViewer(
    facts.flatMap((fact) => issueIdsOf([fact.id])),
    ownerFields,
  );
  const rows = facts.flatMap((fact): OwnedRow[] => {
    const [issueId = ''] = issueIdsOf([fact.id]);
    const found = visible.get(issueId);
    if (!found) return [];
    const { owner, ...issue } = found;
    return [{ fact, issue: { issueId, ...issue }, owner }];
  });
  return { rows, dropped: facts.length - rows.length };
}

/** An issue as it is answered. */
export const issueView = (issueId: string, issue: ViewedIssue): IssueView => ({
  issueId,
  key: issue.key,
  summary: issue.summary,
  status: issue.status,
});

/** An issue or a page as the viewer may open it. */
export interface ViewedItem {
  address: string;
  /** Empty for a page. */
  key: string;
  summary: string;
  status: string;
}

/** Issues and pages by item id, from one call of each product as the viewer; what they may not open is absent. */
export async function itemsAsViewer(ids: readonly ItemId[]): Promise<Map<ItemId, ViewedItem>> {
  const issues = await issuesAsViewer(issueIdsOf(ids).slice(0, LISTED));
  const pages = await pagesAsViewer(pageIdsOf(ids).slice(0, LISTED));
  return new Map([
    ...[...issues].map(([id, { key, summary, status }]): [ItemId, ViewedItem] => [
      itemIdOf(id),
      { address: `/browse/${key}`, key, summary, status },
    ]),
    ...[...pages].map(([id, { title, status, address }]): [ItemId, ViewedItem] => [
      pageItemIdOf(id),
      { address: `/wiki${address}`, key: '', summary: title, status },
    ]),
  ]);
}

/** Titles fetched for one view. */
const LISTED = 100;
