import type { Finding, Rule } from '../rule';

/** In Annex A each heading that holds controls opens with its objective, numbered as its first entry. */
export const objectivesNamed: Rule = {
  name: 'objectives-named',
  description: 'Each heading right above controls has its objective with its number, and no other heading has one.',
  check: ({ frameworks }) =>
    frameworks.flatMap(({ framework, groups, groupsFile, requirements }) => {
      if (framework.id !== 'iso42001') return [];
      const holders = new Set(
        requirements.flatMap(({ requirement: { kind, parent } }) => (kind === 'control' ? [parent] : [])),
      );
      return groups.flatMap(({ id, objective }): Finding[] => {
        const wanted = holders.has(id) ? `${id}.1` : undefined;
        if (objective?.number === wanted) return [];
        return [
          {
            file: groupsFile,
            id,
            problem: `Its objective is ${objective?.number ?? 'missing'}; it is ${wanted ?? 'a heading without one'}.`,
            remedy: 'Number the objective as the standard does, or take it out.',
          },
        ];
      });
    }),
};
