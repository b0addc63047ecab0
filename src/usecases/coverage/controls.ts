import type { Output } from '../../contract/procedures';
import type { Applicability } from '../../domain/decision/decision';
import { MAIN_FRAMEWORK } from '../../domain/requirement/requirement-id';
import { readTotals } from '../../store/cell';
import { readApplicability } from '../../store/decision';
import { readFreshness } from '../../store/freshness';
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
  const { applicability, newestVersion } = await readApplicability(zone);
  const shown = tilesView(statement, totals, organisation).filter(
    (tile) => tile.kind === 'control' && (group === null || tile.group === group),
  );
  return {
    asOf,
    updating,
    approved: organisation === 'nothing' ? null : approvedView(applicability, newestVersion),
    groups: statement.groups
      .filter((entry) => shown.some((tile) => tile.group === entry.id))
      .map(({ id, title }) => ({ id, title })),
    controls: shown.map(({ requirementId, title, group: of, state, systems, reasons }) => ({
      requirementId,
      title,
      group: of,
      applicability:
        organisation === 'nothing' ? null : applicabilityView(requirementId, applicability, organisation !== 'counts'),
      state,
      systems,
      reasons,
    })),
  };
};

/** The Statement of Applicability that counts. */
export const approvedView = ({ approvedOn }: Applicability, version: number): Output<'controls.status'>['approved'] =>
  approvedOn === null ? null : { version, approvedOn };

/** Reasons are people's words: they are shown to whom `seenBy` says. */
export function applicabilityView(
  requirementId: string,
  { newest, approved }: Applicability,
  withReason: boolean,
): Decided {
  const counts = approved.get(requirementId);
  const latest = newest.get(requirementId);
  return {
    applicability: counts === undefined ? 'undecided' : counts.applicable ? 'applicable' : 'excluded',
    reason: withReason ? (counts?.reason ?? null) : null,
    newerDecision: latest !== undefined && latest.decidedAt !== counts?.decidedAt,
  };
}
