import type { Output } from '../../contract/procedures';
import type { RowBody } from '../../domain/approval/entry';
import { issueIdOf, itemIdOf } from '../../domain/item/item-id';
import type { Needs } from '../../domain/statement/points';
import type { Decided, TypedReason } from '../../domain/statement/row';
import { issuesAsViewer, VIEWED_ISSUES } from '../../jira/viewed-issue';
import { chunks } from '../../store/sql';
import type { BesideStatement, Statement } from '../../store/statement';
import { tokensOfCourse } from '../approvals/course';
import { type IssueView, issueView } from '../visible';

type ReasonView = NonNullable<Output<'statement.read'>['rows'][number]['row']>['reasons'][number];

/** Issues behind links, by item id, as the viewer may open them. */
export type Shown = ReadonlyMap<string, IssueView>;

/** Bulk fetches that one answer may cost. */
const FETCHES = 3;

/** The issues that reasons rest on, as the viewer; further ones are counted with those that the viewer may not see. */
export async function linksAsViewer(
  bodies: readonly RowBody[],
  suggested: readonly { suggested: readonly { links: readonly string[] }[] }[],
): Promise<Map<string, IssueView>> {
  const links = [
    ...bodies.flatMap((body) => (body as unknown as Decided).reasons),
    ...suggested.flatMap((row) => row.suggested),
  ].flatMap((reason) => reason.links);
  const issueIds = [...new Set(links.flatMap((link) => issueIdOf(link) ?? []))];
  const shown = new Map<string, IssueView>();
  for (const some of [...chunks(issueIds, VIEWED_ISSUES)].slice(0, FETCHES))
    for (const [id, issue] of await issuesAsViewer(some)) shown.set(itemIdOf(id), issueView(id, issue));
  return shown;
}

/** Reasons with the links that the viewer may see; requirements are everybody's. */
export const reasonViews = (reasons: readonly TypedReason[], shown: Shown): ReasonView[] =>
  reasons.map(({ kind, text, links }) => {
    const seen = links.filter((link) => issueIdOf(link) === null || shown.has(link));
    return { kind, text, links: seen, hidden: links.length - seen.length };
  });

/** Every token that a view of the Statement names. */
export function tokensOf({ course, approved, draft }: Statement): string[] {
  const bodies = [...approved.values(), ...draft.values()];
  const tokens = [
    ...tokensOfCourse(course),
    ...bodies.map(({ responsible }) => (typeof responsible === 'string' ? responsible : null)),
  ];
  return [...new Set(tokens.flatMap((token) => token ?? []))];
}

/** Living risks by the control that they name, as the checks of the Statement ask for them. */
export const needsOf = ({ needed }: Pick<BesideStatement, 'needed'>): Needs =>
  new Map([...needed].map(([control, { items }]) => [control, items]));
