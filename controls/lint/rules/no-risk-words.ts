import type { Finding, Rule } from '../rule';

const FILE = 'inventory/no-risk.json';
const MAPPINGS = ['inventory/generic.json', 'inventory/us-federal-2024.json'] as const;
const LANGUAGES = ['en', 'de', 'fr', 'nl', 'es'] as const;

/** The form in which a risk text is compared as a whole. */
const compared = (text: string): string => {
  const plain = text.replace(/\s+/g, ' ').trim().toLowerCase();
  return plain.replace(/\.+$/, '') || plain;
};

/** A word that can never match, or that stands in two places, is one that somebody will change in vain. */
export const noRiskWords: Rule = {
  name: 'no-risk-words',
  description: 'Words that name no risk can match, stand once and in order, and no mapping repeats them.',
  check({ data }) {
    const findings: Finding[] = [];
    const seen = new Map<string, string>();
    for (const list of ['nothing', 'none'] as const)
      for (const language of LANGUAGES) {
        const words = data[FILE][list][language];
        words.forEach((word, place) => {
          const at = { file: FILE, id: `${list}/${language}/${word}` };
          if (word !== compared(word))
            findings.push({ ...at, problem: 'It can never match.', remedy: `Write "${compared(word)}".` });
          const other = seen.get(word);
          if (other !== undefined)
            findings.push({ ...at, problem: `It stands in ${other} too.`, remedy: 'Keep one of them.' });
          seen.set(word, `${list}/${language}`);
          const before = words[place - 1];
          if (before !== undefined && before > word)
            findings.push({ ...at, problem: `It stands after "${before}".`, remedy: 'Sort the list.' });
        });
      }
    for (const file of MAPPINGS)
      for (const { column, ignore } of data[file].risks)
        for (const word of ignore.is)
          if (seen.has(word))
            findings.push({ file, id: column, problem: `"${word}" is a word of ${FILE}.`, remedy: 'Remove it here.' });
    return findings;
  },
};
