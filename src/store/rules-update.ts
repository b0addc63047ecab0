import { z } from 'zod';
import type { Reason } from '../domain/coverage/reason';
import { type CoverageState, isLower, STATES_WORST_FIRST } from '../domain/coverage/state';
import { cellReasons } from './cell';
import { readCursor, writeCursor } from './cursor';
import { query } from './sql';

/** The place of the note that the rules of a newer release count. */
export const RULES_UPDATE = 'rules-update';
const schema = z.object({
  release: z.string(),
  /** Epoch milliseconds: from then on states are counted by these rules. */
  since: z.number(),
  /** When everything had been counted and read anew; null before. */
  until: z.number().nullable(),
});
export type RulesUpdate = z.infer<typeof schema>;

export const readRulesUpdate = (): Promise<RulesUpdate | null> => readCursor(RULES_UPDATE, schema);

/** Everything was read anew by a run that began at `startedAt`: what falls from now on has other causes. */
export async function endRulesUpdate(startedAt: number, now: number): Promise<void> {
  const update = await readRulesUpdate();
  if (update === null || update.until !== null || startedAt < update.since) return;
  await writeCursor(RULES_UPDATE, { ...update, until: now }, now);
}

/** The decision that somebody has seen what fell with an update: its subject, which names the instant of the update. */
export const seenSubject = ({ since }: Pick<RulesUpdate, 'since'>): string => `update-seen ${since}`;

export async function isUpdateSeen(update: RulesUpdate): Promise<boolean> {
  const rows = await query(
    "SELECT decision_id FROM aims_decision WHERE kind = 'setting' AND requirement_id = '' AND subject = ?",
    [seenSubject(update)],
  );
  return rows.length > 0;
}

/** A state that was lower at the end of the update than before it. */
export interface Fallen {
  /** `organisation`, or the item id of an AI system. */
  scope: string;
  requirementId: string;
  before: CoverageState;
  after: CoverageState;
  /** Why, first; null where the state is another one by now. */
  reason: Reason | null;
}

/** Pairs of states of which the second is lower. The states are the domain's own words, never input. */
const LOWER = STATES_WORST_FIRST.flatMap((before) => {
  const lower = STATES_WORST_FIRST.filter((after) => isLower(before, after)).map((after) => `'${after}'`);
  return lower.length === 0 ? [] : [`(b.state = '${before}' AND a.state IN (${lower.join(', ')}))`];
}).join(' OR ');

/**
 * What fell between two instants, from the history of states: of each cell the last state before against the last one within, so
 * that a recount that was cut off, repeated or went on later tells nothing twice. Worst before first.
 * @param until null: up to now
 */
export async function readFallen(
  { since, until }: Pick<RulesUpdate, 'since' | 'until'>,
  limit: number,
): Promise<{ count: number; rows: Fallen[] }> {
  const within = until === null ? '' : 'AND at <= ?';
  const from = `FROM (
      SELECT scope, requirement_id, MAX(at) AS last_at FROM coverage_history WHERE at >= ? ${within} GROUP BY scope, requirement_id
    ) w
    JOIN coverage_history a ON a.scope = w.scope AND a.requirement_id = w.requirement_id AND a.at = w.last_at
    JOIN coverage_history b ON b.scope = w.scope AND b.requirement_id = w.requirement_id AND b.at < ?
    JOIN coverage_cell c ON c.scope = w.scope AND c.requirement_id = w.requirement_id
    WHERE NOT EXISTS (SELECT 1 FROM coverage_history x WHERE x.scope = b.scope AND x.requirement_id = b.requirement_id
      AND x.at > b.at AND x.at < ?) AND (${LOWER})`;
  const parameters = [since, ...(until === null ? [] : [until]), since, since];
  const [counted] = await query<{ n: number }>(`SELECT COUNT(*) AS n ${from}`, parameters, { n: 'number' });
  const count = counted?.n ?? 0;
  if (count === 0) return { count, rows: [] };
  const rows = await query<{
    scope: string;
    requirement_id: string;
    was: string;
    became: string;
    state: string;
    reasons: string;
  }>(
    `SELECT c.scope, c.requirement_id, b.state AS was, a.state AS became, c.state, c.reasons ${from}
     ORDER BY CASE WHEN c.scope = 'organisation' THEN 0 ELSE 1 END, c.requirement_id, c.scope LIMIT ${Math.trunc(limit)}`,
    parameters,
  );
  return {
    count,
    rows: rows.map(({ scope, requirement_id, was, became, state, reasons }) => ({
      ...{ scope, requirementId: requirement_id, before: was as CoverageState, after: became as CoverageState },
      reason: state === became ? (cellReasons(reasons).find(isNoPraise) ?? null) : null,
    })),
  };
}

/** That somebody once found it conforming makes no state lower. */
const isNoPraise = ({ code }: Reason): boolean => code !== 'concluded';
