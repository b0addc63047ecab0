import { newest, plusDays, type Said } from './seen-items';
import type { Hands } from './site';

/** Whom the approved AI policy is addressed to, as Jira answers it today; when somebody was first seen only the app knows. */
export interface SeenAudience {
  groups: readonly SeenGroup[];
  /** Each person once, by token, with the day from which they count. */
  members: readonly { person: string; countsFrom: string }[];
}

interface SeenGroup {
  id: string;
  /** Since when it cannot be read, as far as anybody has tried. */
  unreadOn: string | null;
}

const NOBODY: SeenAudience = { groups: [], members: [] };
/** Whoever joins later than a group's first reading counts after so many days. */
const LATE_DAYS = 30;

export async function audienceSeen(hands: Hands, said: readonly Said[]): Promise<SeenAudience> {
  const approved = newest(said.filter(({ kind }) => kind === 'policy-approval'))?.body.audience;
  if (typeof approved !== 'object' || approved === null) return NOBODY;
  const groups: SeenGroup[] = [];
  const from = new Map<string, string>();
  for (const id of (approved as { groups: string[] }).groups) {
    const people = await peopleOf(hands, id);
    const { firstReadOn, unreadOn } = await readingOf(hands, id);
    groups.push({ id, unreadOn: people === null ? unreadOn : null });
    // Of a group that cannot be read, whoever was in it last.
    const members = (await seenBefore(hands, id)).filter(({ account, gone }) => people?.has(account) ?? !gone);
    for (const { person, seenOn } of members) {
      const day = seenOn === firstReadOn ? seenOn : plusDays(seenOn, LATE_DAYS);
      from.set(person, [from.get(person) ?? day, day].sort()[0] ?? day);
    }
  }
  return { groups, members: [...from].map(([person, countsFrom]) => ({ person, countsFrom })) };
}

async function readingOf(hands: Hands, groupId: string) {
  const [row] = await hands.site.sql('SELECT body FROM ingest_cursor WHERE cursor_id = ?', [`audience:${groupId}`]);
  const nothing = { firstReadOn: null, unreadOn: null };
  return { ...nothing, ...JSON.parse(String(row?.body ?? '{}')) } as {
    firstReadOn: string | null;
    unreadOn: string | null;
  };
}

interface Member {
  accountId: string;
  accountType: string;
  active: boolean;
}

/** People of a group with an open account; null where it cannot be read. */
async function peopleOf(hands: Hands, groupId: string): Promise<Set<string> | null> {
  const people = new Set<string>();
  for (let startAt = 0, isLast = false; !isLast; startAt += 50) {
    const path = `/rest/api/3/group/member?groupId=${groupId}&includeInactiveUsers=true&startAt=${startAt}`;
    const { status, body } = await hands.rest<{ isLast: boolean; values: Member[] }>('GET', path);
    if (status >= 400) return null;
    for (const { accountId, accountType, active } of body.values)
      if (active && accountType === 'atlassian') people.add(accountId);
    isLast = body.isLast;
  }
  return people;
}

async function seenBefore(hands: Hands, groupId: string) {
  const rows = await hands.site.sql(
    'SELECT a.person, p.account_id, a.seen_on, a.gone FROM audience_member a JOIN person p ON p.token = a.person WHERE a.group_id = ?',
    [groupId],
  );
  return rows.map((row) => ({
    person: String(row.person),
    account: String(row.account_id),
    seenOn: String(row.seen_on),
    gone: Number(row.gone) === 1,
  }));
}
