import { badRequest } from '../errors';
import type { FunctionCall } from './parse';

/**
 * Dates of CQL (developer.atlassian.com/cloud/confluence/cql-fields and /cql-functions): `2026-01-31`, `2026/01/31 09:30`,
 * `now("-4w")`, `startOfMonth("-1")` and the like. All are meant in UTC.
 */
export interface Moment {
  readonly at: number;
  /** How long what was written lasts: a day for a day, a minute for a time, nothing for an instant. */
  readonly lasts: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const LITERAL = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?: (\d{1,2}):(\d{2}))?$/;

/** @throws ConfluenceError 400 when it is no day of the calendar */
export function readDate(text: string): Moment {
  const match = LITERAL.exec(text);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = (match ?? []).slice(1).map((part) => Number(part ?? 0));
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date.getUTCHours() === hour;
  if (!match || !isReal || minute > 59)
    throw badRequest(`'${text}' is not a date: write 2026-01-31, or "2026-01-31 09:30".`);
  return { at: date.getTime(), lasts: match[4] === undefined ? DAY : MINUTE };
}

const UNITS = ['y', 'M', 'w', 'd', 'h', 'm'] as const;
type Unit = (typeof UNITS)[number];

/** The first moment of the period that an instant is in. */
const STARTS: Readonly<Record<string, (date: Date) => number>> = {
  day: (date) => Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()),
  // The first day of a week depends on the site's language; here it is Sunday, as in Jira.
  week: (date) => Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() - date.getUTCDay()),
  month: (date) => Date.UTC(date.getUTCFullYear(), date.getUTCMonth()),
  year: (date) => Date.UTC(date.getUTCFullYear(), 0),
};
const PERIODS: Readonly<Record<string, Unit>> = { day: 'd', week: 'w', month: 'M', year: 'y' };

/** The moment that a function tells. @throws ConfluenceError 400 for one that there is not, or a strange increment */
export function momentOf({ name, argument }: FunctionCall, now: number): Moment {
  if (name.toLowerCase() === 'now') return { at: shift(new Date(now), argument, 'd'), lasts: 0 };
  const [, edge, period = ''] = /^(start|end)of(day|week|month|year)$/i.exec(name) ?? [];
  const start = STARTS[period.toLowerCase()];
  const unit = PERIODS[period.toLowerCase()];
  if (!start || !unit) throw badRequest(`This site knows no function '${name}()' of dates.`);
  const moved = shift(new Date(start(new Date(now))), argument, unit);
  if (edge?.toLowerCase() === 'start') return { at: moved, lasts: 0 };
  return { at: shift(new Date(moved), '1', unit) - 1, lasts: 0 };
}

/** Moves a date by an increment such as `-4w` or `+1`, whose unit may be left out. */
function shift(date: Date, increment: string | null, natural: Unit): number {
  if (increment === null) return date.getTime();
  const [, sign = '+', digits, given = natural] = /^([+-])?(\d+)([yMwdhm])?$/.exec(increment.trim()) ?? [];
  if (digits === undefined) throw badRequest(`'${increment}' is not an increment: write -4w, or 1d.`);
  const amount = Number(`${sign}${digits}`);
  const moved = new Date(date);
  switch (given as Unit) {
    case 'y':
      moved.setUTCFullYear(moved.getUTCFullYear() + amount);
      break;
    case 'M':
      moved.setUTCMonth(moved.getUTCMonth() + amount);
      break;
    case 'w':
      return moved.getTime() + amount * 7 * DAY;
    case 'd':
      return moved.getTime() + amount * DAY;
    case 'h':
      return moved.getTime() + amount * 60 * MINUTE;
    case 'm':
      return moved.getTime() + amount * MINUTE;
  }
  return moved.getTime();
}
