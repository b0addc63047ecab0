import type { Site } from '../../local/site';
import { type Item, isCancelled, type Seen } from './seen-items';

/** A row of the Statement of Applicability, as far as figures hang on it. */
export interface SeenRow {
  applicable: boolean;
  appliesWhen: string | null;
  reasons: { text: string }[];
}

/** The version in force by the app's table, read row by row: the newest approval that nobody took back. */
export interface SeenStatement {
  approvedAt: number | null;
  validUntil: string | null;
  /** By the key of the row, of the version in force. */
  rows: ReadonlyMap<string, SeenRow>;
  isBegun: boolean;
}

export async function statementSeen(site: Site): Promise<SeenStatement> {
  const stored = await site.sql(
    "SELECT revision, row_key, act, about, at, body FROM approval_entry WHERE kind = 'statement'",
  );
  const entries = stored
    .map(({ revision, row_key, act, about, at, body }) => ({
      ...{ act, about, at, key: String(row_key) },
      revision: Number(revision),
      body: JSON.parse(String(body)) as unknown,
    }))
    .sort((a, b) => a.revision - b.revision);
  const takenBack = entries.filter(({ act }) => act === 'withdrawn').map(({ about }) => Number(about));
  const approval = entries.filter(({ act, revision }) => act === 'approved' && !takenBack.includes(revision)).at(-1);
  const rows = new Map<string, SeenRow>();
  for (const { key, revision, body } of entries) {
    if (key === '' || approval === undefined || revision > approval.revision) continue;
    if (body === null) rows.delete(key);
    else rows.set(key, body as SeenRow);
  }
  return {
    approvedAt: approval ? Number(approval.at) : null,
    validUntil: approval ? ((approval.body as { validUntil: string | null }).validUntil ?? null) : null,
    rows,
    isBegun: entries.length > 0,
  };
}

export const hasText = ({ reasons }: SeenRow): boolean => reasons.some(({ text }) => text.trim() !== '');

/** "Still a risk": neither gone nor closed without an acceptance. */
export const isLivingRisk = (item: Item): boolean =>
  item.type === 'AI risk' &&
  item.lostOn === null &&
  !isCancelled(item) &&
  (item.category !== 'done' || item.status === 'Accepted');

/**
 * What the Statement in force says of a control in one scope: decided or not, excluded or not. An exclusion is void where a living
 * risk needs the control.
 * @param mine what names the control here
 */
export function statedOf(
  control: string,
  system: string | null,
  mine: readonly Item[],
  holds: (condition: string) => boolean,
  { statement }: Pick<Seen, 'statement'>,
): { decided: boolean; excluded: boolean } {
  const row = statement.rows.get(control);
  if (row === undefined) return { decided: false, excluded: false };
  const deviation = system === null ? undefined : statement.rows.get(`${control}@${system}`);
  const meant = row.appliesWhen === null || system === null || holds(row.appliesWhen);
  const out = deviation ? !deviation.applicable : row.applicable ? !meant : hasText(row);
  const needed = mine.some((item) => isLivingRisk(item));
  return { decided: !(out && needed), excluded: out && !needed };
}
