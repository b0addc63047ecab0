import type { Context } from '../../context';
import type { Output } from '../../contract/procedures';
import { inForce } from '../../domain/approval/course';
import { isSame } from '../../domain/approval/entry';
import { MAIN_FRAMEWORK } from '../../domain/requirement/requirement-id';
import type { ControlRow } from '../../domain/statement/row';
import { readTotals } from '../../store/cell';
import { readFreshness } from '../../store/freshness';
import { readStatement, type Statement } from '../../store/statement';
import type { UseCase } from '../use-case';
import { ofFramework, tilesView } from './view';

type Decided = NonNullable<Output<'controls.status'>['controls'][number]['applicability']>;

/** Applicability and state of the controls: three statements, no call to a product. */
export const controlsStatus: UseCase<'controls.status', 'catalogue' | 'zone'> = async (
  { projectId, group },
  { catalogue, zone },
  { organisation },
) => {
  const statement = ofFramework(catalogue, MAIN_FRAMEWORK);
  const totals = await readTotals(projectId, MAIN_FRAMEWORK);
  const { asOf, updating } = await readFreshness();
  const soa = await readStatement();
  const shown = tilesView(statement, totals, organisation).filter(
    (tile) => tile.kind === 'control' && (group === null || tile.group === group),
  );
  return {
    asOf,
    updating,
    approved: organisation === 'nothing' ? null : approvedView(soa, zone),
    groups: statement.groups
      .filter((entry) => shown.some((tile) => tile.group === entry.id))
      .map(({ id, title }) => ({ id, title })),
    controls: shown.map(({ requirementId, title, group: of, state, systems, reasons }) => ({
      requirementId,
      title,
      group: of,
      applicability:
        organisation === 'nothing' ? null : applicabilityView(requirementId, soa, organisation !== 'counts'),
      state,
      systems,
      reasons,
    })),
  };
};

/** The Statement of Applicability that counts. */
export function approvedView(
  { course }: Pick<Statement, 'course'>,
  zone: Context['zone'],
): Output<'controls.status'>['approved'] {
  const counts = inForce(course);
  return counts && { version: counts.version, approvedOn: zone.dayOf(counts.at) };
}

/** Reasons are people's words: they are shown to whom `seenBy` says. */
export function applicabilityView(
  requirementId: string,
  { draft, approved }: Pick<Statement, 'draft' | 'approved'>,
  withReason: boolean,
): Decided {
  const counts = approved.get(requirementId) as unknown as ControlRow | undefined;
  return {
    applicability: counts === undefined ? 'undecided' : counts.applicable ? 'applicable' : 'excluded',
    reason: withReason && counts ? counts.reasons.map(({ text }) => text).join(' ') : null,
    newerDecision: !isSame(draft.get(requirementId), approved.get(requirementId)),
  };
}
