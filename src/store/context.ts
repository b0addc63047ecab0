import { ORGANISATION } from '../domain/coverage/cell';
import { needsOf } from '../domain/coverage/rules';
import type { Need } from '../domain/coverage/rules/rule';
import type { CoverageState } from '../domain/coverage/state';
import type { ItemFact } from '../domain/item/item-fact';
import { GONE } from '../domain/item/standing';
import type { Applicability } from '../domain/statement/effect';
import type { TimeZone } from '../domain/time-zone';
import { AUDIENCE_SELECT, type AudienceRow } from './audience';
import { ACKNOWLEDGED_SELECT, type DecisionRow, decisionSelect } from './decision';
import { IN_SCOPE } from './facets';
import { factFrom } from './fact';
import { COMMON_ITEMS, type InForce, inForceFrom, inForceSelect } from './in-force';
import type { Reference } from './item';
import { itemSubject, LEASE_SELECT, OPEN, subjectsTell } from './mark';
import { chunks, inList, query, type SqlValue } from './sql';
import { applicabilityFrom, statementSelect } from './statement';

/**
 * The two reads of a recount, each one statement: what a batch of items touches, and what the touched cells need.
 * Both are a UNION ALL of rows of one shape, because a statement is a network call and this one runs for each event.
 */
interface Row {
  source: string;
  /** Whose the row is: an item's, a cell's, or of a kind of decision. */
  within: string;
  id: string;
  body: string;
  stamp: number | null;
  ends_at: number | null;
}

/** The unit of what counts for every system. */
export const IN_COMMON = 'common';
const STAMPS = { stamp: 'number', ends_at: 'number' } as const;

/** Links over which something counts: what treats or evidences takes over requirements and systems, what corrects lets one close. */
const CARRIES = "('treats', 'evidences', 'corrects')";

export interface Related {
  lease: { stamp: number; endsAt: number } | undefined;
  facts: Map<string, ItemFact>;
  /** References as they stand in the table, by item. */
  references: Map<string, Reference[]>;
  /** Those that are marked. */
  marked: Set<string>;
  /** Those of the items, and of what is around them, that are or were met in common. */
  common: Set<string>;
}

/**
 * Everything around `itemIds`: themselves, what treats or evidences them, and what those lead to.
 * @param targets ids that the items now link to, which the table does not know yet
 */
export async function readRelated(itemIds: readonly string[], targets: readonly string[]): Promise<Related> {
  const these = inList(itemIds);
  const rows = await query<Row>(
    `${LEASE_SELECT}
     UNION ALL SELECT 'item', '', i.item_id, i.fact, NULL, NULL FROM (
       SELECT item_id FROM item WHERE item_id IN (${these}, ${inList(targets)})
       UNION SELECT a.item_id FROM item_reference a WHERE a.target_id IN (${these}) AND a.role IN ${CARRIES} AND a.gone = 0
       UNION SELECT b.target_id FROM item_reference b WHERE b.item_id IN (${these}) AND b.role IN ${CARRIES} AND b.gone = 0
       UNION SELECT d.target_id FROM item_reference c JOIN item_reference d ON d.item_id = c.item_id
         WHERE c.target_id IN (${these}) AND c.role IN ${CARRIES} AND c.gone = 0 AND d.role IN ${CARRIES} AND d.gone = 0
     ) r JOIN item i ON i.item_id = r.item_id
     UNION ALL SELECT 'reference', item_id, role, target_id, NULL, NULL FROM item_reference WHERE item_id IN (${these}) AND gone = 0
     UNION ALL SELECT 'mark', '', subject, '', NULL, NULL FROM mark WHERE subject IN (${these}) AND ends_at = ${OPEN}
     UNION ALL SELECT 'common', '', c.item_id, '', NULL, NULL FROM (${COMMON_ITEMS}) c`,
    [...itemIds, ...targets, ...itemIds, ...itemIds, ...itemIds, ...itemIds, ...itemIds.map(itemSubject)],
    STAMPS,
  );
  const references = new Map<string, Reference[]>();
  for (const row of rows) {
    if (row.source !== 'reference') continue;
    references.set(row.within, [...(references.get(row.within) ?? []), { role: row.id, target: row.body }]);
  }
  const marks = rows.filter(({ source }) => source === 'mark').map(({ id }) => id);
  return {
    lease: leaseRow(rows),
    facts: factsOf(rows),
    references,
    marked: new Set(subjectsTell(marks).items),
    common: new Set(rows.filter(({ source }) => source === 'common').map(({ id }) => id)),
  };
}

export interface CellContext {
  lease: { stamp: number; endsAt: number } | undefined;
  facts: Map<string, ItemFact>;
  /** Ids of the items that each unit is counted from: by system, by `organisation`, and `IN_COMMON`. */
  unitItems: Map<string, Set<string>>;
  decisions: DecisionRow[];
  applicability: Applicability;
  /** Triages of the systems, and what is met in common, as approved. */
  inForce: InForce[];
  /** How many people acknowledged, by version of the policy. */
  acknowledged: Map<string, number>;
  /** Who the policy is addressed to, where its approval names groups. */
  audience: AudienceRow[];
  /** States as they stand, by `scope requirement`. */
  states: Map<string, CoverageState | 'out-of-scope'>;
  controlsNamedByRisks: string[];
}

/**
 * Everything that the cells of `systems` and the organisation's cells of `requirements` are counted from.
 * @param zone in which the day of an approval is told
 */
export async function readCellContext(
  systems: readonly string[],
  requirements: readonly string[],
  organisationLevel: readonly string[],
  zone: TimeZone,
): Promise<CellContext> {
  const decisions = decisionSelect([ORGANISATION, ...systems]);
  const statement = statementSelect(systems);
  const inForce = inForceSelect(systems);
  const parts = [LEASE_SELECT, decisions.sql, statement.sql, inForce.sql];
  const parameters: SqlValue[] = [...decisions.parameters, ...statement.parameters, ...inForce.parameters];
  if (systems.length > 0) {
    parts.push(ITEMS_MET_IN_COMMON, systemItems(inList(systems)), cellStates(`scope IN (${inList(systems)})`));
    parameters.push(...new Array(SYSTEM_LISTS).fill(systems).flat(), ...systems);
  }
  if (requirements.length > 0) {
    const items = requirementItems(organisationLevel, requirements);
    parts.push(items.sql);
    parameters.push(...items.parameters);
    parts.push(cellStates(`scope = 'organisation' AND requirement_id IN (${inList(requirements)})`));
    parameters.push(...requirements);
    parts.push(...[...needsOf(requirements)].map((need) => SELECT_OF[need]));
  }
  const rows = await query<Row>(parts.join('\n UNION ALL '), parameters, STAMPS);
  const unitItems = new Map<string, Set<string>>();
  for (const row of rows) {
    if (row.source === 'item') unitItems.set(row.within, (unitItems.get(row.within) ?? new Set()).add(row.id));
  }
  return {
    lease: leaseRow(rows),
    facts: factsOf(rows),
    unitItems,
    decisions: decisionsOf(rows),
    applicability: applicabilityFrom(rows, zone),
    inForce: inForceFrom(rows, zone),
    acknowledged: new Map(rows.filter((row) => row.source === 'acknowledged').map((row) => [row.id, row.stamp ?? 0])),
    audience: rows.filter(({ source }) => source === 'audience'),
    states: new Map(
      rows.filter((row) => row.source === 'cell').map((row) => [`${row.within} ${row.id}`, row.body as CoverageState]),
    ),
    controlsNamedByRisks: rows.filter((row) => row.source === 'named-by-risk').map((row) => row.id),
  };
}

/** How many items each of some AI systems is counted from. */
export async function countSystemItems(systems: readonly string[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const some of chunks(systems, COUNTED_AT_ONCE)) {
    const rows = await query<{ id: string; n: number }>(
      `SELECT r.within AS id, COUNT(*) AS n FROM (${systemItemIds(inList(some))}) r GROUP BY r.within`,
      new Array(SYSTEM_LISTS).fill(some).flat(),
      { n: 'number' },
    );
    for (const { id, n } of rows) counts.set(id, n);
  }
  return counts;
}

/** Well under what MySQL binds at once, though each id is bound `SYSTEM_LISTS` times. */
const COUNTED_AT_ONCE = 1_000;

/** A system's own item, what concerns it, what is linked to that, and what those name in turn. */
const systemItems = (these: string): string =>
  `SELECT 'item', r.within, i.item_id, i.fact, NULL, NULL FROM (${systemItemIds(these)}) r JOIN item i ON i.item_id = r.item_id`;

/** How many times `systemItemIds` names the systems. */
const SYSTEM_LISTS = 5;

function systemItemIds(these: string): string {
  return `SELECT item_id AS within, item_id FROM item WHERE item_id IN (${these})
      UNION SELECT target_id, item_id FROM item_reference WHERE target_id IN (${these}) AND role = 'concerns' AND gone = 0
      UNION SELECT a.target_id, b.item_id FROM item_reference a JOIN item_reference b ON b.target_id = a.item_id
        WHERE a.target_id IN (${these}) AND a.role = 'concerns' AND a.gone = 0 AND b.role IN ${CARRIES} AND b.gone = 0
      UNION SELECT a.target_id, b.target_id FROM item_reference a JOIN item_reference b ON b.item_id = a.item_id
        WHERE a.target_id IN (${these}) AND a.role = 'concerns' AND a.gone = 0 AND b.role IN ${CARRIES} AND b.gone = 0
      UNION SELECT a.target_id, c.target_id FROM item_reference a JOIN item_reference b ON b.target_id = a.item_id
        JOIN item_reference c ON c.item_id = b.item_id
        WHERE a.target_id IN (${these}) AND a.role = 'concerns' AND a.gone = 0 AND b.role IN ${CARRIES} AND b.gone = 0
          AND c.role IN ${CARRIES} AND c.gone = 0`;
}

/** What names a requirement, what treats or evidences that, and where those lead. */
function requirementItems(
  organisationLevel: readonly string[],
  all: readonly string[],
): { sql: string; parameters: string[] } {
  const named = `((a.role = 'names' AND a.target_id IN (${inList(organisationLevel)})) OR (a.role = 'names-alone' AND a.target_id IN (${inList(all)}))) AND a.gone = 0`;
  const selects = [
    `SELECT a.item_id FROM item_reference a WHERE ${named}`,
    `SELECT b.item_id FROM item_reference a JOIN item_reference b ON b.target_id = a.item_id
        WHERE ${named} AND b.role IN ${CARRIES} AND b.gone = 0`,
    `SELECT c.target_id FROM item_reference a JOIN item_reference c ON c.item_id = a.item_id
        WHERE ${named} AND c.role IN ${CARRIES} AND c.gone = 0`,
    `SELECT c.target_id FROM item_reference a JOIN item_reference b ON b.target_id = a.item_id
        JOIN item_reference c ON c.item_id = b.item_id
        WHERE ${named} AND b.role IN ${CARRIES} AND b.gone = 0 AND c.role IN ${CARRIES} AND c.gone = 0`,
  ];
  return {
    sql: `SELECT 'item', 'organisation', i.item_id, i.fact, NULL, NULL FROM (
      ${[...selects, leftBehind('a.item_id', inList(all)), leftBehind('s.target_id', inList(all))].join('\n      UNION ')}
    ) r JOIN item i ON i.item_id = r.item_id`,
    parameters: [...selects.flatMap(() => [...organisationLevel, ...all]), ...all, ...all],
  };
}

/** Nonconformities that name a requirement and of which every AI system has left the scope, or those systems. */
const leftBehind = (
  wanted: 'a.item_id' | 's.target_id',
  requirements: string,
) => `SELECT ${wanted} FROM item_reference a
        JOIN item n ON n.item_id = a.item_id AND n.kind = 'nonconformity'
        JOIN item_reference s ON s.item_id = a.item_id AND s.role = 'concerns' AND s.gone = 0
        WHERE a.role = 'names' AND a.target_id IN (${requirements}) AND a.gone = 0 AND NOT EXISTS (
          SELECT 1 FROM item_reference c JOIN item t ON t.item_id = c.target_id
          WHERE c.item_id = a.item_id AND c.role = 'concerns' AND c.gone = 0 AND t.lost_on IS NULL
            AND t.standing ${IN_SCOPE})`;

function cellStates(where: string): string {
  return `SELECT 'cell', scope, requirement_id, state, NULL, NULL FROM coverage_cell WHERE ${where}`;
}

/** What is met in common, and where it takes its requirements from: few, and counted for every system. */
const ITEMS_MET_IN_COMMON = `SELECT 'item', '${IN_COMMON}', i.item_id, i.fact, NULL, NULL FROM (
    ${COMMON_ITEMS}
    UNION SELECT r.target_id FROM (${COMMON_ITEMS}) d JOIN item_reference r ON r.item_id = d.item_id
      WHERE r.role IN ${CARRIES} AND r.gone = 0
  ) c JOIN item i ON i.item_id = c.item_id`;

const CONTROLS_NAMED_BY_RISKS = `SELECT DISTINCT 'named-by-risk', '', n.target_id, '', NULL, NULL
  FROM item i JOIN item_reference n ON n.item_id = i.item_id
  WHERE i.kind = 'ai-risk' AND i.lost_on IS NULL AND i.standing <> '${GONE}' AND n.role IN ('names', 'names-alone') AND n.gone = 0`;

/** What rules need besides, for a UNION ALL with other reads. */
const SELECT_OF: Readonly<Record<Need, string>> = {
  audience: AUDIENCE_SELECT,
  nonconformities: `SELECT 'item', 'organisation', item_id, fact, NULL, NULL FROM item WHERE lost_on IS NULL AND (kind = 'nonconformity'
    OR item_id IN (SELECT item_id FROM item_reference WHERE role = 'corrects' AND gone = 0))`,
  acknowledgements: ACKNOWLEDGED_SELECT,
  'controls-named-by-risks': CONTROLS_NAMED_BY_RISKS,
};

function leaseRow(rows: readonly Row[]): { stamp: number; endsAt: number } | undefined {
  const row = rows.find(({ source }) => source === 'lease');
  return row ? { stamp: row.stamp ?? 0, endsAt: row.ends_at ?? 0 } : undefined;
}

function factsOf(rows: readonly Row[]): Map<string, ItemFact> {
  return new Map(rows.filter(({ source }) => source === 'item').map((row) => [row.id, factFrom(row.body)]));
}

function decisionsOf(rows: readonly Row[]): DecisionRow[] {
  return rows
    .filter(({ source }) => source === 'decision')
    .map((row) => ({
      kind: row.within,
      body: JSON.parse(row.body) as unknown,
      at: row.stamp ?? 0,
      decisionId: row.id,
    }));
}
