import { addDays, type Day } from '../day';
import type { TimeZone } from '../time-zone';
import { type CoverageState, countsAsDue, STATES_WORST_FIRST } from './state';
import { type Figure, figure, type StateCounts } from './tile';

/** How many cells went from one state to another within a bucket of the series. */
interface Change {
  bucket: number;
  from: string | null;
  to: string;
  marker: boolean;
  count: number;
}

export interface TrendPoint {
  day: Day;
  organisation: Figure;
  systemCells: Figure;
  systems: number;
}

export interface Buckets {
  interval: 'day' | 'week';
  /** The last day of each bucket, ascending; the last one is today. */
  days: Day[];
  /** The first instant after each bucket. */
  ends: number[];
}

/** Up to 92 days are drawn by day, more by week: a series has at most 93 points. */
export function bucketsOf(today: Day, days: number, zone: TimeZone): Buckets {
  const interval = days <= 92 ? 'day' : 'week';
  const width = interval === 'day' ? 1 : 7;
  const count = Math.floor(days / width) + 1;
  const list = Array.from({ length: count }, (_, place) => addDays(today, (place - count + 1) * width));
  return { interval, days: list, ends: list.map((day) => zone.startOf(addDays(day, 1))) };
}

/**
 * The series from changes of state. It begins with the first bucket in which anything changed: before that nothing was
 * recorded, which is not a figure of 0. Pure.
 * @param once how many requirements are met once; those that nothing ever touched are gaps or undecided, so they count
 */
export function trendPoints(
  buckets: Buckets,
  organisation: readonly Change[],
  systemCells: readonly Change[],
  once: number,
): TrendPoint[] {
  const first = Math.min(...[...organisation, ...systemCells].map(({ bucket }) => bucket));
  const ofOrganisation = running(organisation, buckets.days.length);
  const ofSystems = running(systemCells, buckets.days.length);
  const inScope = running(
    systemCells.filter(({ marker }) => marker),
    buckets.days.length,
  );
  return buckets.days
    .map((day, place) => ({
      day,
      organisation: onceFigure(ofOrganisation[place] ?? {}, once),
      systemCells: figure(ofSystems[place] ?? {}),
      systems: sum(inScope[place] ?? {}),
    }))
    .filter((_, place) => place >= first);
}

/** Counts by state at the end of each bucket. */
function running(changes: readonly Change[], length: number): StateCounts[] {
  const counts: StateCounts = {};
  const add = (state: string | null, count: number) => {
    if (state === null || !isState(state)) return;
    counts[state] = (counts[state] ?? 0) + count;
  };
  return Array.from({ length }, (_, bucket) => {
    for (const change of changes) {
      if (change.bucket !== bucket) continue;
      add(change.from, -change.count);
      add(change.to, change.count);
    }
    return { ...counts };
  });
}

/** What left the scope has a word of its own in the store, which is no state. */
const isState = (word: string): word is CoverageState => (STATES_WORST_FIRST as readonly string[]).includes(word);

function onceFigure(counts: StateCounts, once: number): Figure {
  const out = STATES_WORST_FIRST.filter((state) => !countsAsDue(state)).reduce(
    (all, state) => all + (counts[state] ?? 0),
    0,
  );
  return { ...figure(counts), applicable: once - out };
}

const sum = (counts: StateCounts): number => STATES_WORST_FIRST.reduce((all, state) => all + (counts[state] ?? 0), 0);
