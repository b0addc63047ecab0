import type { Finding, Rule } from '../rule';

const REASONED = [
  ['dueFrom', 'dueFromReason'],
  ['condition', 'conditionReason'],
] as const;
const REASONS = [
  'scopeLevelReason',
  'evidenceKindReason',
  'validForReason',
  'dueFromReason',
  'conditionReason',
] as const;

/** What the standard does not decide has a reason of its own; a reason that fits all requirements explains none. */
export const reasonsPresent: Rule = {
  name: 'reasons-present',
  description: 'Every choice of ours has a reason, written for this requirement.',
  check({ frameworks }) {
    const findings: Finding[] = [];
    const users = new Map<string, string>();
    for (const { file, requirement } of frameworks.flatMap(({ requirements }) => requirements)) {
      const at = { file, id: requirement.id };
      for (const [choice, reason] of REASONED)
        if ((requirement[choice] === undefined) !== (requirement[reason] === undefined))
          findings.push({
            ...at,
            problem: `Only one of ${choice} and ${reason} is there.`,
            remedy: 'Give both or neither.',
          });
      for (const key of REASONS) {
        const text = requirement[key];
        if (text === undefined) continue;
        const user = users.get(`${key}: ${text}`);
        if (user !== undefined)
          findings.push({
            ...at,
            problem: `${key} is the same as that of ${user}.`,
            remedy: 'Say what is particular to this requirement.',
          });
        else users.set(`${key}: ${text}`, requirement.id);
      }
    }
    return findings;
  },
};
