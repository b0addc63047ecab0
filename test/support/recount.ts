import { catalogue } from '../../controls';
import type { Site } from '../../local/site';
import { organisationCells } from '../../src/domain/coverage/organisation-cells';
import { systemCells } from '../../src/domain/coverage/system-cells';
import { DEFAULT_SETTINGS, type Decisions, NO_DECISIONS } from '../../src/domain/decision/decision';
import type { ItemFact } from '../../src/domain/item/item-fact';

/** Facts as they are stored, by id. */
export async function storedFacts(site: Site): Promise<Map<string, ItemFact>> {
  const rows = await site.sql('SELECT item_id, fact FROM item ORDER BY item_id');
  return new Map(rows.map((row) => [String(row.item_id), JSON.parse(String(row.fact)) as ItemFact]));
}

/** Cells as they are stored: `scope requirement` -> state, reasons and next change. */
export async function storedCells(site: Site): Promise<Record<string, unknown>> {
  const rows = await site.sql(
    "SELECT scope, requirement_id, state, reasons, changes_on FROM coverage_cell WHERE state <> 'out-of-scope'",
  );
  return Object.fromEntries(
    rows
      .map(
        (row) =>
          [
            `${row.scope} ${row.requirement_id}`,
            { state: row.state, reasons: JSON.parse(String(row.reasons)), changesOn: row.changes_on },
          ] as const,
      )
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/**
 * Every cell counted from all facts at once, by the domain alone: no marks, no joins, no idea of what was touched.
 * Organisation cells that nothing ever touched are not stored, so only those that say something are compared.
 */
export function fullRecount(
  facts: ReadonlyMap<string, ItemFact>,
  today: string,
  decisions: Decisions = NO_DECISIONS,
): Record<string, unknown> {
  const inputs = { index: facts, decisions, settings: DEFAULT_SETTINGS, today };
  const perSystem = catalogue.requirements.filter(({ scopeLevel }) => scopeLevel === 'ai-system');
  const cells = [
    ...[...facts.values()].flatMap((fact) =>
      fact.kind === 'ai-system' ? systemCells({ ...inputs, system: fact, requirements: perSystem }) : [],
    ),
    ...organisationCells({
      ...inputs,
      requirements: catalogue.requirements,
      controls: catalogue.requirements.filter(({ kind }) => kind === 'control').map(({ id }) => id),
      controlsNamedByRisks: [...facts.values()]
        .filter((fact) => fact.kind === 'ai-risk' && fact.lostOn === null)
        .flatMap((fact) => fact.requirements),
    }),
  ];
  return Object.fromEntries(
    cells
      .map(
        (cell) =>
          [
            `${cell.scope} ${cell.requirementId}`,
            { state: cell.state, reasons: cell.reasons, changesOn: cell.changesOn },
          ] as const,
      )
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Leaves out what is as if nothing had ever happened, so that a cell never touched equals one that was recounted. */
export function spoken(cells: Record<string, unknown>, silent: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(cells).filter(([key, cell]) => JSON.stringify(silent[key]) !== JSON.stringify(cell)),
  );
}
