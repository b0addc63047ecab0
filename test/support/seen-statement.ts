import type { Site } from '../../local/site';
import { type Item, isCancelled, type Seen } from './seen-items';
import { type SeenVersion, versionSeen } from './seen-version';

/** A row of the Statement of Applicability, as far as figures hang on it. */
export interface SeenRow {
  applicable: boolean;
  appliesWhen: string | null;
  reasons: { text: string }[];
}

export type SeenStatement = SeenVersion<SeenRow>;

export const statementSeen = (site: Site): Promise<SeenStatement> => versionSeen(site, 'statement');

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
