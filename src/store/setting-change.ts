import { bodyOf } from './decision';
import { query } from './sql';

/** Settings that an administrator sets alone, by the subject of the row that logs a change. */
export type Setting = 'figures-shown-to' | 'home-project';

export interface SettingChange {
  setting: Setting;
  from: string | null;
  to: string;
  /** Epoch milliseconds. */
  at: number;
  /** Null when the account was erased. */
  by: string | null;
}

const LISTED = 20;

/** The newest changes, the newest first. */
export async function readSettingChanges(): Promise<SettingChange[]> {
  const rows = await query<{ subject: Setting; at: number; body: string; account_id: string | null }>(
    `SELECT d.subject, d.at, d.body, p.account_id FROM aims_decision d LEFT JOIN person p ON p.token = d.person
     WHERE d.kind = 'setting' AND d.subject IN ('figures-shown-to', 'home-project') ORDER BY d.at DESC, d.decision_id DESC LIMIT ${LISTED}`,
    [],
    { at: 'number' },
  );
  return rows.map(({ subject, at, body, account_id }) => ({
    setting: subject,
    ...bodyOf('setting', body),
    at,
    by: account_id,
  }));
}
