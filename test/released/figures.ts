import { operate } from '../../cli/operator';
import type { Site } from '../../local/site';
import { numberOf } from '../../src/domain/requirement/requirement-id';

interface Overview {
  organisation: Record<string, number>;
  systemCells: Record<string, number>;
  tiles: { requirementId: string; state: string; systems: { implemented: number; due: number } | null }[];
}

/** What the overview of the organisation says, in a form that versions can be compared by. */
export interface Figures {
  organisation: Record<string, number>;
  systemCells: Record<string, number>;
  /** By requirement number: its state, and of how many AI systems it is asked and met. */
  tiles: Record<string, string>;
}

export async function figuresOf(site: Site): Promise<Figures> {
  const { organisation, systemCells, tiles } = await operate(site).call<Overview>('aims-project', 'coverage.overview', {
    projectId: null,
  });
  const words = tiles.map(({ requirementId, state, systems }): [string, string] => [
    numberOf(requirementId),
    systems === null ? state : `${state} ${systems.implemented}/${systems.due}`,
  ]);
  return { organisation, systemCells, tiles: Object.fromEntries(words) };
}
