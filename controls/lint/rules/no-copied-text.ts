import type { Finding, Rule } from '../rule';
import { dataTexts } from '../texts';

/** Titles, numbers, names, addresses and an inventory's own words are facts; everything else is ours to word. */
const FACTS = new Set([
  'title',
  'ref',
  'act',
  'kind',
  'article',
  'id',
  'iso9001',
  'iso27001',
  'articles',
  'requirements',
  'requirement',
  'group',
  'parent',
  'sources',
]);
/** Words in a row that may be shared with somebody else's text. */
const SHARED_WORDS = 7;
/** A whole text that equals another is copied, even a short one; below this it is only a term. */
const WHOLE_TEXT_WORDS = 4;
/** Turns of phrase of the standards and of the Act that nobody uses unprompted. */
const TELLTALES = [
  'the organization shall',
  'shall be available as documented information',
  'shall retain documented information',
  'in accordance with the requirements of this document',
  'placed on the market or put into service',
  'for the purposes of this regulation',
  'shall draw up and keep up to date',
  'where and when applicable',
  'relevant to its purpose and that affect its ability',
  'interested parties relevant to the',
  'with significant limitations on',
];

const words = (text: string): string[] => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];

/** The standards are copyrighted, and the facts have authors: only numbers, titles and names carry over. */
export const noCopiedText: Rule = {
  name: 'no-copied-text',
  description: `No more than ${SHARED_WORDS} words in a row are shared with the sources, and no turn of phrase of a standard.`,
  check(controls) {
    const runs = new Set<string>();
    const wholes = new Set<string>();
    for (const text of controls.foreignTexts ?? []) {
      const theirs = words(text);
      wholes.add(theirs.join(' '));
      for (const run of runsOf(theirs)) runs.add(run);
    }
    return dataTexts(controls).flatMap(({ file, id, key, text }): Finding[] => {
      if (FACTS.has(key) || file.startsWith('inventory/')) return [];
      const ours = words(text);
      const plain = ours.join(' ');
      const copied =
        TELLTALES.find((phrase) => plain.includes(phrase)) ??
        runsOf(ours).find((run) => runs.has(run)) ??
        (ours.length >= WHOLE_TEXT_WORDS && wholes.has(plain) ? plain : undefined);
      if (copied === undefined) return [];
      return [
        {
          file,
          id,
          problem: `${key} is not in our own words: "${copied}".`,
          remedy: 'Say it as you would to a colleague.',
        },
      ];
    });
  },
};

function runsOf(ours: readonly string[]): string[] {
  const length = SHARED_WORDS + 1;
  return ours.slice(length - 1).map((_, place) => ours.slice(place, place + length).join(' '));
}
