import type { Parsed } from '../files';
import type { Finding, Rule } from '../rule';

const ACTS = ['Regulation (EU) 2024/1689', 'Regulation (EU) 2026/1744'];
/** Days on which the acts were signed into force: no act sets a date before its own. */
const EARLIEST: Readonly<Record<string, string>> = {
  'Regulation (EU) 2024/1689': '2024-07-12',
  'Regulation (EU) 2026/1744': '2026-07-24',
};

interface ShownDate {
  file: string;
  id: string;
  article: string;
  date: string;
}

/** Every date from which something of the AI Act applies, as the app shows it. */
export function shownDates(data: Parsed): ShownDate[] {
  return [
    ...data['frameworks/eu-ai-act/articles.json'].flatMap(({ id, appliesFrom }) =>
      appliesFrom.map(({ date }) => ({ file: 'frameworks/eu-ai-act/articles.json', id, article: id, date })),
    ),
    ...data['frameworks/eu-ai-act/prohibited.json'].map(({ id, appliesFrom }) => ({
      file: 'frameworks/eu-ai-act/prohibited.json',
      id,
      article: 'Art. 5',
      date: appliesFrom,
    })),
    ...data['frameworks/eu-ai-act/older.json'].flatMap(({ id, appliesFrom }) =>
      appliesFrom === undefined
        ? []
        : [{ file: 'frameworks/eu-ai-act/older.json', id, article: 'Art. 111', date: appliesFrom }],
    ),
  ];
}

/** A date of law stands in one place with the act that sets it; everything else repeats a date from there. */
export const dateHasAct: Rule = {
  name: 'date-has-act',
  description: 'Every date of the AI Act stands in dates.json with the act that sets it.',
  check({ data }) {
    const file = 'frameworks/eu-ai-act/dates.json';
    const articles = new Set(data['frameworks/eu-ai-act/articles.json'].map(({ id }) => id));
    const findings: Finding[] = [];
    for (const entry of data[file]) {
      const id = entry.date;
      if (!ACTS.includes(entry.act))
        findings.push({
          file,
          id,
          problem: `"${entry.act}" is not an act that we know.`,
          remedy: `Name one of: ${ACTS.join(', ')}.`,
        });
      else if (entry.date < (EARLIEST[entry.act] ?? ''))
        findings.push({
          file,
          id,
          problem: `${entry.act} is younger than this date.`,
          remedy: 'Correct the date or the act.',
        });
      for (const article of entry.articles)
        if (!articles.has(article))
          findings.push({
            file,
            id,
            problem: `There is no article "${article}".`,
            remedy: 'Add it to articles.json or correct it.',
          });
    }
    const known = new Set(
      data[file].flatMap(({ date, articles: named }) => named.map((article) => `${article} ${date}`)),
    );
    for (const { article, date, ...at } of shownDates(data))
      if (!known.has(`${article} ${date}`))
        findings.push({
          ...at,
          problem: `No act in dates.json sets ${date} for ${article}.`,
          remedy: 'Add the date with its act, or name the article there.',
        });
    return findings;
  },
};
