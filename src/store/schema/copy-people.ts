import { tokensOf } from '../person';
import { change, query } from '../sql';

/**
 * Takes the account ids out of what version 0.1.0 wrote and this version keeps where it is: each becomes its token there.
 */
const ROWS = 500;

/** The decisions of 0.1.0, which were copied; nothing reads them any more. Whoever is still copying them finds a token, which stays one. */
export async function forgetDeciders(after: string | null): Promise<string | null> {
  const rows = await query<{ decision_id: string; account_id: string }>(
    `SELECT decision_id, account_id FROM decision WHERE decision_id > ? ORDER BY decision_id LIMIT ${ROWS}`,
    [after ?? ''],
  );
  const last = rows.at(-1);
  if (last === undefined) return null;
  await tokensOf(rows.map(({ account_id }) => account_id));
  await change(
    `UPDATE decision SET account_id = COALESCE((SELECT p.token FROM person p WHERE p.account_id = decision.account_id), account_id)
     WHERE decision_id > ? AND decision_id <= ?`,
    [after ?? '', last.decision_id],
  );
  return last.decision_id;
}

/** Who approved a run of Apply. A run that somebody is at keeps what they write: it names nobody by account any more. */
export async function forgetAppliers(after: string | null): Promise<string | null> {
  const rows = await query<{ run_id: string; body: string }>(
    `SELECT run_id, body FROM setup_step WHERE step_id = 'run' AND run_id > ? ORDER BY run_id LIMIT ${ROWS}`,
    [after ?? ''],
  );
  const runs = rows.map((row) => ({ ...row, run: JSON.parse(row.body) as Record<string, unknown> }));
  const tokens = await tokensOf(
    runs.flatMap(({ run }) => (run.accountId === undefined ? [] : [String(run.accountId)])),
  );
  for (const { run_id, body, run } of runs) {
    if (run.accountId === undefined) continue;
    const { accountId, ...others } = run;
    await change("UPDATE setup_step SET body = ? WHERE run_id = ? AND step_id = 'run' AND body = ?", [
      JSON.stringify({ ...others, person: tokens.get(String(accountId)) ?? null }),
      run_id,
      body,
    ]);
  }
  return rows.at(-1)?.run_id ?? null;
}
