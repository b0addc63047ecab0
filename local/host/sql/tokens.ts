import { outside } from './refusal';

export interface Token {
  readonly kind: 'word' | 'quoted' | 'string' | 'number' | 'parameter' | 'sign';
  readonly text: string;
  /** Words in capitals; other tokens as they stand. */
  readonly upper: string;
}

const LEXER =
  /(\s+)|([A-Za-z_][A-Za-z0-9_]*)|`([^`]+)`|('(?:[^'\\]|'')*')|(\d+(?:\.\d+)?)|(\?)|(<=>|<=|>=|<>|!=|[(),.*=<>+\-%;])/y;

/** One object for each sign: a statement with many rows is made of them. */
const SIGNS = new Map<string, Token>();

function signOf(text: string, kind: 'sign' | 'parameter'): Token {
  const known = SIGNS.get(text);
  if (known) return known;
  const token: Token = { kind, text, upper: text };
  SIGNS.set(text, token);
  return token;
}

function tokenOf([, , word, quoted, string, number, parameter, sign]: RegExpExecArray): Token | null {
  if (word !== undefined) return { kind: 'word', text: word, upper: word.toUpperCase() };
  if (quoted !== undefined) return { kind: 'quoted', text: quoted, upper: quoted };
  if (string !== undefined) return { kind: 'string', text: string, upper: string };
  if (number !== undefined) return { kind: 'number', text: number, upper: number };
  if (parameter !== undefined) return signOf('?', 'parameter');
  return sign === undefined ? null : signOf(sign, 'sign');
}

/** Cuts a statement into tokens; one semicolon at the end is dropped. */
export function tokensOf(statement: string): Token[] {
  const tokens: Token[] = [];
  LEXER.lastIndex = 0;
  while (LEXER.lastIndex < statement.length) {
    const at = LEXER.lastIndex;
    const match = LEXER.exec(statement);
    if (!match) throw outside(`Not understood near “${statement.slice(at, at + 24)}”.`);
    const token = tokenOf(match);
    if (token?.text === '-' && statement[LEXER.lastIndex] === '-') throw outside('Comments are not allowed.');
    if (token) tokens.push(token);
  }
  if (tokens[tokens.length - 1]?.text === ';') tokens.pop();
  if (tokens.some((token) => token.text === ';')) throw outside('One statement a call.');
  if (tokens.length === 0) throw outside('The statement is empty.');
  return tokens;
}

/** The index of the parenthesis that closes the one at `open`. */
export function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let index = open; index < tokens.length; index += 1) {
    if (tokens[index]?.text === '(' && tokens[index]?.kind === 'sign') depth += 1;
    if (tokens[index]?.text === ')' && tokens[index]?.kind === 'sign') depth -= 1;
    if (depth === 0) return index;
  }
  throw outside('A parenthesis is not closed.');
}

/** Splits at commas outside parentheses. */
export function byComma(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === 'sign' && token.text === '(') depth += 1;
    if (token.kind === 'sign' && token.text === ')') depth -= 1;
    if (token.kind === 'sign' && token.text === ',' && depth === 0) parts.push([]);
    else parts[parts.length - 1]?.push(token);
  }
  return parts;
}

/** The first index of a run of words outside parentheses, or -1. */
export function findWords(tokens: readonly Token[], ...words: string[]): number {
  let depth = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'sign' && token.text === '(') depth += 1;
    if (token.kind === 'sign' && token.text === ')') depth -= 1;
    if (
      depth === 0 &&
      words.every((word, offset) => tokens[index + offset]?.kind === 'word' && tokens[index + offset]?.upper === word)
    )
      return index;
  }
  return -1;
}
