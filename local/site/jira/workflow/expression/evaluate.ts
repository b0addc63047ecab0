import type { Node } from './parse';
import { ExpressionError } from './tokens';

type Lambda = (argument: unknown) => unknown;
export type Names = Readonly<Record<string, unknown>>;

/**
 * Evaluates a Jira expression. As in Jira, member access on null, an unknown name, a comparison of different types or a
 * condition that is no Boolean is an error, not a silent false.
 */
export function evaluate(node: Node, names: Names): unknown {
  switch (node.type) {
    case 'literal':
      return node.value;
    case 'name':
      if (!Object.hasOwn(names, node.name))
        throw new ExpressionError(`'${node.name}' is not available in expressions of this site.`);
      return names[node.name];
    case 'list':
      return node.items.map((item) => evaluate(item, names));
    case 'lambda':
      return (argument: unknown) => evaluate(node.body, { ...names, [node.parameter]: argument });
    case 'choice':
      return evaluate(boolean(evaluate(node.test, names)) ? node.yes : node.no, names);
    case 'unary': {
      const value = evaluate(node.value, names);
      return node.operator === '!' ? !boolean(value) : -number(value);
    }
    case 'binary':
      return binary(node, names);
    case 'new':
      return create(
        node.name,
        node.args.map((argument) => evaluate(argument, names)),
        names,
      );
    case 'member':
      return member(node, names);
    case 'call':
      return call(node, names);
  }
}

const describe = (value: unknown): string =>
  value === null ? 'null' : value instanceof Date ? 'Date' : Array.isArray(value) ? 'List' : typeof value;

function boolean(value: unknown): boolean {
  if (typeof value !== 'boolean') throw new ExpressionError(`A Boolean is needed, not ${describe(value)}.`);
  return value;
}

function number(value: unknown): number {
  if (typeof value !== 'number') throw new ExpressionError(`A Number is needed, not ${describe(value)}.`);
  return value;
}

type Binary = Extract<Node, { type: 'binary' }>;

function binary({ operator, left, right }: Binary, names: Names): unknown {
  const first = evaluate(left, names);
  if (operator === '&&') return boolean(first) && boolean(evaluate(right, names));
  if (operator === '||') return boolean(first) || boolean(evaluate(right, names));
  if (operator === '??') return first ?? evaluate(right, names);
  const second = evaluate(right, names);
  if (operator === '==') return same(first, second);
  if (operator === '!=') return !same(first, second);
  if (operator === '+' && typeof first === 'string') return first + String(second);
  if (['+', '-', '*', '/', '%'].includes(operator)) return arithmetic(operator, number(first), number(second));
  return compare(operator, first, second);
}

function same(a: unknown, b: unknown): boolean {
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  return (a ?? null) === (b ?? null);
}

function arithmetic(operator: string, a: number, b: number): number {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    default:
      return a % b;
  }
}

function compare(operator: string, a: unknown, b: unknown): boolean {
  if (a === null || b === null || describe(a) !== describe(b))
    throw new ExpressionError(`${describe(a)} and ${describe(b)} cannot be compared with ${operator}.`);
  const [x, y] = [a, b].map((value) => (value instanceof Date ? value.getTime() : (value as string | number)));
  if (x === undefined || y === undefined) return false;
  if (operator === '<') return x < y;
  if (operator === '<=') return x <= y;
  return operator === '>' ? x > y : x >= y;
}

function create(name: string, args: readonly unknown[], names: Names): unknown {
  if (name !== 'Date' && name !== 'CalendarDate')
    throw new ExpressionError(`'new ${name}' is not available in expressions of this site.`);
  const [given] = args;
  const date = new Date(
    given === undefined ? Number(names['@now']) : given instanceof Date ? given.getTime() : (given as string | number),
  );
  if (Number.isNaN(date.getTime())) throw new ExpressionError(`'${String(given)}' is not a date.`);
  return date;
}

type Member = Extract<Node, { type: 'member' }>;

function member(node: Member, names: Names): unknown {
  const object = evaluate(node.object, names);
  const key = evaluate(node.property, names);
  if (object === null || object === undefined) {
    if (node.optional) return null;
    throw new ExpressionError(`Cannot read '${String(key)}' of null.`);
  }
  if (key === 'length' && (Array.isArray(object) || typeof object === 'string')) return object.length;
  if (Array.isArray(object) && typeof key === 'number') return object[key] ?? null;
  if (typeof object !== 'object' || Array.isArray(object) || object instanceof Date)
    throw new ExpressionError(`'${String(key)}' is not a property of ${describe(object)} here.`);
  if (!Object.hasOwn(object, String(key)))
    throw new ExpressionError(`'${String(key)}' is not available in expressions of this site.`);
  return (object as Record<string, unknown>)[String(key)] ?? null;
}

type Call = Extract<Node, { type: 'call' }>;

function call({ callee, args }: Call, names: Names): unknown {
  if (callee.type !== 'member') throw new ExpressionError('Only methods can be called.');
  const object = evaluate(callee.object, names);
  if ((object === null || object === undefined) && callee.optional) return null;
  const name = String(evaluate(callee.property, names));
  const values = args.map((argument) => evaluate(argument, names));
  const methods = Array.isArray(object)
    ? listMethods(object)
    : object instanceof Date
      ? dateMethods(object)
      : typeof object === 'string'
        ? textMethods(object)
        : {};
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (!method)
    throw new ExpressionError(
      `The method '${name}' of ${describe(object)} is not available in expressions of this site.`,
    );
  return method(...values);
}

type Methods = Readonly<Record<string, (...args: unknown[]) => unknown>>;

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

function textMethods(text: string): Methods {
  return {
    trim: () => text.trim(),
    toLowerCase: () => text.toLowerCase(),
    includes: (part) => text.includes(String(part)),
    startsWith: (part) => text.startsWith(String(part)),
    split: (separator) => text.split(String(separator)),
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
    toCalendarDate: () => new Date(Math.floor(date.getTime() / 86_400_000) * 86_400_000),
    toString: () => date.toISOString(),
  };
}
