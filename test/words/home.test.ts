import { DATA, sentencesIn, sentencesOutside } from './outside';

const sentences = sentencesOutside();
const homeOf = (sentence: string) => Object.keys(DATA).find((path) => sentence.startsWith(path));

test('what reads like a sentence is found, and queries, codes and errors for developers are not', () => {
  const found = (code: string) => sentencesIn('a.ts', code).map((one) => one.split(': ').slice(1).join(': '));
  expect(found('const a = "It has another type";')).toEqual(['It has another type']);
  expect(found('const a = `$' + '{count} fields are missing.`;')).toEqual(['… fields are missing.']);
  expect(found('const a = { title: "Since detection" };')).toEqual(['Since detection']);
  expect(found('throw new AppError("jira-rejected", { detail: "Jira gave it up." });')).toHaveLength(1);
  expect(found('throw new CallError("jira", "Jira gave it up.", remedy, null);')).toHaveLength(1);
  expect(found('throw new Error("The lease is lost.");')).toEqual([]);
  expect(found('const sql = `SELECT a FROM item WHERE b = ?`; const jql = `project IN ($' + '{ids})`;')).toEqual([]);
  expect(found('const a = ["issue-type", "aims project", `$' + '{a} $' + '{b}`];')).toEqual([]);
});

test('sentences stand in src/words, and names of what stands in Jira beside what they name', () => {
  expect(sentences.filter((sentence) => homeOf(sentence) === undefined)).toEqual([]);
});

test('each place that is left out has something to leave out', () => {
  const used = new Set(sentences.map(homeOf));
  expect(Object.keys(DATA).filter((path) => !used.has(path))).toEqual([]);
});
