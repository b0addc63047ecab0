import { KvsRefused } from './rules';

/** A condition of a transaction, a filter or a range, as `@forge/kvs` sends it. */
export interface Condition {
  condition: string;
  property: string;
  values: readonly unknown[];
}
export type Conditions = { and?: readonly Condition[] | undefined; or?: readonly Condition[] | undefined };

type Test = (value: unknown, wanted: readonly unknown[]) => boolean;

/** Text is ordered by its bytes, numbers by their size; what is of another type, or absent, is in no order with it. */
export function compare(left: unknown, right: unknown): number {
  if (typeof left === 'string' && typeof right === 'string')
    return Buffer.compare(Buffer.from(left), Buffer.from(right));
  if (typeof left === typeof right && (typeof left === 'number' || typeof left === 'boolean'))
    return Number(left) - Number(right);
  return Number.NaN;
}

const text = (value: unknown, test: (text: string) => boolean) => typeof value === 'string' && test(value);

/** What each condition asks, and of which types it may (storage-reference/entities-api-query, "Conditions"). */
const CONDITIONS: Readonly<Record<string, { types: readonly string[]; values: number; holds: Test }>> = {
  EXISTS: { types: ['string', 'integer', 'float', 'boolean'], values: 1, holds: (value) => value !== undefined },
  NOT_EXISTS: { types: ['string', 'integer', 'float', 'boolean'], values: 1, holds: (value) => value === undefined },
  EQUAL_TO: { types: ['string', 'integer', 'float', 'boolean'], values: 1, holds: (value, [one]) => value === one },
  NOT_EQUAL_TO: { types: ['string', 'integer', 'float', 'boolean'], values: 1, holds: (value, [one]) => value !== one },
  GREATER_THAN: ordered((order) => order > 0),
  GREATER_THAN_EQUAL_TO: ordered((order) => order >= 0),
  LESS_THAN: ordered((order) => order < 0),
  LESS_THAN_EQUAL_TO: ordered((order) => order <= 0),
  BETWEEN: {
    types: ['string', 'integer', 'float'],
    values: 2,
    holds: (value, [least, most]) => compare(value, least) >= 0 && compare(value, most) <= 0,
  },
  BEGINS_WITH: {
    types: ['string'],
    values: 1,
    holds: (value, [start]) => text(value, (whole) => whole.startsWith(String(start))),
  },
  CONTAINS: {
    types: ['string'],
    values: 1,
    holds: (value, [part]) => text(value, (whole) => whole.includes(String(part))),
  },
  NOT_CONTAINS: {
    types: ['string'],
    values: 1,
    holds: (value, [part]) => !text(value, (whole) => whole.includes(String(part))),
  },
};

function ordered(test: (order: number) => boolean): { types: readonly string[]; values: number; holds: Test } {
  return { types: ['string', 'integer', 'float'], values: 1, holds: (value, [one]) => test(compare(value, one)) };
}

/**
 * @param type of the attribute in the manifest
 * @throws KvsRefused for a condition that is unknown, of a type that it does not fit, or without its values
 */
export function checkCondition({ condition, property, values }: Condition, type: string | undefined): void {
  if (type === 'any')
    throw new KvsRefused(422, 'INVALID_FILTER_CONDITION', `Attribute ${property} is of any type: nothing filters it.`);
  const known = CONDITIONS[condition];
  if (type === undefined || !known?.types.includes(type))
    throw new KvsRefused(
      400,
      'INVALID_FILTER_CONDITION',
      `${condition} does not fit ${property}, which is ${type ?? 'not declared'}.`,
    );
  if (values.length < known.values)
    throw new KvsRefused(400, 'INSUFFICIENT_FILTER_VALUES', `${condition} takes ${known.values} values.`);
  if (values.length > known.values)
    throw new KvsRefused(400, 'INVALID_FILTER_VALUES', `${condition} takes ${known.values} values.`);
}

/** Whether what is stored meets the conditions; of nothing stored only NOT_EXISTS holds. */
export function meets(stored: unknown, { and, or }: Conditions): boolean {
  const value = (stored ?? {}) as Record<string, unknown>;
  return and
    ? and.every((one) => holds(value[one.property], one))
    : (or ?? []).some((one) => holds(value[one.property], one));
}

export function holds(value: unknown, { condition, values }: Pick<Condition, 'condition' | 'values'>): boolean {
  const known = CONDITIONS[condition];
  if (!known) throw new KvsRefused(400, 'INVALID_FILTER_CONDITION', `There is no condition ${condition}.`);
  return known.holds(value, values);
}
