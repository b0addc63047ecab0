/** A Jira expression that is wrong or uses something outside the subset of this site. */
export class ExpressionError extends Error {}

export interface Token {
  readonly kind: 'number' | 'string' | 'name' | 'punctuation' | 'end';
  readonly text: string;
  readonly at: number;
}

const PATTERNS: readonly (readonly [Token['kind'] | 'space', RegExp])[] = [
  ['space', /\s+/y],
  ['number', /\d+(?:\.\d+)?/y],
  ['string', /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/y],
  ['name', /[A-Za-z_$][\w$]*/y],
  ['punctuation', /\?\.|=>|==|!=|<=|>=|&&|\|\||\?\?|[-+*/%<>!?:.,;=()[\]]/y],
];

/** Cuts an expression into tokens; the last one has the kind `end`. */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < source.length) {
    const found = PATTERNS.map(([kind, pattern]) => {
      pattern.lastIndex = at;
      return [kind, pattern.exec(source)?.[0]] as const;
    }).find(([, text]) => text !== undefined);
    const [kind, text = ''] = found ?? ['space', undefined];
    if (text === '') throw new ExpressionError(`Unexpected character '${source[at]}' at ${at}.`);
    if (kind !== 'space') tokens.push({ kind, text, at });
    at += text.length;
  }
  return [...tokens, { kind: 'end', text: '', at }];
}
