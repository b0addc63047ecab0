import { requirementIds } from '../files';
import type { Finding, Rule } from '../rule';

/** Both ends of a link exist, and nothing that ought to be linked is forgotten. */
export const crosswalkEndsExist: Rule = {
  name: 'crosswalk-ends-exist',
  description: 'Crosswalks join existing articles and requirements, and leave no article and no clause out.',
  check({ data, frameworks }) {
    const requirements = requirementIds(frameworks);
    const clauses = [...requirements]
      .filter(([, { framework, kind }]) => framework === 'iso42001' && kind === 'clause')
      .map(([id]) => id);
    const articles = new Set(data['frameworks/eu-ai-act/articles.json'].map(({ id }) => id));
    const unlinked = new Set(articles);
    const findings: Finding[] = [];
    const missing = (file: string, id: string, end: string) =>
      findings.push({
        file,
        id,
        problem: `"${end}" does not exist.`,
        remedy: 'Correct the number or remove the link.',
      });
    const forgotten = (file: string, id: string) =>
      findings.push({
        file,
        id,
        problem: 'No link speaks of it.',
        remedy: 'Add one; strength "none" is an answer too.',
      });

    const actFile = 'crosswalks/eu-ai-act.json';
    for (const link of data[actFile]) {
      if (!articles.has(link.article)) missing(actFile, link.article, link.article);
      unlinked.delete(link.article);
      for (const id of link.requirements) if (!requirements.has(id)) missing(actFile, link.article, id);
    }
    for (const article of unlinked) forgotten(actFile, article);

    const harmonisedFile = 'crosswalks/harmonised.json';
    const linked = new Set(data[harmonisedFile].links.map(({ requirement }) => requirement));
    for (const id of linked) if (!clauses.includes(id)) missing(harmonisedFile, id, id);
    for (const id of clauses) if (!linked.has(id)) forgotten(harmonisedFile, id);
    return findings;
  },
};
