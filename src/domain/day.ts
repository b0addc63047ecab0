/** A calendar day as `YYYY-MM-DD`. Days compare as text; the domain knows no time zone and no clock. */
export type Day = string;

const MILLISECONDS_A_DAY = 86_400_000;

/** True for a real calendar day in the form YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

/** The day of an instant, in UTC. */
export function dayOf(epochMilliseconds: number): Day {
  return new Date(epochMilliseconds).toISOString().slice(0, 10);
}

export function addDays(day: Day, days: number): Day {
  return dayOf(Date.parse(`${day}T00:00:00Z`) + days * MILLISECONDS_A_DAY);
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
  return dayOf(Date.UTC(lastOfMonth.getUTCFullYear(), lastOfMonth.getUTCMonth(), Math.min(date, last)));
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
