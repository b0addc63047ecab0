import { badRequest } from '../errors';

/**
 * The subset of CQL that this site understands
 * (developer.atlassian.com/cloud/confluence/advanced-searching-using-cql): comparisons joined by and, or, not and brackets,
 * and an order.
 */
export type Query =
  | { readonly kind: 'and' | 'or'; readonly of: readonly Query[] }
  | { readonly kind: 'not'; readonly of: Query }
  | Comparison;

export interface Comparison {
  readonly kind: 'compare';
  readonly field: string;
  readonly operator: '=' | '!=' | '~' | '!~' | 'in' | 'not in' | '>' | '>=' | '<' | '<=';
  readonly values: readonly Value[];
}

/** `currentUser()`, `now("-4w")`: what it tells is found out when the query runs. */
export interface FunctionCall {
  readonly name: string;
  readonly argument: string | null;
}

export type Value = string | FunctionCall;

export interface Parsed {
  readonly where: Query | null;
  readonly order: readonly { readonly field: string; readonly descending: boolean }[];
}

const TOKEN = /\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([(),]|!=|!~|>=|<=|[=~<>])|([^\s(),=~<>!"']+))/y;

interface Token {
  readonly text: string;
  readonly quoted: boolean;
}

function tokensOf(cql: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (cql.slice(TOKEN.lastIndex).trim() !== '') {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(cql);
    if (!match) throw badRequest(`Could not parse cql: ${cql} (at ${at})`);
    const quoted = match[1] ?? match[2];
    tokens.push(
      quoted === undefined
        ? { text: match[3] ?? match[4] ?? '', quoted: false }
        : { text: quoted.replace(/\\(.)/g, '$1'), quoted: true },
    );
  }
  return tokens;
}

/** Reads a query. @throws ConfluenceError 400 where it cannot be read */
export function parseCql(cql: string): Parsed {
  const tokens = tokensOf(cql);
  let at = 0;
  const fail = (): never => {
    throw badRequest(`Could not parse cql: ${cql} (near '${tokens[at]?.text ?? 'the end'}')`);
  };
  const word = (text: string): boolean => {
    const token = tokens[at];
    if (!token || token.quoted || token.text.toLowerCase() !== text) return false;
    at += 1;
    return true;
  };
  const next = (): string => tokens[at++]?.text ?? fail();

  const joined = (kind: 'and' | 'or', part: () => Query): Query => {
    const of = [part()];
    while (word(kind)) of.push(part());
    return of.length === 1 ? (of[0] as Query) : { kind, of };
  };
  const either = (): Query => joined('or', () => joined('and', single));
  const single = (): Query => {
    if (word('not')) return { kind: 'not', of: single() };
    if (word('(')) {
      const inner = either();
      if (!word(')')) fail();
      return inner;
    }
    return comparison();
  };
  const value = (): Value => {
    const isWord = tokens[at]?.quoted === false;
    const text = next();
    if (!isWord || !word('(')) return text;
    if (word(')')) return { name: text, argument: null };
    const argument = next();
    if (!word(')')) fail();
    return { name: text, argument };
  };
  const list = (): Value[] => {
    if (!word('(')) fail();
    const values = [value()];
    while (word(',')) values.push(value());
    if (!word(')')) fail();
    return values;
  };
  const comparison = (): Query => {
    const field = next().toLowerCase();
    if (word('in')) return { kind: 'compare', field, operator: 'in', values: list() };
    if (word('not')) return word('in') ? { kind: 'compare', field, operator: 'not in', values: list() } : fail();
    const operator = ['=', '!=', '~', '!~', '>=', '<=', '>', '<'].find((sign) => word(sign)) ?? fail();
    return { kind: 'compare', field, operator: operator as Comparison['operator'], values: [value()] };
  };

  const startsWithOrder = () => tokens[at]?.text.toLowerCase() === 'order' && !tokens[at]?.quoted;
  const where = tokens.length === 0 || startsWithOrder() ? null : either();
  const order: Parsed['order'][number][] = [];
  if (word('order')) {
    if (!word('by')) fail();
    do {
      const field = next().toLowerCase();
      const descending = word('desc');
      if (!descending) word('asc');
      order.push({ field, descending });
    } while (word(','));
  }
  if (at < tokens.length) fail();
  return { where, order };
}
