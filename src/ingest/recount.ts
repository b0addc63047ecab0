import type { Context } from '../context';
import { ORGANISATION } from '../domain/coverage/cell';
import { organisationCells } from '../domain/coverage/organisation-cells';
import { systemCells } from '../domain/coverage/system-cells';
import type { Decisions } from '../domain/decision/decision';
import type { ItemFact, ItemId } from '../domain/item/item-fact';
import { controlsOfStatement } from '../domain/requirement/statement';
import { appendSnapshots, type CellRow, OUT_OF_SCOPE, upsertCells } from '../store/cell';
import { type CellContext, countSystemItems, IN_COMMON, readCellContext } from '../store/context';
import { decisionsFrom } from '../store/decision';
import { granted, type Lease, MARKS_AT_ONCE, renew, settle, settleOnTheWay, subjectsOf } from '../store/mark';
import { cut } from '../store/sql';
import { MARGIN_MILLISECONDS } from './pause';
import type { Touched } from './touched';
import { WriterBusy } from './writer-busy';

/** Systems recounted in one go, and items that those are counted from: facts stay well within what one answer may carry (4 MiB). */
const AT_ONCE = { systems: 100, items: 2_000 } as const;
/** So few systems are not asked how many items they have: an event that touches one or two costs no statement more. */
const FEW_SYSTEMS = 5;
/** From so many systems on a long recount settles what it has done, so that those of one more piece are few enough, too. */
const SETTLED_FROM = MARKS_AT_ONCE - AT_ONCE.systems + 1;

export function unitsOf(touched: Touched): string[] {
  return subjectsOf({
    systems: [...touched.systems].sort(),
    requirements: [...touched.requirements].sort(),
    everySystem: false,
  });
}

/**
 * Recounts what is touched, writes cells and history, settles `marks` and gives the lease back. What many systems take is settled
 * as it is done, so a crash leaves little to be done again; where the invocation comes to its end, what is left stays marked.
 * @param lease granted, or just asked for: then the first read tells whether it was granted
 * @throws WriterBusy when another writer holds the lease; the marks stay
 */
export async function recount(
  touched: Touched,
  marks: readonly string[],
  lease: Lease,
  context: Context,
): Promise<void> {
  const [first = [], ...rest] = await piecesOf([...touched.systems].sort());
  const requirements = [...touched.requirements].sort();
  if (first.length + requirements.length > 0) await recountUnits(first, requirements, lease, context);
  const open = new Set(marks);
  let done = [...first];
  while (rest.length > 0 && context.remaining() >= MARGIN_MILLISECONDS) {
    if (done.length >= SETTLED_FROM) {
      await settleOnTheWay(marksOf(done), lease);
      for (const subject of marksOf(done)) open.delete(subject);
      done = [];
    }
    const next = rest.shift() ?? [];
    await recountUnits(next, [], lease, context);
    done.push(...next);
  }
  const left = marksOf(rest.flat());
  if (left.length > 0) context.log.info('recount-paused', { systems: left.length });
  for (const subject of left) open.delete(subject);
  if (!(await settle([...open], lease))) throw new WriterBusy('Another writer has taken the lease.');
}

const marksOf = (systems: readonly ItemId[]): string[] => subjectsOf({ systems, requirements: [], everySystem: false });

async function piecesOf(systems: readonly ItemId[]): Promise<ItemId[][]> {
  const items = systems.length > FEW_SYSTEMS ? await countSystemItems(systems) : new Map<ItemId, number>();
  return cut(systems, AT_ONCE.items, (id) => items.get(id) ?? 1, AT_ONCE.systems);
}

async function recountUnits(
  systems: readonly ItemId[],
  requirements: readonly string[],
  lease: Lease,
  context: Context,
): Promise<void> {
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

function recountedCells(
  systems: readonly ItemId[],
  requirements: readonly string[],
  known: CellContext,
  context: Pick<Context, 'catalogue' | 'requirements' | 'configuration' | 'zone' | 'today'>,
): CellRow[] {
  const decisions = decisionsFrom(known);
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
