import { bodyText, type DecisionBody, type DecisionKind } from './decision';
import { makeKnown, TOKEN_OF } from './person';
import { change, query, type SqlValue } from './sql';

/**
 * An acknowledgement is each person's own; of all else the newest of a subject and requirement is what a new one repeats. A
 * conclusion that was taken back since may be given again.
 */
const SAME = `(kind = ? OR (kind = 'conclusion-withdrawal' AND ? = 'conclusion')) AND subject = ? AND requirement_id = ?
  AND (kind <> 'acknowledgement' OR person = ${TOKEN_OF})`;

export interface Entry<Kind extends DecisionKind> {
  decisionId: string;
  kind: Kind;
  /** What the newest one of replaces: a scope, a system, a version of the policy. */
  subject: string;
  requirementId: string;
  at: number;
  body: DecisionBody<Kind>;
}

/** The id of the decision that stands, and whether it is new. */
export interface Appended {
  decisionId: string;
  appended: boolean;
}

/** Appends one decision, unless it says again what stands already: a second click changes nothing. */
export async function appendDecision<Kind extends DecisionKind>(
  accountId: string,
  entry: Entry<Kind>,
): Promise<Appended> {
  await makeKnown([accountId]);
  const appended = await append(accountId, entry, 'TRUE', []);
  if (appended === null) throw new Error('Whoever decides has no token: the account was erased meanwhile.');
  return appended;
}

/**
 * As `appendDecision`, where a condition of the app's dialect holds when it is appended.
 * @returns null where nothing was appended and nothing that says the same stands
 */
export async function appendDecisionIf<Kind extends DecisionKind>(
  accountId: string,
  entry: Entry<Kind>,
  condition: { sql: string; parameters: readonly SqlValue[] },
): Promise<Appended | null> {
  await makeKnown([accountId]);
  return append(accountId, entry, condition.sql, condition.parameters);
}

async function append<Kind extends DecisionKind>(
  accountId: string,
  { decisionId, kind, subject, requirementId, at, ...entry }: Entry<Kind>,
  condition: string,
  parameters: readonly SqlValue[],
): Promise<Appended | null> {
  const body = bodyText(kind, entry.body);
  const same = [kind, kind, subject, requirementId, accountId];
  const newest = `SELECT decision_id, body FROM aims_decision WHERE ${SAME} ORDER BY at DESC, decision_id DESC LIMIT 1`;
  const appended = await change(
    `INSERT INTO aims_decision (decision_id, kind, subject, requirement_id, at, person, body)
     SELECT ?, ?, ?, ?, ?, token, ? FROM person
     WHERE account_id = ? AND NOT EXISTS (SELECT 1 FROM (${newest}) d WHERE d.body = ?) AND ${condition}`,
    [decisionId, kind, subject, requirementId, at, body, accountId, ...same, body, ...parameters],
  );
  if (appended === 1) return { decisionId, appended: true };
  // Where a condition did not hold, the newest may say something else: then nothing stands that says the same.
  const [alike] = await query<{ decision_id: string }>(`SELECT d.decision_id FROM (${newest}) d WHERE d.body = ?`, [
    ...same,
    body,
  ]);
  return alike ? { decisionId: alike.decision_id, appended: false } : null;
}
