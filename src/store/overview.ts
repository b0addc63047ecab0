import { query } from './sql';

export interface Standing {
  /** AI systems by stage, or `out-of-scope`. */
  systemsByStage: Record<string, number>;
  updating: number;
  /** The last instant at which any fact was written, or null. */
  asOf: number | null;
}

/** What stands beside the figures, in one statement: AI systems by stage, open marks, and how fresh the facts are. */
export async function readStanding(projectId: string | null): Promise<Standing> {
  const mine = projectId === null ? '' : 'AND project_id = ?';
  const parameters = projectId === null ? [] : [projectId];
  const rows = await query<{ what: string; word: string; n: number | null }>(
    `SELECT 'stage' AS what, standing AS word, COUNT(*) AS n FROM item WHERE kind = 'ai-system' AND lost_on IS NULL ${mine} GROUP BY standing
     UNION ALL SELECT 'marks', '', COUNT(*) FROM mark WHERE ends_at = ${Number.MAX_SAFE_INTEGER}
     UNION ALL SELECT 'as-of', '', MAX(checked_at) FROM item`,
    parameters,
  );
  return {
    systemsByStage: Object.fromEntries(
      rows.filter((row) => row.what === 'stage').map((row) => [row.word, Number(row.n)]),
    ),
    updating: Number(rows.find((row) => row.what === 'marks')?.n ?? 0),
    asOf: rows.find((row) => row.what === 'as-of')?.n ?? null,
  };
}
