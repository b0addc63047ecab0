import type { Catalogue, Requirement } from '../../../controls';
import type { Output } from '../../contract/procedures';
import type { Reason } from '../../domain/coverage/reason';
import type { CoverageState } from '../../domain/coverage/state';
import { countStates, figure, type StateCounts, tile } from '../../domain/coverage/tile';
import { OUT_OF_SCOPE_STANDINGS } from '../../domain/item/standing';
import type { OrganisationView } from '../../domain/reader';
import type { CellRow, Totals } from '../../store/cell';

type TileView = Output<'coverage.overview'>['tiles'][number];

/** Reasons without their items: the same for every viewer. */
export function reasonsView(reasons: readonly Reason[]): TileView['reasons'] {
  return reasons.map(({ code, items, count, day, detail }) => ({
    code,
    count: count ?? items?.length ?? 0,
    ...(day === undefined ? {} : { day }),
    ...(detail === undefined ? {} : { detail }),
  }));
}

/** A framework's part of the catalogue. */
export const ofFramework = (catalogue: Catalogue, wanted: string): Catalogue => ({
  ...catalogue,
  requirements: catalogue.requirements.filter(({ framework }) => framework === wanted),
  groups: catalogue.groups.filter(({ framework }) => framework === wanted),
});

/**
 * One tile for each requirement, in the standard's order. Who may see nothing of the organisation's own gets those of the
 * requirements that AI systems of the scope have a cell of, from these cells alone.
 */
export function tilesView(catalogue: Catalogue, totals: Totals, seen: OrganisationView): TileView[] {
  const own = new Map(totals.organisation.map((cell) => [cell.requirementId, cell]));
  const counts = countsByRequirement(totals);
  if (seen === 'nothing')
    return catalogue.requirements
      .filter(({ id, scopeLevel }) => scopeLevel === 'ai-system' && counts.has(id))
      .map((requirement) => tileView(requirement, undefined, counts.get(requirement.id) ?? {}));
  return catalogue.requirements.map((requirement) =>
    tileView(requirement, own.get(requirement.id), counts.get(requirement.id) ?? {}),
  );
}

export function tileView(requirement: Requirement, own: CellRow | undefined, counts: StateCounts): TileView {
  const shown = tile(requirement, ownState(requirement, own), counts);
  const noSystem = shown.systems !== null && shown.systems.due === 0 && Object.keys(counts).length === 0;
  return {
    ...shown,
    title: requirement.title,
    kind: requirement.kind,
    group: requirement.group,
    scopeLevel: requirement.scopeLevel,
    reasons: [...(noSystem ? [{ code: 'no-ai-system', count: 0 }] : []), ...reasonsView(ownReasons(requirement, own))],
    changesOn: own?.changesOn ?? null,
  };
}

/** The systems' cells say why an `ai-system` requirement stands as it does; the organisation's own silence says nothing. */
function ownReasons(requirement: Requirement, own: CellRow | undefined): readonly Reason[] {
  const reasons = own?.reasons ?? [];
  return requirement.scopeLevel === 'organisation' ? reasons : reasons.filter(({ code }) => code !== 'nothing-linked');
}

/** Nothing was recounted yet: nothing is linked, so a clause is a gap and a control undecided. */
function ownState(requirement: Requirement, own: CellRow | undefined): CoverageState {
  if (own && own.state !== 'out-of-scope') return own.state;
  return requirement.excludable ? 'undecided' : 'gap';
}

export function countsByRequirement(totals: Totals): Map<string, StateCounts> {
  const counts = new Map<string, StateCounts>();
  for (const { requirementId, state, count } of totals.systems) {
    counts.set(requirementId, { ...counts.get(requirementId), [state]: count });
  }
  return counts;
}

/** The two populations, never added: what is met once, and the cells of AI systems. */
export function figuresView(
  tiles: readonly TileView[],
  totals: Totals,
  seen: OrganisationView,
): Pick<Output<'coverage.overview'>, 'organisation' | 'systemCells'> {
  const once = tiles.filter((entry) => entry.scopeLevel === 'organisation').map((entry) => entry.state);
  const cells: StateCounts = {};
  for (const { state, count } of totals.systems) cells[state] = (cells[state] ?? 0) + count;
  return {
    organisation: seen === 'nothing' ? null : figure(countStates(once)),
    systemCells: figure(cells, { byTriage: totals.byTriage }),
  };
}

/** Groups show their leaves; a parent is never scored. */
export function groupsView(catalogue: Catalogue, tiles: readonly TileView[]): Output<'coverage.overview'>['groups'] {
  const used = new Set(tiles.map(({ group }) => group));
  return catalogue.groups
    .filter((group) => used.has(group.id))
    .map((group) => ({
      id: group.id,
      kind: group.kind,
      title: group.title,
      objectives: catalogue.groups.flatMap(({ id, parent, objective }) =>
        objective && (id === group.id || parent === group.id) ? objective : [],
      ),
      counts: countStates(tiles.filter((entry) => entry.group === group.id).map((entry) => entry.state)),
    }));
}

/** AI systems in scope, from how many have each stage. */
export function inScopeOf(systemsByStage: Readonly<Record<string, number>>): number {
  return Object.entries(systemsByStage).reduce(
    (sum, [stage, count]) => sum + (OUT_OF_SCOPE_STANDINGS.includes(stage) ? 0 : count),
    0,
  );
}
