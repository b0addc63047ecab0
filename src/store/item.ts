import { isEmpty } from '../domain/item/empty';
import type { ItemFact } from '../domain/item/item-fact';
import { FACET_COLUMNS, facetValues } from './facets';
import { factFrom } from './fact';
import type { Lease } from './mark';
import { CHOSEN, chosenBy } from './registers/field';
import { change, chunks, inList, placeholders, query } from './sql';
import { targetOf } from './target';

/** A fact as a row: the whole fact as JSON, and beside it only what statements select, group, sort or join by. */
const ROWS = 200;

/** Writes facts; a row with a newer fence stays as it is. */
export async function upsertItems(facts: readonly ItemFact[], checkedAt: number, lease: Lease): Promise<void> {
  const columns = ['kind', 'project_id', ...FACET_COLUMNS, 'fact', 'lost_on', 'checked_at'];
  for (const chunk of chunks(facts, ROWS)) {
    await change(
      `INSERT INTO item (item_id, ${columns.join(', ')}, fence) VALUES ${placeholders(chunk.length, columns.length + 2)}
       ON DUPLICATE KEY UPDATE ${columns.map((column) => `${column} = ${newer(column)}`).join(', ')}, fence = GREATEST(fence, VALUES(fence))`,
      chunk.flatMap((fact) => [
        fact.id,
        fact.kind,
        fact.projectId,
        ...facetValues(fact),
        JSON.stringify(fact),
        fact.lostOn,
        checkedAt,
        lease.fence,
      ]),
    );
  }
}

/** The value of the row with the newer fence. The fence itself must be assigned last (MySQL assigns from left to right). */
export function newer(column: string): string {
  return `IF(VALUES(fence) >= fence, VALUES(${column}), ${column})`;
}

export interface Reference {
  role: string;
  target: string;
}

/**
 * How facts are found from their targets. `names` leads to requirements; items that concern no AI system themselves
 * use `names-alone`, so that the organisation's cells can be recounted without reading every system's items.
 */
export function referencesOf(fact: ItemFact): Reference[] {
  if (fact.lostOn !== null && fact.requirements.length === 0 && fact.links.length === 0) return [];
  const names = fact.links.some((link) => link.role === 'concerns') ? 'names' : 'names-alone';
  const lost = fact.lostOn !== null;
  return [
    ...(lost ? [] : fact.people.map((accountId) => ({ role: HELD_BY, target: targetOf(accountId) }))),
    ...(lost ? [] : leftFrom(fact)),
    ...(lost || !isEmpty(fact) ? [] : [{ role: EMPTY, target: EMPTY }]),
    ...(lost ? [] : chosenBy(fact).map((target) => ({ role: CHOSEN, target }))),
    ...(lost ? [] : reclassifiedFrom(fact)),
    ...fact.requirements.map((target) => ({ role: names, target })),
    ...fact.links.map(({ role, target }) => ({ role: role as string, target })),
  ];
}

/** Role and target of what done work has that is empty: a constant, so that one index finds it all. */
const EMPTY = 'empty';
/** The role of references to whoever holds an item. */
export const HELD_BY = 'held-by';
/** The role of references of an AI system to those of them whose accounts are closed. */
export const LEFT = 'left';
/** Role and target of what an AI system has whose owner is one of them: a constant, so that one index finds them all. */
export const OWNER_LEFT = 'owner-left';

const leftFrom = ({ system }: ItemFact): Reference[] => [
  ...(system?.left?.people ?? []).map((accountId) => ({ role: LEFT, target: targetOf(accountId) })),
  ...(system?.left?.owner ? [{ role: OWNER_LEFT, target: OWNER_LEFT }] : []),
];

/** The role of the reference of an AI system that says when its part, role or class last changed. */
export const RECLASSIFIED = 'reclassified';
/** Instants as they sort in an index. */
const DIGITS = 15;
export const instantTarget = (at: number): string => String(at).padStart(DIGITS, '0');
/** Where the second of two instants stands in a target. */
export const SECOND_INSTANT = `SUBSTRING(r.target_id, ${DIGITS + 2}, ${DIGITS})`;

/** When it changed, and when it was created. */
const reclassifiedFrom = ({ system }: ItemFact): Reference[] =>
  system?.reclassified === undefined
    ? []
    : [
        {
          role: RECLASSIFIED,
          target: `${instantTarget(system.reclassified.at)} ${instantTarget(system.reclassified.createdAt)}`,
        },
      ];

/** The references that must be written so that the table says `after`; those that it has too many are flagged as gone. */
export function referenceChanges(
  before: readonly Reference[],
  after: ItemFact,
): { itemId: string; reference: Reference; gone: boolean }[] {
  const key = (reference: Reference) => `${reference.role} ${reference.target}`;
  const old = new Map(before.map((reference) => [key(reference), reference]));
  const now = new Map(referencesOf(after).map((reference) => [key(reference), reference]));
  return [
    ...[...now].filter(([id]) => !old.has(id)).map(([, reference]) => ({ itemId: after.id, reference, gone: false })),
    ...[...old].filter(([id]) => !now.has(id)).map(([, reference]) => ({ itemId: after.id, reference, gone: true })),
  ];
}

/** Writes changed references in one statement for each 500; nothing to write costs nothing. */
export async function upsertReferences(changes: ReturnType<typeof referenceChanges>, lease: Lease): Promise<void> {
  for (const chunk of chunks(changes, 500)) {
    await change(
      `INSERT INTO item_reference (item_id, role, target_id, gone, fence) VALUES ${placeholders(chunk.length, 5)}
       ON DUPLICATE KEY UPDATE gone = ${newer('gone')}, fence = GREATEST(fence, VALUES(fence))`,
      chunk.flatMap(({ itemId, reference, gone }) => [
        itemId,
        reference.role,
        reference.target,
        gone ? 1 : 0,
        lease.fence,
      ]),
    );
  }
}

/** Forgets references that are gone; they were kept only so that one statement could write a whole change. */
export async function sweepReferences(): Promise<void> {
  await change('DELETE FROM item_reference WHERE gone = 1');
}

interface Unchecked {
  most: number;
  /** Last read before. */
  before: number;
}

/** Jira items that have not been read for longest: a slice of all, and those among them that are empty. Longest ago first. */
export async function longestUnchecked(slice: Unchecked, empty: Unchecked): Promise<string[]> {
  const first = ({ most }: Unchecked) => `ORDER BY i.checked_at, i.item_id LIMIT ${Math.trunc(most)}`;
  const rows = await query<{ item_id: string }>(
    `SELECT item_id, checked_at FROM (SELECT i.item_id, i.checked_at FROM item i
       WHERE i.lost_on IS NULL AND i.kind <> 'page' AND i.checked_at < ? ${first(slice)}) s
     UNION SELECT item_id, checked_at FROM (SELECT i.item_id, i.checked_at FROM item_reference r JOIN item i ON i.item_id = r.item_id
       WHERE r.role = ? AND r.target_id = ? AND r.gone = 0 AND i.lost_on IS NULL AND i.checked_at < ? ${first(empty)}) e
     ORDER BY checked_at, item_id`,
    [slice.before, EMPTY, EMPTY, empty.before],
  );
  return rows.map((row) => row.item_id);
}

/** Records that items were looked at and are as they were. */
export async function recordChecked(itemIds: readonly string[], at: number): Promise<void> {
  await change(`UPDATE item SET checked_at = ? WHERE item_id IN (${inList(itemIds)})`, [at, ...itemIds]);
}

/** How many living Jira items there are, by project; pages belong to none. */
export async function countByProject(): Promise<Map<string, number>> {
  const rows = await query<{ project_id: string; n: number }>(
    "SELECT project_id, COUNT(*) AS n FROM item WHERE lost_on IS NULL AND kind <> 'page' GROUP BY project_id",
    [],
    { n: 'number' },
  );
  return new Map(rows.map((row) => [row.project_id, row.n]));
}

/** Ids of the AI systems in scope, all or those of a project. */
export async function systemIds(): Promise<string[]> {
  const rows = await query<{ item_id: string }>(
    "SELECT item_id FROM item WHERE kind = 'ai-system' AND lost_on IS NULL",
  );
  return rows.map((row) => row.item_id);
}

export async function readFacts(itemIds: readonly string[]): Promise<ItemFact[]> {
  const facts: ItemFact[] = [];
  for (const chunk of chunks(itemIds, 500)) {
    const rows = await query<{ fact: string }>(`SELECT fact FROM item WHERE item_id IN (${inList(chunk)})`, chunk);
    facts.push(...rows.map((row) => factFrom(row.fact)));
  }
  return facts;
}

/** Living Jira items of a project that were last read before `checkedBefore`. */
export async function itemIdsOfProject(projectId: string, checkedBefore: number, limit: number): Promise<string[]> {
  const rows = await query<{ item_id: string }>(
    `SELECT item_id FROM item WHERE project_id = ? AND lost_on IS NULL AND kind <> 'page' AND checked_at < ? ORDER BY item_id LIMIT ${Math.trunc(limit)}`,
    [projectId, checkedBefore],
  );
  return rows.map((row) => row.item_id);
}

/** Living items that link to one of `itemIds`. */
export async function referrersOf(itemIds: readonly string[]): Promise<string[]> {
  const rows = await query<{ item_id: string }>(
    `SELECT DISTINCT r.item_id FROM item_reference r JOIN item i ON i.item_id = r.item_id
     WHERE r.target_id IN (${inList(itemIds)}) AND r.gone = 0 AND i.lost_on IS NULL`,
    itemIds,
  );
  return rows.map((row) => row.item_id);
}
