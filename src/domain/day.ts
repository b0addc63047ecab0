/** A calendar day as `YYYY-MM-DD`. Days compare as text; the domain knows no time zone and no clock. */
export type Day = string;

const MILLISECONDS_A_DAY = 86_400_000;

/** No register of AI systems is older than this, and no day of one lies further ahead. */
const FIRST_DAY: Day = '1900-01-01';
const YEARS_AHEAD = 100;
/** Arithmetic stays on days of four digits: only these compare as text. */
const LAST_DAY: Day = '9999-12-31';

/** True for a real calendar day in the form YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

/**
 * Whether somebody can have meant this day: a calendar day from 1900 to a hundred years ahead. Anything else is a slip of the
 * hand, which is told and not counted with.
 */
export function isPlausible(text: string, today: Day): boolean {
  return isDay(text) && text >= FIRST_DAY && text <= addMonths(today, 12 * YEARS_AHEAD);
}

/** The day of an instant in UTC. Wherever people meet a day it is one of the site's time zone: `TimeZone` tells it. */
export function utcDayOf(epochMilliseconds: number): Day {
  return new Date(epochMilliseconds).toISOString().slice(0, 10);
}

/** The day so many days later, never outside the days that compare as text. */
export function addDays(day: Day, days: number): Day {
  return within(Date.parse(`${day}T00:00:00Z`) + days * MILLISECONDS_A_DAY);
}

function within(epochMilliseconds: number): Day {
  return utcDayOf(
    Math.min(Math.max(epochMilliseconds, Date.parse(`${FIRST_DAY}T00:00:00Z`)), Date.parse(`${LAST_DAY}T00:00:00Z`)),
  );
}

/** Whole days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MILLISECONDS_A_DAY);
}

/** The same day of the month `months` later, or that month's last day when it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  const last = lastOfMonth.getUTCDate();
  return within(Date.UTC(lastOfMonth.getUTCFullYear(), lastOfMonth.getUTCMonth(), Math.min(date, last)));
}

/** The last day from which so many months end before `day`. */
export function lastEndingBefore(day: Day, months: number): Day {
  // Months are of unequal length: the last days of one may end on the same day of another.
  let from = addDays(addMonths(day, -months), 3);
  while (addMonths(from, months) >= day) from = addDays(from, -1);
  return from;
}

/**
 * Compares days with today and remembers the next day on which one of the answers changes by itself,
 * so that a cell can be recounted on just that day and on no other.
 */
export class Calendar {
  private next: Day | null = null;

  constructor(readonly today: Day) {}

  /** True from `day` on. */
  hasCome(day: Day): boolean {
    if (day <= this.today) return true;
    this.watch(day);
    return false;
  }

  /** True up to and including `day`. */
  isOpenUntil(day: Day): boolean {
    if (day < this.today) return false;
    this.watch(addDays(day, 1));
    return true;
  }

  /** The next day on which an answer given so far changes, or null. */
  changesOn(): Day | null {
    return this.next;
  }

  private watch(day: Day): void {
    if (this.next === null || day < this.next) this.next = day;
  }
}
