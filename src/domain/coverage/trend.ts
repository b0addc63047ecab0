import { addDays, type Day } from '../day';
import type { TimeZone } from '../time-zone';
import { type CoverageState, countsAsDue, STATES_WORST_FIRST } from './state';
import { type Figure, figure, type StateCounts } from './tile';

/** How many cells went from one state to another within a step of the series. */
interface Change {
  step: number;
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

export interface Steps {
  step: 'day' | 'week';
  /** The last day of each step, ascending; the last one is today. */
  days: Day[];
  /** The first instant after each step. */
  ends: number[];
}

/** Up to 92 days are drawn by day, more by week: a series has at most 93 points. */
export function stepsOf(today: Day, days: number, zone: TimeZone): Steps {
  const step = days <= 92 ? 'day' : 'week';
  const width = step === 'day' ? 1 : 7;
  const count = Math.floor(days / width) + 1;
  const list = Array.from({ length: count }, (_, place) => addDays(today, (place - count + 1) * width));
  return { step, days: list, ends: list.map((day) => zone.startOf(addDays(day, 1))) };
}

/**
 * The series from changes of state. It begins with the first step in which anything changed: before that nothing was
 * recorded, which is not a figure of 0. Pure.
 * @param once how many requirements are met once; those that nothing ever touched are gaps or undecided, so they count
 */
export function trendPoints(
  steps: Steps,
  organisation: readonly Change[],
  systemCells: readonly Change[],
  once: number,
): TrendPoint[] {
  const first = Math.min(...[...organisation, ...systemCells].map(({ step }) => step));
  const ofOrganisation = running(organisation, steps.days.length);
  const ofSystems = running(systemCells, steps.days.length);
  const inScope = running(
    systemCells.filter(({ marker }) => marker),
    steps.days.length,
  );
  return steps.days
    .map((day, place) => ({
      day,
      organisation: onceFigure(ofOrganisation[place] ?? {}, once),
      systemCells: figure(ofSystems[place] ?? {}),
      systems: sum(inScope[place] ?? {}),
    }))
    .filter((_, place) => place >= first);
}

/** Counts by state at the end of each step. */
function running(changes: readonly Change[], length: number): StateCounts[] {
  const counts: StateCounts = {};
  const add = (state: string | null, count: number) => {
    if (state === null || !isState(state)) return;
    counts[state] = (counts[state] ?? 0) + count;
  };
  return Array.from({ length }, (_, step) => {
    for (const change of changes) {
      if (change.step !== step) continue;
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
