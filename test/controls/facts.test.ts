import { readFileSync } from 'node:fs';
import { catalogue } from '../../controls';
import { FACTS, testWith } from './shared-data';

interface Facts {
  clauses: { id: string; title: string; isAuditable: boolean; documentedInformation: { required: boolean } }[];
  controls: { id: string; title: string; documentationExpectedWhenApplicable: boolean }[];
  mandatoryDocumentedInformation: { n: number; clause: string }[];
  aiAct: { dates: { date: string; changedByOmnibus: boolean }[]; articles: { article: string; title: string }[] };
}

const read = (): Facts => JSON.parse(readFileSync(FACTS, 'utf8')) as Facts;

testWith(FACTS, 'numbers, titles and required documents are those of the checked facts', () => {
  const { clauses, controls } = read();
  const wanted = [
    ...clauses
      .filter(({ isAuditable }) => isAuditable)
      .map(({ id, title, documentedInformation }) => [id, title, documentedInformation.required]),
    ...controls.map(({ id, title, documentationExpectedWhenApplicable }) => [
      id,
      title,
      documentationExpectedWhenApplicable,
    ]),
  ];
  const found = catalogue.requirements.map(({ number, title, documentedInformation }) => [
    number,
    title,
    documentedInformation.required,
  ]);
  expect(found).toEqual(wanted);
});

testWith(FACTS, 'each mandatory document belongs to the clause that the facts name', () => {
  const rows = catalogue.requirements.flatMap(({ number, mandatoryDocuments }) =>
    mandatoryDocuments.map((n) => ({ n, clause: number })),
  );
  const wanted = read().mandatoryDocumentedInformation.map(({ n, clause }) => ({ n, clause }));
  expect(rows.sort((a, b) => a.n - b.n)).toEqual(wanted);
});

testWith(FACTS, 'the AI Act has their articles and more, and its dates are set by the act that changed them', () => {
  const { articles, dates } = read().aiAct;
  const ids = catalogue.euAiAct.articles.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(articles.map(({ article }) => article)));
  for (const { article, title } of articles)
    expect(catalogue.euAiAct.articles.find(({ id }) => id === article)?.title).toContain(title);
  const current = catalogue.euAiAct.dates.filter(({ superseded }) => !superseded);
  for (const { date, changedByOmnibus } of dates) {
    const act = changedByOmnibus ? 'Regulation (EU) 2026/1744' : 'Regulation (EU) 2024/1689';
    expect(current.filter((entry) => entry.date === date).map((entry) => entry.act)).toContain(act);
  }
});
