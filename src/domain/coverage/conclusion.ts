import { Calendar, type Day, isDay } from '../day';
import type { Conclusion, Decisions } from '../decision/decision';
import type { Contribution, ItemIndex } from '../item/contribution';
import type { ItemId } from '../item/item-fact';
import { isDismissed, violationOf } from '../nonconformity/violation';
import type { Reason } from './reason';

/** Of one cell, what tells what a conclusion does to it. */
interface Concerned {
  requirement: { id: string };
  scope: string;
  contributions: readonly Contribution[];
  /** What is around them, such as what corrects a nonconformity. */
  index: ItemIndex;
  decisions: Decisions;
  lastSignificantChange: Day | null;
}

/** What the newest conclusion here comes to. */
export interface Concluded {
  /** Row 1, row 3, or neither any more. */
  effect: 'violates' | 'verifies' | 'none';
  reason: Reason;
}

/** What the newest conclusion of this scope does to its cell; null where there is none. */
export function concludedHere(situation: Concerned, calendar: Calendar): Concluded | null {
  const newest = newestConclusion(situation, calendar);
  if (newest === null) return null;
  return newest.result === 'conforms' ? conforming(newest, situation, calendar) : nonconforming(newest, situation);
}

/** It verifies while it is current, and later than the last closing and significant change. */
function conforming(newest: Conclusion, situation: Concerned, calendar: Calendar): Concluded {
  const closings = situation.contributions.filter(isFinding).flatMap(({ item }) => item.nonconformity?.closedOn ?? []);
  const outdatedBy = [...closings, ...(situation.lastSignificantChange ? [situation.lastSignificantChange] : [])].some(
    (day) => newest.concludedOn <= day,
  );
  const stands = calendar.isOpenUntil(newest.validUntil) && !outdatedBy;
  const said = { day: newest.concludedOn, detail: newest.kind };
  return stands
    ? { effect: 'verifies', reason: { code: 'concluded', ...said } }
    : { effect: 'none', reason: { code: 'conclusion-outdated', ...said } };
}

/**
 * It does not lapse: what was found is there until a nonconformity raised from it has closed. One that was dismissed, lowered
 * to an observation, or no longer names the requirement here has closed nothing.
 */
function nonconforming(newest: Conclusion, { contributions, index, decisions }: Concerned): Concluded {
  const closed = contributions.filter(
    (entry) =>
      isFinding(entry) &&
      newest.raised.includes(entry.item.id) &&
      entry.item.progress === 'done' &&
      violationOf(entry.item, index, decisions.agreedDismissals) === null,
  );
  const said = { day: newest.concludedOn, detail: newest.kind };
  return closed.length === 0
    ? { effect: 'violates', reason: { code: 'concluded-nonconforming', ...said } }
    : { effect: 'none', reason: { code: 'conclusion-settled', ...said, items: idsOf(closed) } };
}

/** An observation is none, and what was dismissed never was one: neither closes anything, nor does its day outdate anything. */
const isFinding = ({ item, role }: Contribution): boolean =>
  role === 'violates' && item.nonconformity?.grade !== 'observation' && !isDismissed(item);

const idsOf = (entries: readonly Contribution[]): ItemId[] => [...new Set(entries.map(({ item }) => item.id))].sort();

/**
 * By the day on which it was concluded: an older one that is recorded later erases nothing. What is dated on no day, or on
 * one that has not come, is none yet.
 */
export function newestConclusion({ decisions, scope, requirement }: Concerned, calendar: Calendar): Conclusion | null {
  const here = decisions.conclusions.filter(
    (conclusion) => conclusion.scope === scope && conclusion.requirementId === requirement.id,
  );
  return newestOf(here, calendar);
}

/** The newest of those that are about one requirement in one scope. */
function newestOf<Given extends Conclusion>(here: readonly Given[], calendar: Calendar): Given | null {
  let newest: Given | null = null;
  for (const conclusion of here) {
    if (conclusion.result === 'not-sampled' || !isDay(conclusion.concludedOn)) continue;
    if (!calendar.hasCome(conclusion.concludedOn)) continue;
    if (newest === null || isLater(conclusion, newest)) newest = conclusion;
  }
  return newest;
}

/**
 * Check N3: of each requirement in each scope the newest conclusion, where it is "nonconforming" and nothing was raised from it. What
 * was withdrawn is not among the conclusions.
 */
export function nothingRaised<Given extends Conclusion>(conclusions: readonly Given[], today: Day): Given[] {
  const calendar = new Calendar(today);
  const places = new Map<string, Given[]>();
  for (const conclusion of conclusions) {
    const place = `${conclusion.scope} ${conclusion.requirementId}`;
    places.set(place, [...(places.get(place) ?? []), conclusion]);
  }
  return [...places.values()].flatMap((here) => {
    const newest = newestOf(here, calendar);
    return newest?.result === 'nonconforming' && newest.raised.length === 0 ? [newest] : [];
  });
}

/** Of one day "nonconforming" wins, then what was recorded last. */
function isLater(one: Conclusion, other: Conclusion): boolean {
  if (one.concludedOn !== other.concludedOn) return one.concludedOn > other.concludedOn;
  if (one.result !== other.result) return one.result === 'nonconforming';
  return one.recordedAt >= other.recordedAt;
}
