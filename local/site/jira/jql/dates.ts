import { instantIn } from '../zone';
import { JqlError } from './parse';

/** Instants of JQL. `startOfDay()` and the like are those of UTC, whatever the site's zone. */

const UNIT: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };
const ABSOLUTE = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T](\d{1,2}):(\d{2}))?$/;
const RELATIVE = /^([+-]?)((?:\d+[wdhm]\s*)+)$/;

/** A date literal (`2026-01-31`, `2026/01/31 09:30`) in `zone`, or a duration from now (`-1d`, `2w 3h`). Precise to the minute. */
export function readDate(text: string, now: number, field: string, zone: string): number {
  const absolute = ABSOLUTE.exec(text.trim());
  if (absolute) {
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = absolute.slice(1).map((part) => Number(part ?? 0));
    const instant = Date.UTC(year, month - 1, day, hour, minute);
    // A month, hour or minute that there is not would run over into the next year, day or hour.
    const isReal = new Date(instant).getUTCDate() === day && month <= 12 && hour < 24 && minute < 60;
    if (isReal) return instantIn(zone, instant);
  }
  const relative = RELATIVE.exec(text.trim());
  if (relative) return now + duration(relative[1] ?? '', relative[2] ?? '');
  throw new JqlError(
    `Date value '${text}' for field '${field}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`,
  );
}

function duration(sign: string, text: string): number {
  const total = [...text.matchAll(/(\d+)([wdhm])/g)].reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * (UNIT[unit ?? ''] ?? 0),
    0,
  );
  return sign === '-' ? -total : total;
}

type Period = 'Day' | 'Week' | 'Month' | 'Year';
const BOUNDARY = /^(startof|endof)(day|week|month|year)$/;

/** `startOfDay()`, `endOfMonth("-1")` and the like, or undefined for another function. Weeks begin on Sunday, as in Jira. */
export function boundary(name: string, increment: string | undefined, now: number): number | undefined {
  const match = BOUNDARY.exec(name.toLowerCase());
  if (!match) return undefined;
  const period = `${match[2]?.charAt(0).toUpperCase()}${match[2]?.slice(1)}` as Period;
  const atEnd = match[1] === 'endof';
  const count = /^[+-]?\d+$/.test(increment ?? '0') ? Number(increment ?? 0) : null;
  const shift = count === null ? offset(increment ?? '', name) : 0;
  const start = startOf(period, now, (count ?? 0) + (atEnd ? 1 : 0));
  return (atEnd ? start - 1 : start) + shift;
}

function offset(text: string, name: string): number {
  const match = RELATIVE.exec(text);
  if (!match) throw new JqlError(`The increment '${text}' of ${name}() is invalid.`);
  return duration(match[1] ?? '', match[2] ?? '');
}

function startOf(period: Period, now: number, count: number): number {
  const date = new Date(now);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  switch (period) {
    case 'Day':
      return Date.UTC(year, month, day + count);
    case 'Week':
      return Date.UTC(year, month, day - date.getUTCDay() + 7 * count);
    case 'Month':
      return Date.UTC(year, month + count, 1);
    case 'Year':
      return Date.UTC(year + count, 0, 1);
  }
}
