import type { Finding, Rule } from '../rule';
import { shownDates } from './date-has-act';

/** A date that a later act has moved stays for the record only. */
export const supersededDateNotShown: Rule = {
  name: 'superseded-date-not-shown',
  description: 'No article applies from a date that a later act has replaced.',
  check({ data }) {
    const current = new Set<string>();
    const superseded = new Set<string>();
    for (const entry of data['frameworks/eu-ai-act/dates.json'])
      for (const article of entry.articles) (entry.superseded ? superseded : current).add(`${article} ${entry.date}`);
    return shownDates(data).flatMap(({ file, id, article, date }): Finding[] => {
      const key = `${article} ${date}`;
      if (!superseded.has(key) || current.has(key)) return [];
      return [{ file, id, problem: `${date} has been replaced.`, remedy: 'Give the date that holds today.' }];
    });
  },
};
