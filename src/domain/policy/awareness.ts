import { addDays, type Calendar, type Day } from '../day';

/** How many people acknowledged the policy, of how many it is addressed to (7.3): a number that the approver gave, before audiences were groups. */
export interface Acknowledged {
  acknowledged: number;
  audience: number;
}

/** More people acknowledged it than it is said to be addressed to: the number is wrong, and a share of it says nothing. */
export const isAudienceTooSmall = ({ acknowledged, audience }: Acknowledged): boolean => acknowledged > audience;

/** Today's members of the groups that the policy is addressed to. */
export interface Members {
  /** How many groups the approval names; 0: it asks nobody. */
  groups: number;
  /** By the day from which they count, each person once. */
  from: readonly MembersFrom[];
  /** Since when one of the groups cannot be read; null where all can. */
  unreadOn: Day | null;
}

/** Those who count from a day on, and how many of them confirmed the approval in force. */
export interface MembersFrom {
  day: Day;
  members: number;
  confirmed: number;
}

export type Awareness = Acknowledged | Members;

export const isByMembers = (awareness: Awareness): awareness is Members => 'from' in awareness;

/** Whoever joins a group after it was first read counts after so many days: they are told of the policy first. */
const JOINED_LATELY_DAYS = 30;
/** For so many days a group that cannot be read stands as it was last read. */
const UNREAD_DAYS = 7;

/**
 * From which day a member counts.
 * @param seenOn when they were first seen in the group
 * @param firstReadOn when the group was first read; null: this is its first reading
 */
export const countsFrom = (seenOn: Day, firstReadOn: Day | null): Day =>
  firstReadOn === null ? seenOn : addDays(seenOn, JOINED_LATELY_DAYS);

/** How many members count and confirmed it, and how many do not count yet. */
export interface Counted {
  members: number;
  confirmed: number;
  joinedLately: number;
  confirmedLately: number;
}

export function countedOf({ from }: Pick<Members, 'from'>, calendar: Calendar): Counted {
  const counted: Counted = { members: 0, confirmed: 0, joinedLately: 0, confirmedLately: 0 };
  for (const { day, members, confirmed } of from) {
    const counts = calendar.hasCome(day);
    counted[counts ? 'members' : 'joinedLately'] += members;
    counted[counts ? 'confirmed' : 'confirmedLately'] += confirmed;
  }
  return counted;
}

/** Whether the groups have not been read for too long, so that who is in them is not known any more. */
export const isUnreadTooLong = ({ unreadOn }: Pick<Members, 'unreadOn'>, calendar: Calendar): boolean =>
  unreadOn !== null && calendar.hasCome(addDays(unreadOn, UNREAD_DAYS));
