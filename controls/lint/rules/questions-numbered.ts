import { type FrameworkData, requirementIds } from '../files';
import type { Finding, Rule } from '../rule';

const FILE = 'decisions/triage.json';

/** Refusals name a question by its number, and drafts keep answers by its id. */
export const questionsNumbered: Rule = {
  name: 'questions-numbered',
  description: 'Questions are numbered in their order, have an example answer each, and serve requirements that exist.',
  check({ data, frameworks }) {
    const { questions, example, clauses } = data[FILE];
    const known = knownClauses(frameworks);
    const findings: Finding[] = [];
    questions.forEach(({ id, number }, place) => {
      const at = { file: FILE, id };
      if (number !== place + 1)
        findings.push({
          ...at,
          problem: `Number ${number} stands at ${place + 1}.`,
          remedy: 'Number it by its place.',
        });
      if (example.reasons.filter(({ question }) => question === id).length !== 1)
        findings.push({ ...at, problem: 'The example does not answer it once.', remedy: 'Give it one answer.' });
    });
    for (const clause of [...clauses, ...questions.flatMap((question) => question.clauses)])
      if (!known.has(clause))
        findings.push({
          file: FILE,
          id: clause,
          problem: 'There is no such requirement.',
          remedy: 'Correct the number.',
        });
    return findings;
  },
};

/** Requirements that can be met, the headings above them, and what is ours. */
function knownClauses(frameworks: readonly FrameworkData[]): Set<string> {
  const groups = frameworks.flatMap(({ framework, groups: own }) => own.map(({ id }) => `${framework.id}/${id}`));
  return new Set([...requirementIds(frameworks).keys(), ...groups, 'ours']);
}
