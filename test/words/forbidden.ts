import FORBIDDEN from '../../src/words/forbidden.json';

interface Rule {
  words: readonly string[];
  /** Terms of the field that hold one of the words. */
  except?: readonly string[];
  say: string;
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\-]/g, '\\$&');
const RULES = (FORBIDDEN as readonly Rule[]).map(({ words, except = [], say }) => ({
  // Shouted abbreviations are forbidden as such: "rest" is a word, "REST" is not.
  pattern: new RegExp(
    `(?<![\\w-])(${words.map(escaped).join('|')})(?![\\w-])`,
    words.every((word) => word === word.toUpperCase()) ? '' : 'i',
  ),
  except,
  say,
}));

/** Each word of developers in a text for people, with what to say in its place. */
export const forbiddenIn = (text: string): string[] =>
  RULES.flatMap(({ pattern, except, say }) => {
    const rest = except.reduce((left, term) => left.replaceAll(term, ''), text);
    const found = pattern.exec(rest);
    return found ? [`“${found[0]}” in “${around(rest, found.index)}”. Say: ${say}.`] : [];
  });

const around = (text: string, place: number): string => text.slice(Math.max(0, place - 40), place + 60);
