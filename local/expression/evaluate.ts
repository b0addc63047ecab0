import { CalendarDate } from './calendar-date';
import { methodOf } from './methods';
import type { Node } from './parse';
import { ExpressionError } from './tokens';
import { boolean, compare, describe, number, same } from './values';

export type Names = Readonly<Record<string, unknown>>;

/** What an expression is evaluated among. */
export interface Scene {
  names: Names;
  /** Milliseconds. */
  now: number;
  /** YYYY-MM-DD, where the site is. */
  today: string;
}

/**
 * Evaluates a Jira expression. As in Jira, member access on null, an unknown name, a comparison of different types or a
 * condition that is no Boolean is an error, not a silent false.
 * @throws ExpressionError
 */
export function evaluate(node: Node, scene: Scene): unknown {
  switch (node.type) {
    case 'literal':
      return node.value;
    case 'name':
      if (!Object.hasOwn(scene.names, node.name))
        throw new ExpressionError(`'${node.name}' is not available in expressions of this site.`);
      return scene.names[node.name];
    case 'list':
      return node.items.map((item) => evaluate(item, scene));
    case 'let':
      return evaluate(node.body, given(scene, node.name, evaluate(node.value, scene)));
    case 'lambda':
      return (argument: unknown) => evaluate(node.body, given(scene, node.parameter, argument));
    case 'choice':
      return evaluate(boolean(evaluate(node.test, scene)) ? node.yes : node.no, scene);
    case 'unary': {
      const value = evaluate(node.value, scene);
      return node.operator === '!' ? !boolean(value) : -number(value);
    }
    case 'binary':
      return binary(node, scene);
    case 'new':
      return create(
        node.name,
        node.args.map((argument) => evaluate(argument, scene)),
        scene,
      );
    case 'member':
      return member(node, scene);
    case 'call':
      return call(node, scene);
  }
}

const given = (scene: Scene, name: string, value: unknown): Scene => ({
  ...scene,
  names: { ...scene.names, [name]: value },
});

type Binary = Extract<Node, { type: 'binary' }>;

function binary({ operator, left, right }: Binary, scene: Scene): unknown {
  const first = evaluate(left, scene);
  if (operator === '&&') return boolean(first) && boolean(evaluate(right, scene));
  if (operator === '||') return boolean(first) || boolean(evaluate(right, scene));
  if (operator === '??') return first ?? evaluate(right, scene);
  const second = evaluate(right, scene);
  if (operator === '==') return same(first, second);
  if (operator === '!=') return !same(first, second);
  if (operator === '+' && typeof first === 'string') return first + String(second);
  const arithmetic = ARITHMETIC[operator];
  return arithmetic ? arithmetic(number(first), number(second)) : compare(operator, first, second);
}

const ARITHMETIC: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
};

function create(name: string, [value]: readonly unknown[], { now, today }: Scene): unknown {
  if (name === 'CalendarDate') return CalendarDate.of(value === undefined ? today : String(value));
  const at = value === undefined ? now : value instanceof Date ? value.getTime() : (value as string | number);
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) throw new ExpressionError(`'${String(value)}' is not a date.`);
  return date;
}

type Member = Extract<Node, { type: 'member' }>;

function member(node: Member, scene: Scene): unknown {
  const object = evaluate(node.object, scene);
  const key = evaluate(node.property, scene);
  if (object === null || object === undefined) {
    if (node.optional) return null;
    throw new ExpressionError(`Cannot read '${String(key)}' of null.`);
  }
  if (key === 'length' && (Array.isArray(object) || typeof object === 'string')) return object.length;
  if (Array.isArray(object) && typeof key === 'number') return object[key] ?? null;
  if (describe(object) !== 'object')
    throw new ExpressionError(`'${String(key)}' is not a property of ${describe(object)} here.`);
  if (!Object.hasOwn(object as object, String(key))) {
    if ((object as Record<symbol, unknown>)[OPEN] === true) return null;
    throw new ExpressionError(`'${String(key)}' is not available in expressions of this site.`);
  }
  return (object as Record<string, unknown>)[String(key)] ?? null;
}

/** Marks an object any of whose properties may be absent, such as the properties of an issue. */
export const OPEN = Symbol('open');

type Call = Extract<Node, { type: 'call' }>;

function call({ callee, args }: Call, scene: Scene): unknown {
  const values = args.map((argument) => evaluate(argument, scene));
  if (callee.type === 'name') return numberOf(values[0]);
  if (callee.type !== 'member') throw new ExpressionError('Only methods can be called.');
  const object = evaluate(callee.object, scene);
  if ((object === null || object === undefined) && callee.optional) return null;
  return methodOf(object, String(evaluate(callee.property, scene)))(...values);
}

function numberOf(value: unknown): number {
  const read = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof read !== 'number' || Number.isNaN(read)) throw new ExpressionError(`'${String(value)}' is not a number.`);
  return read;
}
