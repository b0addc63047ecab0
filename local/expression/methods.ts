import { CalendarDate } from './calendar-date';
import { ExpressionError } from './tokens';
import { boolean, describe, number, same, text } from './values';

type Lambda = (argument: unknown) => unknown;
export type Methods = Readonly<Record<string, (...args: unknown[]) => unknown>>;

/** The methods that a value has in expressions of this site; anything else has none. */
function methodsOf(value: unknown): Methods {
  if (Array.isArray(value)) return listMethods(value);
  if (value instanceof Date) return dateMethods(value);
  if (value instanceof CalendarDate) return dayMethods(value);
  return typeof value === 'string' ? textMethods(value) : {};
}

function listMethods(list: readonly unknown[]): Methods {
  const test = (lambda: unknown) => (item: unknown) => boolean((lambda as Lambda)(item));
  return {
    map: (lambda) => list.map((item) => (lambda as Lambda)(item)),
    filter: (lambda) => list.filter(test(lambda)),
    some: (lambda) => list.some(test(lambda)),
    every: (lambda) => list.every(test(lambda)),
    includes: (value) => list.some((item) => same(item, value)),
  };
}

function textMethods(own: string): Methods {
  return {
    trim: () => own.trim(),
    toLowerCase: () => own.toLowerCase(),
    includes: (part) => own.includes(text(part)),
    startsWith: (part) => own.startsWith(text(part)),
    split: (separator) => own.split(text(separator)),
    substring: (from, to) => own.substring(number(from), to === undefined ? undefined : number(to)),
  };
}

/** Dates in expressions never change; each method gives a new one, in UTC. */
function dateMethods(date: Date): Methods {
  const moved = (change: (copy: Date, amount: number) => void) => (amount: unknown) => {
    const copy = new Date(date);
    change(copy, number(amount));
    return copy;
  };
  return {
    getTime: () => date.getTime(),
    plusDays: moved((copy, days) => copy.setUTCDate(copy.getUTCDate() + days)),
    minusDays: moved((copy, days) => copy.setUTCDate(copy.getUTCDate() - days)),
    plusMonths: moved((copy, months) => copy.setUTCMonth(copy.getUTCMonth() + months)),
    plusYears: moved((copy, years) => copy.setUTCFullYear(copy.getUTCFullYear() + years)),
    toCalendarDate: () => CalendarDate.of(date.toISOString().slice(0, 10)),
    toString: () => date.toISOString(),
  };
}

function dayMethods(day: CalendarDate): Methods {
  return {
    plusDays: (days) => day.plusDays(number(days)),
    minusDays: (days) => day.plusDays(-number(days)),
    plusMonths: (months) => day.plusMonths(number(months)),
    minusMonths: (months) => day.plusMonths(-number(months)),
    plusYears: (years) => day.plusMonths(12 * number(years)),
    toString: () => day.toString(),
  };
}

const NO_DATE = new Date(0);
/** Every method of any value. */
const KNOWN = new Set(
  [[], '', NO_DATE, CalendarDate.of('1970-01-01')].flatMap((value) => Object.keys(methodsOf(value))),
);

/** @throws ExpressionError for a method that no value has here */
export function requireMethod(name: string): void {
  if (!KNOWN.has(name)) throw new ExpressionError(`The method '${name}' is not available in expressions of this site.`);
}

/** @throws ExpressionError for a method that this value does not have */
export function methodOf(value: unknown, name: string): (...args: unknown[]) => unknown {
  const methods = methodsOf(value);
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (method) return method;
  throw new ExpressionError(`The method '${name}' of ${describe(value)} is not available in expressions of this site.`);
}
