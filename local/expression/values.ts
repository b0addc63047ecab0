import { CalendarDate } from './calendar-date';
import { ExpressionError } from './tokens';

/** How values of Jira expressions are told, compared and asked for: of the wrong type they are an error, not a silent false. */

export const describe = (value: unknown): string => {
  if (value === null || value === undefined) return 'null';
  if (value instanceof Date) return 'Date';
  if (value instanceof CalendarDate) return 'CalendarDate';
  return Array.isArray(value) ? 'List' : typeof value;
};

export function boolean(value: unknown): boolean {
  if (typeof value !== 'boolean') throw new ExpressionError(`A Boolean is needed, not ${describe(value)}.`);
  return value;
}

export function number(value: unknown): number {
  if (typeof value !== 'number') throw new ExpressionError(`A Number is needed, not ${describe(value)}.`);
  return value;
}

export function text(value: unknown): string {
  if (typeof value !== 'string') throw new ExpressionError(`A String is needed, not ${describe(value)}.`);
  return value;
}

export function same(a: unknown, b: unknown): boolean {
  if ((a instanceof Date && b instanceof Date) || (a instanceof CalendarDate && b instanceof CalendarDate))
    return a.valueOf() === b.valueOf();
  return (a ?? null) === (b ?? null);
}

const ORDERED = ['number', 'string', 'Date', 'CalendarDate'];

export function compare(operator: string, a: unknown, b: unknown): boolean {
  const kind = describe(a);
  if (kind !== describe(b) || !ORDERED.includes(kind))
    throw new ExpressionError(`${kind} and ${describe(b)} cannot be compared with ${operator}.`);
  const [x, y] = [a, b].map((value) => (typeof value === 'string' ? value : Number(value)));
  if (x === undefined || y === undefined) return false;
  if (operator === '<') return x < y;
  if (operator === '<=') return x <= y;
  return operator === '>' ? x > y : x >= y;
}
