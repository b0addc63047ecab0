import type { Day } from './day';

/**
 * The site's time zone: the days that people mean when they say "today", "due" or "done on". A pure function of an IANA
 * name; an unknown name reads as UTC, so that a zone that this runtime does not know yet costs hours and no figure.
 */
export interface TimeZone {
  readonly name: string;
  /** The day of an instant (epoch milliseconds) there. */
  dayOf(epochMilliseconds: number): Day;
  /** Day and time of an instant there, to the minute: `2026-11-24 09:30`. */
  minuteOf(epochMilliseconds: number): string;
  /** The first instant of a day there, in epoch milliseconds. */
  startOf(day: Day): number;
}

export const UTC = 'UTC';

const HOUR = 3_600_000;
/** No zone is further from UTC than this. */
const FURTHEST_HOURS = 15;

export function timeZone(name: string): TimeZone {
  const format = formatOf(name, {});
  const toTheMinute = formatOf(name, { hour: '2-digit', minute: '2-digit' });
  const dayOf = (epochMilliseconds: number): Day => format.format(epochMilliseconds);
  return {
    name: format.resolvedOptions().timeZone,
    dayOf,
    minuteOf: (epochMilliseconds) => toTheMinute.format(epochMilliseconds),
    startOf(day) {
      // Offsets are whole quarters of an hour, and a day begins once: its first instant is found between two bounds.
      let before = Date.parse(`${day}T00:00:00Z`) - FURTHEST_HOURS * HOUR;
      let after = before + 2 * FURTHEST_HOURS * HOUR;
      while (after - before > 1) {
        const middle = Math.floor((before + after) / 2);
        if (dayOf(middle) < day) before = middle;
        else after = middle;
      }
      return after;
    },
  };
}

/** Swedish writes days as ISO 8601 does. */
function formatOf(name: string, more: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const options = { year: 'numeric', month: '2-digit', day: '2-digit', ...more } as const;
  try {
    return new Intl.DateTimeFormat('sv-SE', { ...options, timeZone: name });
  } catch {
    return new Intl.DateTimeFormat('sv-SE', { ...options, timeZone: UTC });
  }
}
