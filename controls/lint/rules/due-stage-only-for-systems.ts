import type { Finding, Rule } from '../rule';

/** Only a system has stages and conditions; every requirement of a system says from which stage its absence is a gap. */
export const dueStageOnlyForSystems: Rule = {
  name: 'due-stage-only-for-systems',
  description: 'Requirements of an AI system have a due stage; those of the organisation have none, nor a condition.',
  check({ frameworks }) {
    const findings: Finding[] = [];
    for (const { file, requirement } of frameworks.flatMap(({ requirements }) => requirements)) {
      const at = { file, id: requirement.id };
      if (requirement.scopeLevel === 'ai-system') {
        if (requirement.dueFrom === undefined)
          findings.push({ ...at, problem: 'It has no due stage.', remedy: 'Add dueFrom and dueFromReason.' });
        continue;
      }
      for (const key of ['dueFrom', 'condition', 'boughtNote'] as const)
        if (requirement[key] !== undefined)
          findings.push({
            ...at,
            problem: `${key} speaks of an AI system, but the requirement is met once.`,
            remedy: `Remove ${key} or change scopeLevel.`,
          });
    }
    return findings;
  },
};
