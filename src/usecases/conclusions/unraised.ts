import type { Context } from '../../context';
import type { Output } from '../../contract/procedures';
import { ORGANISATION } from '../../domain/coverage/cell';
import { nothingRaised } from '../../domain/coverage/conclusion';
import { issueIdOf, issueIdsOf } from '../../domain/item/item-id';
import { issuesAsViewer } from '../../jira/viewed-issue';
import { type GivenConclusion, notWithdrawn } from '../../store/conclusion';
import { issueView } from '../visible';

type View = Output<'viewer.needs'>['awaiting']['unraised'];

const LISTED = 20;
export const NONE_UNRAISED: View = { conclusions: [], more: 0 };

/** Check N3: findings from which nobody has raised a nonconformity, newest first; AI systems as the viewer may open them. */
export async function unraisedView(
  given: readonly GivenConclusion[],
  { requirements, today }: Pick<Context, 'requirements' | 'today'>,
): Promise<View> {
  const found = nothingRaised(notWithdrawn(given), today()).sort((a, b) => (a.concludedOn < b.concludedOn ? 1 : -1));
  const listed = found.slice(0, LISTED);
  const ids = [...new Set(issueIdsOf(listed.map(({ scope }) => scope)))];
  const visible = ids.length === 0 ? new Map() : await issuesAsViewer(ids);
  const conclusions = listed.flatMap(({ scope, requirementId, concludedOn }) => {
    const issueId = scope === ORGANISATION ? null : (issueIdOf(scope) ?? '');
    const issue = issueId === null ? null : visible.get(issueId);
    if (issue === undefined) return [];
    const system = issue === null ? null : issueView(issueId ?? '', issue);
    return [{ requirementId, title: requirements.get(requirementId)?.title ?? '', system, concludedOn }];
  });
  return { conclusions, more: found.length - conclusions.length };
}
