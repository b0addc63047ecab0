import type { Shown } from './seen-tiles';
import type { Hands } from './site';

/** What nothing ever touched is not stored. */
const untouched = (key: string): string => (key.includes('/A.') ? 'undecided' : 'gap');

/** States that the app stores and that differ from `counted`, each with both words; cells that only one of them has count. */
export async function differingCells({ site }: Hands, counted: ReadonlyMap<string, string>): Promise<string[]> {
  const rows = await site.sql("SELECT scope, requirement_id, state FROM coverage_cell WHERE state <> 'out-of-scope'");
  const stored = new Map(
    rows.map((row) => [`${String(row.scope).replace(/^jira:/, '')} ${row.requirement_id}`, String(row.state)]),
  );
  const ofSystems = [...stored.keys()].filter((key) => !key.startsWith('organisation ') && !counted.has(key));
  return [
    ...[...counted].flatMap(([key, state]) => {
      const kept = stored.get(key) ?? (key.startsWith('organisation ') ? untouched(key) : 'nothing');
      return kept === state ? [] : [`${key}: ${state}, stored ${kept}`];
    }),
    ...ofSystems.map((key) => `${key}: not counted, stored ${stored.get(key)}`),
  ];
}

interface Overview extends Omit<Shown, 'tiles'> {
  tiles: { requirementId: string; state: string; systems: { implemented: number; due: number } | null }[];
}

/** What the overview of the organisation shows, in the form in which it is counted from Jira. */
export async function shownByApp(hands: Hands): Promise<Shown> {
  const overview = await hands.call<Overview>('coverage.overview', { projectId: null });
  const { organisation, systemCells } = overview;
  const tiles = overview.tiles.map(({ requirementId, state, systems }): [string, string] => [
    requirementId,
    systems === null ? state : `${state} ${systems.implemented}/${systems.due}`,
  ]);
  return { tiles: Object.fromEntries(tiles), organisation, systemCells };
}
