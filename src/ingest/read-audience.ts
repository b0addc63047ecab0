import type { Context } from '../context';
import { countsFrom } from '../domain/policy/awareness';
import { AWARENESS } from '../domain/requirement/named';
import { peopleOfGroup } from '../jira/group';
import { pushWork } from '../queue/facts-queue';
import {
  type AudienceGroup,
  addMembers,
  askedFor,
  type GroupReading,
  keepGroupReading,
  readAudienceGroups,
  readMembers,
  setGone,
} from '../store/audience';
import { markSubjects, subjectsOf } from '../store/mark';
import { lookBy } from '../store/next-look';
import { spendPoints } from '../store/points';
import { type Pause, pacer } from './pause';
import { writeRecount } from './writer';

const HOUR = 3_600_000;
/** A group of more people is read once a day at most. */
const LARGE = 500;
/** Jira's price of a person, of whom 50 are one answer. */
const POINTS_A_PERSON = 2;
const PEOPLE_AN_ANSWER = 50;

type Clock = Pick<Context, 'now' | 'zone' | 'today'>;

/** Whether a group may be read again: not twice an hour, and a large one not twice a day. */
function isReadDue(reading: GroupReading | null, { now, zone, today }: Clock): boolean {
  if (reading === null) return true;
  if (reading.members > LARGE) return zone.dayOf(reading.triedAt) !== today();
  return now() - reading.triedAt >= HOUR;
}

/** Asks for groups to be read where that is due, once for all who look at the policy meanwhile. */
export async function askToReadAudience(groups: readonly AudienceGroup[], clock: Clock): Promise<void> {
  const due = groups.filter(({ reading }) => isReadDue(reading, clock)).map(({ groupId }) => groupId);
  if (await askedFor(due, clock.now() - HOUR, clock.now())) await pushWork([{ kind: 'audience' }]);
}

/**
 * Reads who is in the groups that the AI policy is addressed to, as far as that is due, and recounts how far the policy is known
 * where somebody came or left, or a group can no longer be read.
 */
export async function readAudience(context: Context): Promise<Pause> {
  const wait = pacer(context);
  let pause: Pause = null;
  let changed = false;
  for (const group of await readAudienceGroups()) {
    if (!isReadDue(group.reading, context)) continue;
    pause = await wait();
    if (pause !== null) break;
    changed = (await readGroup(group, context)) || changed;
  }
  if (changed)
    await writeRecount({ ...TOUCHED, systems: new Set(), requirements: new Set(TOUCHED.requirements) }, context);
  return pause;
}

const TOUCHED = { systems: [], requirements: [AWARENESS], everySystem: false };

/** Before anything of it is written, so that a crash leaves a mark. */
async function markAwareness(now: number): Promise<void> {
  await lookBy(now);
  await markSubjects(subjectsOf(TOUCHED), now * 1_000);
}

/** Reads one group. @returns whether anything has changed */
async function readGroup({ groupId, reading }: AudienceGroup, context: Context): Promise<boolean> {
  const people = await peopleOfGroup(groupId);
  const [today, triedAt] = [context.today(), context.now()];
  const before = reading ?? { firstReadOn: null, unreadOn: null, members: 0 };
  await spendPoints(pointsOf(people?.length ?? 0), triedAt);
  if (people === null) {
    context.log.info('audience-unreadable', { since: before.unreadOn ?? today });
    if (before.unreadOn === null) await markAwareness(triedAt);
    await keepGroupReading(groupId, { ...before, triedAt, unreadOn: before.unreadOn ?? today });
    return before.unreadOn === null;
  }
  const moves = movesOf(people, await readMembers(groupId));
  const changed = reading === null || before.unreadOn !== null || Object.values(moves).some(({ length }) => length > 0);
  if (changed) await markAwareness(triedAt);
  await addMembers(groupId, moves.joined, today, countsFrom(today, before.firstReadOn));
  await setGone(groupId, moves.back, false);
  await setGone(groupId, moves.left, true);
  const firstReadOn = before.firstReadOn ?? today;
  // Last, so that after a crash the first reading of a group is its first reading still.
  await keepGroupReading(groupId, { triedAt, firstReadOn, unreadOn: null, members: people.length });
  return changed;
}

const pointsOf = (people: number): number =>
  Math.max(1, Math.ceil(people / PEOPLE_AN_ANSWER)) + POINTS_A_PERSON * people;

/** Who came, by account id, and by token who is back and who left. */
function movesOf(people: readonly string[], known: Awaited<ReturnType<typeof readMembers>>) {
  const there = new Set(people);
  return {
    joined: people.filter((accountId) => !known.has(accountId)),
    back: people.flatMap((accountId) => {
      const member = known.get(accountId);
      return member?.gone ? [member.person] : [];
    }),
    left: [...known].flatMap(([accountId, { person, gone }]) => (gone || there.has(accountId) ? [] : [person])),
  };
}
