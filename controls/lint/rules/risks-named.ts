import { requirementIds } from '../files';
import type { Finding, Rule } from '../rule';

const FILE = 'decisions/risks.json';
const ANNEX = 'frameworks/iso42001/annex-c.json';

/** A risk to start from leads to what is there: a wrong number would be written into an issue. */
export const risksNamed: Rule = {
  name: 'risks-named',
  description:
    'Risks to start from stand once, and name sources, objectives, controls and kinds of AI systems that exist.',
  check({ data, frameworks }) {
    const { risks, typicalFor } = data[FILE];
    const known = new Set([
      ...data[ANNEX].riskSources.map(({ id }) => id),
      ...data[ANNEX].objectives.map(({ id }) => id),
      ...requirementIds(frameworks).keys(),
      ...typicalFor.map(({ id }) => id),
    ]);
    const seen = new Set<string>();
    return risks.flatMap(({ id, riskSource, objectives, treatments, typicalFor: kinds }): Finding[] => {
      const at = { file: FILE, id };
      const twice = seen.has(id) ? [{ ...at, problem: 'It stands twice.', remedy: 'Give it an id of its own.' }] : [];
      seen.add(id);
      const named = [riskSource, ...objectives, ...kinds, ...treatments.flatMap(({ controls }) => controls)];
      const unknown = named.filter((one) => !known.has(one));
      return [
        ...twice,
        ...unknown.map((one) => ({ ...at, problem: `There is no ${one}.`, remedy: 'Correct it, or take it out.' })),
      ];
    });
  },
};
