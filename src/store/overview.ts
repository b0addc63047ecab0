import type { Day } from '../domain/day';
import type { ItemId } from '../domain/item/item-fact';
import { GONE, OUT_OF_SCOPE_STANDINGS } from '../domain/item/standing';
import { FRESHNESS_SELECT, type Freshness, queryFresh } from './freshness';
import { CLASSED } from './item';
import type { SqlValue } from './sql';

export interface Standing extends Freshness {
  /** AI systems by stage, or `out-of-scope`. */
  systemsByStage: Record<string, number>;
}

/** What a leader looks at first, counted over all facts of a scope. */
export interface Attention {
  /** Living AI risks by their standing (see `domain/item/standing`). */
  risks: { word: string; count: number }[];
  nonconformities: { word: string; count: number }[];
  prohibited: number;
  inOperationWithoutImpactAssessment: number;
  /** Implemented cells that change by themselves up to the horizon. `once`: of the organisation. */
  lapsing: { requirementId: string; once: boolean; count: number }[];
}

/** Of an AI system's `standing`: it has not ended, and is in the scope of the AIMS. */
export const IN_SCOPE = `NOT IN (${OUT_OF_SCOPE_STANDINGS.map((standing) => `'${standing}'`).join(', ')})`;

/** What stands beside the figures, in one statement: AI systems by stage, open marks, freshness, and what needs a look. */
export async function readStanding(projectId: string | null, today: Day, horizon: Day): Promise<Standing & Attention> {
  const mine = (column: string) => (projectId === null ? '' : `AND ${column} = ?`);
  const project: SqlValue[] = projectId === null ? [] : [projectId];
  const { rows, fresh } = await queryFresh(
    `SELECT 'stage' AS what, standing AS word, COUNT(*) AS n FROM item WHERE kind = 'ai-system' AND lost_on IS NULL ${mine('project_id')} GROUP BY standing
     UNION ALL ${FRESHNESS_SELECT}
     UNION ALL ${standingsSelect('ai-risk', mine('project_id'))}
     UNION ALL ${standingsSelect('nonconformity', mine('project_id'))}
     UNION ALL SELECT 'prohibited', '', COUNT(DISTINCT i.item_id) FROM item_reference r JOIN item i ON i.item_id = r.item_id
       WHERE r.target_id = 'Prohibited' AND r.role = '${CLASSED}' AND r.gone = 0 AND i.lost_on IS NULL
         AND i.standing ${IN_SCOPE} ${mine('i.project_id')}
     UNION ALL SELECT 'unassessed', '', COUNT(*) FROM item i JOIN cell c ON c.scope = i.item_id
       WHERE ${UNASSESSED_IN_OPERATION} ${mine('i.project_id')}
     UNION ALL SELECT 'lapsing-once', requirement_id, COUNT(*) FROM cell
       WHERE scope = 'organisation' AND ${LAPSING} GROUP BY requirement_id
     UNION ALL SELECT 'lapsing', requirement_id, COUNT(*) FROM cell
       WHERE ${projectId === null ? "project_id <> ''" : 'project_id = ?'} AND ${LAPSING} GROUP BY requirement_id`,
    [...project, ...project, ...project, ...project, ...project, today, horizon, ...project, today, horizon],
  );
  const of = (what: string) => rows.filter((row) => row.what === what);
  const count = (what: string) => of(what)[0]?.n ?? 0;
  const words = (what: string) => of(what).map(({ word, n }) => ({ word, count: n ?? 0 }));
  return {
    systemsByStage: Object.fromEntries(of('stage').map((row) => [row.word, row.n ?? 0])),
    ...fresh,
    risks: words('ai-risk'),
    nonconformities: words('nonconformity'),
    prohibited: count('prohibited'),
    inOperationWithoutImpactAssessment: count('unassessed'),
    lapsing: ['lapsing-once', 'lapsing'].flatMap((what) =>
      words(what).map((row) => ({ requirementId: row.word, once: what === 'lapsing-once', count: row.count })),
    ),
  };
}

/** An AI system in operation (`i`) and its cell of 8.4 (`c`), where the cell is due and not implemented. */
export const UNASSESSED_IN_OPERATION = `i.kind = 'ai-system' AND i.lost_on IS NULL
  AND i.standing IN ('operation-and-monitoring', 're-evaluation') AND c.requirement_id = '8.4'
  AND c.state NOT IN ('implemented', 'verified', 'excluded', 'not-due', 'out-of-scope')`;

const LAPSING = "changes_on > ? AND changes_on <= ? AND state IN ('implemented', 'verified')";

/** How many living items of a kind have each standing. The kind is the app's own word, never input. */
function standingsSelect(kind: 'ai-risk' | 'nonconformity', mine: string): string {
  return `SELECT '${kind}', standing, COUNT(*) FROM item
    WHERE kind = '${kind}' AND lost_on IS NULL AND standing <> '${GONE}' ${mine} GROUP BY standing`;
}

/** The standings of one kind alone, and how fresh the facts are. */
export async function readStandings(
  kind: 'ai-risk' | 'nonconformity',
  projectId: string | null,
  systemId: ItemId | null = null,
): Promise<{ standings: { word: string; count: number }[]; asOf: number | null }> {
  const [where, parameters] =
    systemId !== null
      ? [`AND ${CONCERNS_SYSTEM}`, [systemId]]
      : projectId !== null
        ? ['AND project_id = ?', [projectId]]
        : ['', []];
  const { rows, fresh } = await queryFresh(`${FRESHNESS_SELECT} UNION ALL ${standingsSelect(kind, where)}`, parameters);
  return {
    standings: rows.filter((row) => row.what === kind).map(({ word, n }) => ({ word, count: n ?? 0 })),
    asOf: fresh.asOf,
  };
}

/** Items that concern one AI system, whose id is the parameter. */
export const CONCERNS_SYSTEM =
  "item_id IN (SELECT item_id FROM item_reference WHERE target_id = ? AND role = 'concerns' AND gone = 0)";
