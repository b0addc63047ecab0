import type { Requirement } from '../../../controls';
import type { CoverageState } from './state';
import type { Tile } from './tile';

/** Documented information that the standard asks for: how many pieces are there and current, of those due by now. */
export interface Documents {
  current: number;
  required: number;
}

const CURRENT: ReadonlySet<CoverageState> = new Set(['implemented', 'verified']);

/**
 * Counts the 20 pieces of mandatory documented information by the requirement that asks for each. A piece is there when
 * its requirement is implemented: then a document in an approved version, or a record, is linked and current. What is
 * asked of every AI system is there when it is there for all of those for which it is due; while it is due for none it
 * is not asked for. Clauses cannot be excluded, so nothing else leaves the 20.
 */
export function requiredDocuments(
  requirements: readonly Pick<Requirement, 'id' | 'mandatoryDocuments'>[],
  tiles: readonly Tile[],
): Documents {
  const byId = new Map(tiles.map((tile) => [tile.requirementId, tile]));
  const documents: Documents = { current: 0, required: 0 };
  for (const { id, mandatoryDocuments } of requirements) {
    const tile = byId.get(id);
    if (!tile || mandatoryDocuments.length === 0 || isNotAskedFor(tile)) continue;
    documents.required += mandatoryDocuments.length;
    if (isThere(tile)) documents.current += mandatoryDocuments.length;
  }
  return documents;
}

const isNotAskedFor = ({ state, systems }: Tile): boolean =>
  systems !== null && systems.due === 0 && state === 'not-due';

function isThere({ state, systems }: Tile): boolean {
  return systems === null ? CURRENT.has(state) : systems.due > 0 && systems.implemented === systems.due;
}
