import type { Context } from '../../context';
import type { Output } from '../../contract/procedures';
import { inForce } from '../../domain/approval/course';
import { type Content, isSame } from '../../domain/approval/entry';
import { issueIdsOf, itemIdOf } from '../../domain/item/item-id';
import { MAIN_FRAMEWORK } from '../../domain/requirement/requirement-id';
import { appliesToNone } from '../../domain/statement/effect';
import type { ControlRow, DeviationRow } from '../../domain/statement/row';
import { AppError } from '../../errors';
import { issuesAsViewer, VIEWED_ISSUES, type ViewedIssue } from '../../jira/viewed-issue';
import { readTotals } from '../../store/cell';
import { type DeviationsOfControl, readDeviationsInForce, readStatement, type Statement } from '../../store/statement';
import type { UseCase } from '../use-case';
import { type IssueView, issueView } from '../visible';
import { ofFramework, tilesView } from './view';

type Decided = NonNullable<Output<'controls.status'>['controls'][number]['applicability']>;

/**
 * Applicability and state of the controls: three statements, and where single AI systems deviate one call for their titles, as the
 * viewer.
 */
export const controlsStatus: UseCase<'controls.status', 'catalogue' | 'zone'> = async (
  { projectId, group },
  { catalogue, zone },
  { accountId, organisation },
) => {
  const statement = ofFramework(catalogue, MAIN_FRAMEWORK);
  const totals = await readTotals(projectId, MAIN_FRAMEWORK);
  const { deviations, fresh } = await readDeviationsInForce(projectId);
  const soa = await readStatement();
  const shown = tilesView(statement, totals, organisation).filter(
    (tile) => tile.kind === 'control' && (group === null || tile.group === group),
  );
  const withReasons = organisation === 'everything' || organisation === 'reasons';
  const told = shown.flatMap(({ requirementId }) => deviations.get(requirementId)?.some ?? []);
  const titles = withReasons && accountId !== null ? await systemsAsViewer(told) : new Map();
  return {
    ...fresh,
    approved: organisation === 'nothing' ? null : approvedView(soa, zone),
    groups: statement.groups
      .filter((entry) => shown.some((tile) => tile.group === entry.id))
      .map(({ id, title }) => ({ id, title })),
    controls: shown.map(({ requirementId, title, group: of, state, systems, reasons }) => ({
      requirementId,
      title,
      group: of,
      applicability: organisation === 'nothing' ? null : applicabilityView(requirementId, soa, withReasons),
      appliesToNone:
        organisation !== 'nothing' && appliesToNone(controlIn(soa.approved, requirementId), systems?.counts ?? null),
      deviations: organisation === 'nothing' ? null : deviationsView(deviations.get(requirementId), titles),
      state,
      systems,
      reasons,
    })),
  };
};

type Titles = ReadonlyMap<string, IssueView>;

/** AI systems that deviate, by item id: of those whose titles the viewer may see. Who has no Jira may see none. */
async function systemsAsViewer(told: DeviationsOfControl['some']): Promise<Titles> {
  const issueIds = [...new Set(issueIdsOf(told.map(({ itemId }) => itemId)))].slice(0, VIEWED_ISSUES);
  const seen = await issuesAsViewer(issueIds).catch((error: unknown): Map<string, ViewedIssue> => {
    if (error instanceof AppError && error.code === 'jira-forbidden') return new Map();
    throw error;
  });
  return new Map([...seen].map(([id, issue]) => [itemIdOf(id), issueView(id, issue)]));
}

function deviationsView(
  { count, some }: DeviationsOfControl = { count: 0, some: [] },
  titles: Titles,
): NonNullable<Output<'controls.status'>['controls'][number]['deviations']> {
  const listed = some.flatMap(({ itemId, body }) => {
    const system = titles.get(itemId);
    const { applicable, reasons } = body as unknown as DeviationRow;
    return system ? [{ system, applicable, reason: reasons.map(({ text }) => text).join(' ') }] : [];
  });
  return { count, listed };
}

/** The Statement of Applicability that counts. */
export function approvedView(
  { course }: Pick<Statement, 'course'>,
  zone: Context['zone'],
): Output<'controls.status'>['approved'] {
  const counts = inForce(course);
  return counts && { version: counts.version, approvedOn: zone.dayOf(counts.at) };
}

const controlIn = (content: Content, requirementId: string) =>
  content.get(requirementId) as unknown as ControlRow | undefined;

/** Reasons are people's words: they are shown to whom `seenBy` says. */
export function applicabilityView(
  requirementId: string,
  { draft, approved }: Pick<Statement, 'draft' | 'approved'>,
  withReason: boolean,
): Decided {
  const counts = controlIn(approved, requirementId);
  return {
    applicability: counts === undefined ? 'undecided' : counts.applicable ? 'applicable' : 'excluded',
    reason: withReason && counts ? counts.reasons.map(({ text }) => text).join(' ') : null,
    newerDecision: !isSame(draft.get(requirementId), approved.get(requirementId)),
  };
}
