import type { Context } from '../context';
import { ORGANISATION } from '../domain/coverage/cell';
import { organisationCells } from '../domain/coverage/organisation-cells';
import { systemCells } from '../domain/coverage/system-cells';
import type { Decisions } from '../domain/decision/decision';
import type { ItemFact, ItemId } from '../domain/item/item-fact';
import { controlsOfStatement } from '../domain/requirement/statement';
import { appendSnapshots, type CellRow, OUT_OF_SCOPE, upsertCells } from '../store/cell';
import { type CellContext, IN_COMMON, readCellContext } from '../store/context';
import { decisionsFrom } from '../store/decision';
import { granted, type Lease, renew, settle, subjectsOf } from '../store/mark';
import { chunks } from '../store/sql';
import type { Touched } from './touched';
import { WriterBusy } from './writer-busy';

/** Systems recounted in one go: their items stay well within what one answer may carry (4 MiB). */
const SYSTEMS_AT_ONCE = 100;

export function unitsOf(touched: Touched): string[] {
  return subjectsOf({
    systems: [...touched.systems].sort(),
    requirements: [...touched.requirements].sort(),
    everySystem: false,
  });
}

/**
 * Recounts what is touched, writes cells and history, settles `marks` and gives the lease back.
 * @param lease granted, or just asked for: then the first read tells whether it was granted
 * @throws WriterBusy when another writer holds the lease; the marks stay
 */
export async function recount(
  touched: Touched,
  marks: readonly string[],
  lease: Lease,
  context: Context,
): Promise<void> {
  const systemChunks = [...chunks([...touched.systems].sort(), SYSTEMS_AT_ONCE)];
  if (systemChunks.length === 0) systemChunks.push([]);
  for (const [index, systems] of systemChunks.entries()) {
    const requirements = index === 0 ? [...touched.requirements].sort() : [];
    if (systems.length === 0 && requirements.length === 0) continue;
    const known = await readCellContext(
      systems,
      requirements,
      requirements.filter((id) => context.requirements.get(id)?.scopeLevel === 'organisation'),
      context.zone,
    );
    if (!granted(lease, known.lease) || !(await renew(lease, context.now(), context.random)))
      throw new WriterBusy('Another writer holds the lease.');
    await writeCells(recountedCells(systems, requirements, known, context), known, lease, context);
  }
  if (!(await settle(marks, lease))) throw new WriterBusy('Another writer has taken the lease.');
}

function recountedCells(
  systems: readonly ItemId[],
  requirements: readonly string[],
  known: CellContext,
  context: Pick<Context, 'catalogue' | 'requirements' | 'configuration' | 'zone' | 'today'>,
): CellRow[] {
  const decisions = decisionsFrom(known.decisions, known.acknowledged, known.applicability, known.inForce);
  const today = context.today();
  const rows = systems.flatMap((id) => rowsOfSystem(id, known, decisions, today, context));
  if (requirements.length === 0) return rows;
  const cells = organisationCells({
    requirements: requirements.flatMap((id) => context.requirements.get(id) ?? []),
    index: itemsOf(ORGANISATION, known),
    decisions,
    settings: context.configuration.settings,
    controls: controlsOfStatement(context.catalogue).map(({ id }) => id),
    controlsNamedByRisks: known.controlsNamedByRisks,
    today,
  });
  return [...rows, ...cells.map((cell) => ({ ...cell, projectId: '' }))];
}

function rowsOfSystem(
  id: ItemId,
  known: CellContext,
  decisions: Decisions,
  today: string,
  context: Pick<Context, 'catalogue' | 'configuration'>,
): CellRow[] {
  const system = known.facts.get(id);
  if (!system) return leftScope(id, '', new Set(), known);
  const index = itemsOf(id, known);
  for (const [common, fact] of itemsOf(IN_COMMON, known)) index.set(common, fact);
  const cells = systemCells({
    system,
    index,
    decisions,
    settings: context.configuration.settings,
    requirements: context.catalogue.requirements.filter((requirement) => requirement.scopeLevel === 'ai-system'),
    today,
  });
  const counted = new Set(cells.map((cell) => cell.requirementId));
  return [
    ...cells.map((cell) => ({ ...cell, projectId: system.projectId })),
    ...leftScope(id, system.projectId, counted, known),
  ];
}

/** Cells that the system had and has no longer. */
function leftScope(id: ItemId, projectId: string, counted: ReadonlySet<string>, known: CellContext): CellRow[] {
  return [...known.states.keys()]
    .filter((key) => key.startsWith(`${id} `))
    .map((key) => key.slice(id.length + 1))
    .filter((requirementId) => !counted.has(requirementId))
    .map((requirementId) => ({
      scope: id,
      requirementId,
      projectId,
      state: OUT_OF_SCOPE,
      reasons: [],
      changesOn: null,
    }));
}

function itemsOf(unit: string, known: CellContext): Map<ItemId, ItemFact> {
  const index = new Map<ItemId, ItemFact>();
  for (const id of known.unitItems.get(unit) ?? []) addKnown(index, id, known);
  return index;
}

function addKnown(index: Map<ItemId, ItemFact>, id: ItemId, known: CellContext): void {
  const fact = known.facts.get(id);
  if (fact) index.set(id, fact);
}

async function writeCells(
  rows: readonly CellRow[],
  known: CellContext,
  lease: Lease,
  context: Pick<Context, 'now'>,
): Promise<void> {
  if (rows.length === 0) return;
  await upsertCells(rows, lease);
  const changed = rows.filter((row) => known.states.get(`${row.scope} ${row.requirementId}`) !== row.state);
  if (changed.length > 0) await appendSnapshots(changed, context.now());
}
