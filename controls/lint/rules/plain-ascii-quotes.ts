import type { Finding, Rule } from '../rule';
import { dataTexts } from '../texts';

/** Typographic quotes, dashes, ellipses and spaces that look like plain ones and are found by no search. */
const TYPOGRAPHY = /[\u00a0\u2007\u2009-\u2015\u2018-\u201f\u2026\u202f\u2032\u2033\u2212\ufeff]/;

export const plainAsciiQuotes: Rule = {
  name: 'plain-ascii-quotes',
  description: 'Texts use plain quotes, dashes and spaces.',
  check(controls) {
    return dataTexts(controls).flatMap(({ file, id, key, text }): Finding[] => {
      const found = TYPOGRAPHY.exec(text)?.[0];
      if (found === undefined) return [];
      const code = found.codePointAt(0)?.toString(16).padStart(4, '0');
      return [{ file, id, problem: `${key} holds the character U+${code}.`, remedy: 'Write the plain character.' }];
    });
  },
};
