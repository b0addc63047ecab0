import type { Finding, Rule } from '../rule';
import { dataTexts } from '../texts';

/** Numbers by value, so that 10 follows 9; words by their letters. */
const byNumber = new Intl.Collator('en', { numeric: true }).compare;
const byLetter = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** One order, so that a change shows as a change and two people add an entry in the same place. */
export const sorted: Rule = {
  name: 'sorted',
  description: 'Entries stand in the order of the standards, sources by their letters, dates by time.',
  check(controls) {
    const { data, frameworks } = controls;
    const findings: Finding[] = [];
    const expectOrder = (file: string, ids: readonly string[], compare: (a: string, b: string) => number) => {
      ids.forEach((id, place) => {
        const before = ids[place - 1];
        if (before !== undefined && compare(before, id) > 0)
          findings.push({ file, id, problem: `It stands after "${before}".`, remedy: 'Move it to its place.' });
      });
    };
    const ids = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);
    for (const { groups, groupsFile, requirements } of frameworks) {
      expectOrder(groupsFile, ids(groups), byNumber);
      for (const file of new Set(requirements.map((entry) => entry.file)))
        expectOrder(
          file,
          requirements.flatMap((entry) => (entry.file === file ? entry.requirement.id : [])),
          byNumber,
        );
    }
    expectOrder('frameworks/iso42001/annex-c.json', ids(data['frameworks/iso42001/annex-c.json'].objectives), byNumber);
    expectOrder(
      'frameworks/iso42001/annex-c.json',
      ids(data['frameworks/iso42001/annex-c.json'].riskSources),
      byNumber,
    );
    expectOrder('frameworks/eu-ai-act/annex-one.json', ids(data['frameworks/eu-ai-act/annex-one.json'].acts), byNumber);
    expectOrder('frameworks/eu-ai-act/annex-three.json', ids(data['frameworks/eu-ai-act/annex-three.json']), byNumber);
    expectOrder(
      'frameworks/eu-ai-act/dates.json',
      data['frameworks/eu-ai-act/dates.json'].map(({ date }) => date),
      byLetter,
    );
    expectOrder(
      'crosswalks/harmonised.json',
      data['crosswalks/harmonised.json'].links.map((link) => link.requirement),
      byNumber,
    );
    expectOrder('sources.json', Object.keys(data['sources.json']), (a, b) =>
      byLetter(a.toLowerCase(), b.toLowerCase()),
    );

    const articles = ids(data['frameworks/eu-ai-act/articles.json']);
    const linked = data['crosswalks/eu-ai-act.json'].map(({ article }) => article);
    expectOrder('crosswalks/eu-ai-act.json', linked, (a, b) => articles.indexOf(a) - articles.indexOf(b));

    let previous: { place: string; text: string } | undefined;
    for (const { file, id, key, text, list } of dataTexts(controls)) {
      if (key !== 'sources') continue;
      const place = `${file} ${list}`;
      if (previous?.place === place && byLetter(previous.text.toLowerCase(), text.toLowerCase()) > 0)
        findings.push({
          file,
          id,
          problem: `Source "${text}" stands after "${previous.text}".`,
          remedy: 'Sort its sources.',
        });
      previous = { place, text };
    }
    return findings;
  },
};
