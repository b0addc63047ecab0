/** A compiled filter: gives the expression's value for a scope such as `{event}`; throws where Jira's evaluation fails. */
export type Filter = (scope: Scope) => unknown;
type Scope = Readonly<Record<string, unknown>>;

/** Raised at start for an expression outside the subset; on the platform such a trigger would silently never fire. */
class FilterUnsupported extends Error {
  override readonly name = 'FilterUnsupported';
}

const SUBSET =
  "names, 'texts', numbers, true, false, null, a.b, a?.b, a['b'], ==, !=, <, <=, >, >=, &&, ||, !, ( ), .includes(x), .some/.filter/.map(x => …), .length";
const LEXER =
  /\s*(?:([A-Za-z_$][\w$]*)|('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(\d+(?:\.\d+)?)|(\?\.|=>|==|!=|<=|>=|&&|\|\||[.()[\],<>!]))/y;

interface Token {
  kind: 'name' | 'text' | 'number' | 'sign' | 'end';
  text: string;
}

/**
 * Compiles a Jira expression of a trigger's filter (developer.atlassian.com/platform/forge/events-reference/filters).
 * @param owner the trigger's key, for the message
 * @throws FilterUnsupported
 */
export function compileFilter(owner: string, expression: string): Filter {
  const refuse = (what: string): never => {
    throw new FilterUnsupported(
      `The filter of ${owner} is outside what the local host evaluates: ${what}. It knows: ${SUBSET}.`,
    );
  };
  const parser = new Parser(lex(expression, refuse), refuse);
  const filter = parser.disjunction();
  parser.expectEnd();
  return filter;
}

function lex(expression: string, refuse: (what: string) => never): Token[] {
  const tokens: Token[] = [];
  LEXER.lastIndex = 0;
  while (LEXER.lastIndex < expression.trimEnd().length) {
    const at = LEXER.lastIndex;
    const match = LEXER.exec(expression);
    if (!match) return refuse(`“${expression.slice(at, at + 20)}”`);
    if (match[1] !== undefined) tokens.push({ kind: 'name', text: match[1] });
    else if (match[2] !== undefined) tokens.push({ kind: 'text', text: match[2].slice(1, -1).replace(/\\(.)/g, '$1') });
    else if (match[3] !== undefined) tokens.push({ kind: 'number', text: match[3] });
    else tokens.push({ kind: 'sign', text: match[4] ?? '' });
  }
  return tokens;
}

const COMPARE: Record<string, (a: unknown, b: unknown) => boolean> = {
  '==': (a, b) => a === b || (a == null && b == null),
  '!=': (a, b) => !(a === b || (a == null && b == null)),
  '<': (a, b) => ordered(a, b) < 0,
  '<=': (a, b) => ordered(a, b) <= 0,
  '>': (a, b) => ordered(a, b) > 0,
  '>=': (a, b) => ordered(a, b) >= 0,
};

function ordered(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  throw new Error('Only two numbers or two texts can be compared by order.');
}

function truth(value: unknown): boolean {
  if (typeof value !== 'boolean') throw new Error(`${JSON.stringify(value)} is not a Boolean.`);
  return value;
}

class Parser {
  private at = 0;
  constructor(
    private readonly tokens: readonly Token[],
    private readonly refuse: (what: string) => never,
  ) {}

  disjunction(): Filter {
    let left = this.conjunction();
    while (this.take('||')) {
      const [a, b] = [left, this.conjunction()];
      left = (scope) => truth(a(scope)) || truth(b(scope));
    }
    return left;
  }

  expectEnd(): void {
    if (this.peek().kind !== 'end') this.refuse(`“${this.peek().text}”`);
  }

  private conjunction(): Filter {
    let left = this.comparison();
    while (this.take('&&')) {
      const [a, b] = [left, this.comparison()];
      left = (scope) => truth(a(scope)) && truth(b(scope));
    }
    return left;
  }

  private comparison(): Filter {
    const left = this.negation();
    const compare = this.peek().kind === 'sign' ? COMPARE[this.peek().text] : undefined;
    if (!compare) return left;
    this.at += 1;
    const right = this.negation();
    return (scope) => compare(left(scope), right(scope));
  }

  private negation(): Filter {
    if (!this.take('!')) return this.access();
    const inner = this.negation();
    return (scope) => !truth(inner(scope));
  }

  private access(): Filter {
    let value = this.primary();
    for (;;) {
      const optional = this.take('?.');
      if (optional || this.take('.')) value = this.member(value, optional);
      else if (this.take('[')) {
        const [owner, key] = [value, this.disjunction()];
        this.expect(']');
        value = (scope) => read(owner(scope), String(key(scope)), false);
      } else return value;
    }
  }

  private member(owner: Filter, optional: boolean): Filter {
    const name = this.name();
    if (!this.take('(')) return (scope) => read(owner(scope), name, optional);
    const call = this.call(name);
    this.expect(')');
    return (scope) => {
      const value = owner(scope);
      return optional && value == null ? null : call(value, scope);
    };
  }

  private call(name: string): (value: unknown, scope: Scope) => unknown {
    if (name === 'includes') {
      const wanted = this.disjunction();
      return (value, scope) => asList(value).includes(wanted(scope) as never);
    }
    if (name !== 'some' && name !== 'filter' && name !== 'map') return this.refuse(`.${name}()`);
    const variable = this.name();
    this.expect('=>');
    const body = this.disjunction();
    return (value, scope) => {
      const list = asList(value) as unknown[];
      if (name === 'map') return list.map((item) => body({ ...scope, [variable]: item }));
      const test = (item: unknown) => truth(body({ ...scope, [variable]: item }));
      return name === 'some' ? list.some(test) : list.filter(test);
    };
  }

  private primary(): Filter {
    const token = this.peek();
    this.at += 1;
    if (token.kind === 'text') return () => token.text;
    if (token.kind === 'number') return () => Number(token.text);
    if (token.kind === 'name') {
      if (token.text === 'true' || token.text === 'false') return () => token.text === 'true';
      if (token.text === 'null') return () => null;
      return (scope) => {
        if (!(token.text in scope)) throw new Error(`${token.text} is not defined.`);
        return scope[token.text];
      };
    }
    if (token.text === '(') {
      const inner = this.disjunction();
      this.expect(')');
      return inner;
    }
    return this.refuse(`“${token.text}”`);
  }

  private name(): string {
    const token = this.peek();
    if (token.kind !== 'name') return this.refuse(`“${token.text}” where a name should be`);
    this.at += 1;
    return token.text;
  }
  private peek(): Token {
    return this.tokens[this.at] ?? { kind: 'end', text: 'the end' };
  }
  private take(sign: string): boolean {
    if (this.peek().kind !== 'sign' || this.peek().text !== sign) return false;
    this.at += 1;
    return true;
  }
  private expect(sign: string): void {
    if (!this.take(sign)) this.refuse(`“${this.peek().text}” where “${sign}” should be`);
  }
}

function read(owner: unknown, name: string, optional: boolean): unknown {
  if (owner == null) {
    if (optional) return null;
    throw new Error(`Cannot read ${name} of null.`);
  }
  if (Array.isArray(owner) && name === 'length') return owner.length;
  return Object.hasOwn(Object(owner), name) ? (owner as Record<string, unknown>)[name] : null;
}

function asList(value: unknown): { includes(item: never): boolean } & object {
  if (Array.isArray(value)) return value;
  if (typeof value === 'string') return value as unknown as { includes(item: never): boolean } & object;
  throw new Error(`${JSON.stringify(value)} is not a list.`);
}
