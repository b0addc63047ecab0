import { requireMethod } from './methods';
import { ExpressionError, type Token, tokenize } from './tokens';

export type Node =
  | { readonly type: 'literal'; readonly value: string | number | boolean | null }
  | { readonly type: 'name'; readonly name: string }
  | { readonly type: 'member'; readonly object: Node; readonly property: Node; readonly optional: boolean }
  | { readonly type: 'call'; readonly callee: Node; readonly args: readonly Node[] }
  | { readonly type: 'new'; readonly name: string; readonly args: readonly Node[] }
  | { readonly type: 'unary'; readonly operator: '!' | '-'; readonly value: Node }
  | { readonly type: 'binary'; readonly operator: string; readonly left: Node; readonly right: Node }
  | { readonly type: 'choice'; readonly test: Node; readonly yes: Node; readonly no: Node }
  | { readonly type: 'let'; readonly name: string; readonly value: Node; readonly body: Node }
  | { readonly type: 'list'; readonly items: readonly Node[] }
  | { readonly type: 'lambda'; readonly parameter: string; readonly body: Node };

/** Operators from the weakest to the strongest binding. */
const LEVELS: readonly (readonly string[])[] = [
  ['??'],
  ['||'],
  ['&&'],
  ['==', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/', '%'],
];
/** What can be made with `new`. */
const MADE = ['Date', 'CalendarDate'];
const CONSTANTS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

/**
 * Reads the subset of Jira expressions that this site evaluates: literals, lists, member access with `.`, `?.` and `[]`,
 * calls of known methods, `Number(…)`, `x => …`, `new Date(…)`, `new CalendarDate(…)`, arithmetic, comparison, logic, `a ? b : c`, and
 * `let x = …;` before it.
 * @throws ExpressionError for anything else
 */
export function parseExpression(source: string): Node {
  const parser = new Parser(tokenize(source));
  const node = parser.program();
  parser.end();
  return node;
}

class Parser {
  private position = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  program(): Node {
    const [first, second] = [this.peek(), this.tokens[this.position + 1]];
    if (first.text !== 'let' || second?.kind !== 'name') return this.expression();
    this.position += 2;
    this.expect('=');
    const value = this.expression();
    this.expect(';');
    return { type: 'let', name: second.text, value, body: this.program() };
  }

  expression(): Node {
    const [first, second] = [this.peek(), this.tokens[this.position + 1]];
    if (first.kind === 'name' && second?.text === '=>') {
      this.position += 2;
      return { type: 'lambda', parameter: first.text, body: this.expression() };
    }
    const test = this.binary(0);
    if (!this.take('?')) return test;
    const yes = this.expression();
    this.expect(':');
    return { type: 'choice', test, yes, no: this.expression() };
  }

  end(): void {
    if (this.peek().kind !== 'end') throw this.unexpected();
  }

  private binary(level: number): Node {
    const operators = LEVELS[level];
    if (!operators) return this.unary();
    let left = this.binary(level + 1);
    while (this.peek().kind === 'punctuation' && operators.includes(this.peek().text)) {
      const operator = this.next().text;
      left = { type: 'binary', operator, left, right: this.binary(level + 1) };
    }
    return left;
  }

  private unary(): Node {
    if (this.take('!')) return { type: 'unary', operator: '!', value: this.unary() };
    if (this.take('-')) return { type: 'unary', operator: '-', value: this.unary() };
    return this.postfix(this.primary());
  }

  private postfix(start: Node): Node {
    let node = start;
    for (;;) {
      if (this.take('?.')) node = this.member(node, true);
      else if (this.take('.')) node = this.member(node, false);
      else if (this.take('[')) node = { type: 'member', object: node, property: this.closed(']'), optional: false };
      else if (this.take('(')) node = this.call(node);
      else return node;
    }
  }

  private call(callee: Node): Node {
    if (callee.type === 'name' && callee.name !== 'Number')
      throw new ExpressionError(`The function '${callee.name}' is not available in expressions of this site.`);
    if (callee.type === 'member' && callee.property.type === 'literal') requireMethod(String(callee.property.value));
    return { type: 'call', callee, args: this.list(')') };
  }

  private member(object: Node, optional: boolean): Node {
    if (this.take('[')) return { type: 'member', object, property: this.closed(']'), optional };
    const name = this.next();
    if (name.kind !== 'name') throw this.unexpected(name);
    return { type: 'member', object, property: { type: 'literal', value: name.text }, optional };
  }

  private primary(): Node {
    const token = this.next();
    if (token.kind === 'number') return { type: 'literal', value: Number(token.text) };
    if (token.kind === 'string') return { type: 'literal', value: token.text.slice(1, -1).replace(/\\(.)/g, '$1') };
    if (token.kind === 'name') return this.named(token.text);
    if (token.text === '(') return this.closed(')');
    if (token.text === '[') return { type: 'list', items: this.list(']') };
    throw this.unexpected(token);
  }

  private named(name: string): Node {
    const constant = CONSTANTS[name];
    if (constant !== undefined) return { type: 'literal', value: constant };
    if (name !== 'new') return { type: 'name', name };
    const type = this.next();
    if (!MADE.includes(type.text))
      throw new ExpressionError(`'new ${type.text}' is not available in expressions of this site.`);
    this.expect('(');
    return { type: 'new', name: type.text, args: this.list(')') };
  }

  private closed(end: string): Node {
    const node = this.expression();
    this.expect(end);
    return node;
  }

  private list(end: string): Node[] {
    const items: Node[] = [];
    if (this.take(end)) return items;
    do items.push(this.expression());
    while (this.take(','));
    this.expect(end);
    return items;
  }

  private peek(): Token {
    return this.tokens[this.position] ?? { kind: 'end', text: '', at: 0 };
  }

  private next(): Token {
    const token = this.peek();
    this.position += 1;
    return token;
  }

  private take(text: string): boolean {
    const fits = this.peek().kind === 'punctuation' && this.peek().text === text;
    if (fits) this.position += 1;
    return fits;
  }

  private expect(text: string): void {
    if (!this.take(text)) throw this.unexpected();
  }

  private unexpected(token = this.peek()): ExpressionError {
    return new ExpressionError(
      token.kind === 'end' ? 'The expression ends too early.' : `Unexpected '${token.text}' at ${token.at}.`,
    );
  }
}
