import { z } from 'zod';
import type { Day } from '../domain/day';
import type { Members, MembersFrom } from '../domain/policy/awareness';
import { writeCursor } from './cursor';
import { TOKEN_OF, tokensOf } from './person';
import { change, chunks, inList, placeholders, query } from './sql';

/**
 * Whom the approved AI policy is addressed to (7.3): groups of the site as its approval names them, and who is in them, by token, as
 * Jira answered last. Whoever left stays with the day from which they counted, for they may come back.
 */

/** Where the readings of a group stand. */
const cursorOf = (groupId: string): string => `audience:${groupId}`;

/** The id of the approval that counts. */
const IN_FORCE = `(SELECT d.decision_id FROM aims_decision d WHERE d.kind = 'policy-approval' ORDER BY d.at DESC, d.decision_id DESC LIMIT 1)`;

/** Each member of the audience in force once, with the day from which they count and whether they confirmed the approved version. */
const MEMBERS = `SELECT a.person, MIN(a.counts_from) AS counts_from, MAX(IF(k.person IS NULL, 0, 1)) AS confirmed
  FROM audience_group g JOIN audience_member a ON a.group_id = g.group_id AND a.gone = 0
  LEFT JOIN (SELECT DISTINCT subject, person FROM aims_decision WHERE kind = 'acknowledgement') k
    ON k.subject = g.version AND k.person = a.person
  WHERE g.decision_id = ${IN_FORCE} GROUP BY a.person`;

/** Groups of the audience in force with how their readings went, for a UNION ALL with other reads. */
const GROUPS = `SELECT g.group_id, c.body, c.updated_at FROM audience_group g LEFT JOIN ingest_cursor c ON c.cursor_id = g.cursor_id
  WHERE g.decision_id = ${IN_FORCE}`;

/** What a recount reads of it, in the shape of its rows. */
export const AUDIENCE_SELECT = `SELECT 'audience', 'from', m.counts_from, '', COUNT(*), SUM(m.confirmed) FROM (${MEMBERS}) m GROUP BY m.counts_from
  UNION ALL SELECT 'audience', 'group', r.group_id, COALESCE(r.body, ''), NULL, NULL FROM (${GROUPS}) r`;

/** Groups of the audience of an approval, by an expression of its id, in which somebody is, whose account id is the parameter. */
export const asks = (
  decisionId: string,
): string => `SELECT 1 FROM audience_group g JOIN audience_member a ON a.group_id = g.group_id AND a.gone = 0
  WHERE g.decision_id = ${decisionId} AND a.person = ${TOKEN_OF}`;

/** Whether somebody, whose account id is the parameter, is in one of the groups: a row, or none. */
export const ASKED_SELECT = `SELECT 'audience', 'me', '', '', NULL, NULL FROM person p WHERE p.account_id = ? AND EXISTS (
    SELECT 1 FROM audience_group g JOIN audience_member a ON a.group_id = g.group_id AND a.gone = 0
    WHERE g.decision_id = ${IN_FORCE} AND a.person = p.token)`;

const readingSchema = z.object({
  /** Epoch milliseconds; whether or not it could be read. */
  triedAt: z.number(),
  firstReadOn: z.string().nullable(),
  unreadOn: z.string().nullable(),
  members: z.number(),
});
/** How the newest reading of a group went. */
export type GroupReading = z.infer<typeof readingSchema>;

/** @param body as it is stored; empty while nobody has tried */
export const readingFrom = (body: string | null): GroupReading | null =>
  body === null || body === '' ? null : readingSchema.parse(JSON.parse(body));

/** A row of what `MEMBERS` is grouped to, or of `GROUPS`. */
export interface AudienceRow {
  within: string;
  id: string;
  body: string;
  stamp: number | null;
  ends_at: number | null;
}

/** Puts the rows of `AUDIENCE_SELECT` together. @param groups that the approval names */
export function membersFrom(rows: readonly AudienceRow[], groups: number): Members {
  const from: MembersFrom[] = rows
    .filter(({ within }) => within === 'from')
    .map(({ id, stamp, ends_at }) => ({ day: id, members: stamp ?? 0, confirmed: ends_at ?? 0 }));
  const unread = rows
    .filter(({ within }) => within === 'group')
    .flatMap(({ body }) => readingFrom(body)?.unreadOn ?? []);
  return { groups, from, unreadOn: unread.sort()[0] ?? null };
}

/**
 * Keeps which groups an approval names, before it is appended: of one that is not, nobody asks.
 * @param version as acknowledgements name it
 */
export async function nameAudience(decisionId: string, groupIds: readonly string[], version: string): Promise<void> {
  if (groupIds.length === 0) return;
  await change(
    `INSERT INTO audience_group (decision_id, group_id, version, cursor_id) VALUES ${placeholders(groupIds.length, 4)}`,
    groupIds.flatMap((groupId) => [decisionId, groupId, version, cursorOf(groupId)]),
  );
}

/**
 * Notes that the groups are asked for, where nobody has asked since an instant (epoch milliseconds).
 * @returns whether this one is the first
 */
export async function askedFor(groupIds: readonly string[], since: number, now: number): Promise<boolean> {
  if (groupIds.length === 0) return false;
  const changed = await change(
    `UPDATE ingest_cursor SET updated_at = ? WHERE cursor_id IN (${inList(groupIds)}) AND updated_at <= ?`,
    [now, ...groupIds.map(cursorOf), since],
  );
  return changed > 0;
}

/** A group of the audience in force; no reading: nobody has tried. */
export interface AudienceGroup {
  groupId: string;
  reading: GroupReading | null;
}

export async function readAudienceGroups(): Promise<AudienceGroup[]> {
  const rows = await query<{ group_id: string; body: string | null }>(
    `SELECT r.group_id, r.body FROM (${GROUPS}) r ORDER BY r.group_id`,
  );
  return rows.map(({ group_id, body }) => ({ groupId: group_id, reading: readingFrom(body) }));
}

export const keepGroupReading = (groupId: string, reading: GroupReading): Promise<void> =>
  writeCursor(cursorOf(groupId), reading, reading.triedAt);

/** Rows of one answer: well under 4 MiB. */
const ROWS_AT_ONCE = 5_000;
/** Members of one statement. */
const WRITTEN_AT_ONCE = 500;

/** Who is or was in a group, by account id, and whether they are gone. Who erased their account is not in it. */
export async function readMembers(groupId: string): Promise<Map<string, { person: string; gone: boolean }>> {
  const members = new Map<string, { person: string; gone: boolean }>();
  for (let after = ''; ; ) {
    const rows = await query<{ person: string; account_id: string | null; gone: number }>(
      `SELECT a.person, p.account_id, a.gone FROM audience_member a LEFT JOIN person p ON p.token = a.person
       WHERE a.group_id = ? AND a.person > ? ORDER BY a.person LIMIT ${ROWS_AT_ONCE}`,
      [groupId, after],
      { gone: 'number' },
    );
    // Whoever has no account any more is in no group either: known by the token, so that they can go.
    for (const { person, account_id, gone } of rows) members.set(account_id ?? person, { person, gone: gone === 1 });
    if (rows.length < ROWS_AT_ONCE) return members;
    after = rows.at(-1)?.person ?? '';
  }
}

/** Adds people to a group; whoever is there keeps the day from which they count. */
export async function addMembers(
  groupId: string,
  accountIds: readonly string[],
  seenOn: Day,
  countsFrom: Day,
): Promise<void> {
  for (const chunk of chunks(accountIds, WRITTEN_AT_ONCE)) {
    const tokens = [...new Set((await tokensOf(chunk)).values())];
    if (tokens.length === 0) continue;
    await change(
      `INSERT INTO audience_member (group_id, person, seen_on, counts_from, gone) VALUES ${placeholders(tokens.length, 5)}
       ON DUPLICATE KEY UPDATE gone = 0`,
      tokens.flatMap((token) => [groupId, token, seenOn, countsFrom, 0]),
    );
  }
}

/** Says of members, by token, that they have left the group or are back. */
export async function setGone(groupId: string, tokens: readonly string[], gone: boolean): Promise<void> {
  for (const chunk of chunks(tokens, WRITTEN_AT_ONCE))
    await change(`UPDATE audience_member SET gone = ? WHERE group_id = ? AND person IN (${inList(chunk)})`, [
      gone ? 1 : 0,
      groupId,
      ...chunk,
    ]);
}
