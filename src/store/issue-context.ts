import type { CoverageState } from '../domain/coverage/state';
import type { Day } from '../domain/day';
import type { ItemFact, ItemId, LinkRole } from '../domain/item/item-fact';
import { BY_TRIAGE, OUT_OF_SCOPE } from './cell';
import { bodyOf } from './decision';
import { factFrom } from './fact';
import { type InCommonUntil, inCommonFrom, inCommonOf } from './in-common';
import { itemSubject, OPEN } from './mark';
import { FOUND_BY } from './property-witness';
import { inList, query, type SqlValue } from './sql';
import { waiting } from './waiting';

const LINK_ROLES = "('concerns', 'treats', 'corrects', 'evidences')";
/** Items that link to one issue and are listed; the others are counted. */
const LISTED_REFERRERS = 40;

export interface LinkedFact {
  role: LinkRole;
  fact: ItemFact;
}

export interface AroundItem {
  own: ItemFact | null;
  out: LinkedFact[];
  incoming: LinkedFact[];
  /** All that link to it, by role, the listed ones too. */
  incomingCounts: Map<LinkRole, number>;
  /** AI risks that concern it, whether they are listed or not. */
  risks: number;
  /** Requirements of AI systems that it meets or met in common, and until when. */
  inCommon: Map<string, InCommonUntil>;
  /** Requirements that its property names and the app did not write there: when each was found, epoch milliseconds. */
  pastApp: Map<string, number>;
  /** What somebody who audits agreed to of it, by its id: that it was dismissed on that day. */
  agreed: Map<ItemId, Day>;
  /** It waits to be read. */
  updating: boolean;
}

/** An item with both ends of its links, in one statement. */
export async function readAround(itemId: ItemId): Promise<AroundItem> {
  const noted = (await waiting()).includes(itemSubject(itemId));
  const common = inCommonOf(itemId);
  const rows = await query<{ what: string; word: string; body: string; n: number }>(
    `SELECT 'own' AS what, '' AS word, fact AS body, 0 AS n FROM item WHERE item_id = ?
     UNION ALL SELECT 'out', r.role, i.fact, 0 FROM item_reference r JOIN item i ON i.item_id = r.target_id
       WHERE r.item_id = ? AND r.gone = 0 AND r.role IN ${LINK_ROLES}
     UNION ALL SELECT 'in', r.role, i.fact, 0 FROM (
       SELECT item_id, role FROM item_reference WHERE target_id = ? AND gone = 0 AND role IN ${LINK_ROLES}
       ORDER BY role DESC, item_id LIMIT ${LISTED_REFERRERS}
     ) r JOIN item i ON i.item_id = r.item_id
     UNION ALL SELECT 'count', role, '', COUNT(*) FROM item_reference
       WHERE target_id = ? AND gone = 0 AND role IN ${LINK_ROLES} GROUP BY role
     UNION ALL SELECT 'risks', '', '', COUNT(*) FROM item_reference r JOIN item i ON i.item_id = r.item_id
       WHERE r.target_id = ? AND r.gone = 0 AND r.role = 'concerns' AND i.kind = 'ai-risk' AND i.lost_on IS NULL
     UNION ALL SELECT 'mark', '', '', COUNT(*) FROM mark WHERE subject = ? AND ends_at = ${OPEN}
     UNION ALL SELECT 'agreed', '', d.body, 0 FROM (SELECT body FROM aims_decision
       WHERE kind = 'dismissal-agreement' AND subject = ? ORDER BY at DESC, decision_id DESC LIMIT 1) d
     UNION ALL ${common.sql}
     UNION ALL ${FOUND_BY}`,
    [itemId, itemId, itemId, itemId, itemId, itemSubject(itemId), itemId, ...common.parameters, itemId],
    { n: 'number' },
  );
  const linked = (what: string) =>
    rows
      .filter((row) => row.what === what)
      .map((row) => ({ role: row.word as LinkRole, fact: factFrom(row.body) }))
      .filter(({ fact }) => fact.lostOn === null);
  const own = rows.find((row) => row.what === 'own');
  return {
    own: own ? factFrom(own.body) : null,
    out: linked('out'),
    incoming: linked('in'),
    incomingCounts: new Map(rows.filter((row) => row.what === 'count').map((row) => [row.word as LinkRole, row.n])),
    risks: rows.find((row) => row.what === 'risks')?.n ?? 0,
    inCommon: inCommonFrom(rows),
    pastApp: new Map(rows.filter((row) => row.what === 'found').map((row) => [row.word, row.n])),
    agreed: new Map(
      rows
        .filter((row) => row.what === 'agreed')
        .map((row) => [itemId, bodyOf('dismissal-agreement', row.body).settledOn]),
    ),
    updating: noted || rows.some((row) => row.what === 'mark' && row.n > 0),
  };
}

export interface ReachedCells {
  requirementId: string;
  /** Empty for what is met in common. */
  scope: string;
  state: CoverageState;
  count: number;
  /** Implemented by a triage. */
  byTriage: boolean;
}

/**
 * The cells of `scopes` by requirement, and how those of a project's AI systems stand with what is met in common, in one
 * statement.
 */
export async function readStates(
  scopes: readonly string[],
  requirementIds: readonly string[],
  common: { projectId: string; requirementIds: readonly string[] },
): Promise<ReachedCells[]> {
  if (scopes.length === 0 || requirementIds.length === 0) return [];
  const parameters: SqlValue[] = [...scopes, ...requirementIds, common.projectId, ...common.requirementIds];
  const rows = await query<{
    requirement_id: string;
    scope: string;
    state: CoverageState;
    n: number;
    by_triage: number;
  }>(
    `SELECT requirement_id, scope, state, 1 AS n, CASE WHEN ${BY_TRIAGE} THEN 1 ELSE 0 END AS by_triage FROM coverage_cell
     WHERE scope IN (${inList(scopes)}) AND requirement_id IN (${inList(requirementIds)}) AND state <> '${OUT_OF_SCOPE}'
     UNION ALL SELECT requirement_id, '', state, COUNT(*), 0 FROM coverage_cell
     WHERE project_id = ? AND requirement_id IN (${inList(common.requirementIds)}) AND state <> '${OUT_OF_SCOPE}'
     GROUP BY requirement_id, state`,
    parameters,
    { n: 'number', by_triage: 'number' },
  );
  return rows.map((row) => ({
    requirementId: row.requirement_id,
    scope: row.scope,
    state: row.state,
    count: row.n,
    byTriage: row.by_triage === 1,
  }));
}

/** Living items that evidence one of `itemIds`. */
export async function readEvidenceOf(itemIds: readonly ItemId[]): Promise<ItemFact[]> {
  if (itemIds.length === 0) return [];
  const rows = await query<{ fact: string }>(
    `SELECT DISTINCT i.fact FROM item_reference r JOIN item i ON i.item_id = r.item_id
     WHERE r.target_id IN (${inList(itemIds)}) AND r.role = 'evidences' AND r.gone = 0 AND i.lost_on IS NULL`,
    itemIds,
  );
  return rows.map((row) => factFrom(row.fact));
}
