import type { FrameworkData } from '../files';
import type { Finding, Rule } from '../rule';

/** Each requirement hangs below a heading of its own kind, and the headings lead up to its group. */
export const parentExists: Rule = {
  name: 'parent-exists',
  description: 'Parents and groups exist and lead from a requirement to its group.',
  check: ({ frameworks }) => frameworks.flatMap(findingsOf),
};

function findingsOf({ groups: headings, groupsFile, requirements }: FrameworkData): Finding[] {
  const groups = new Map(headings.map((group) => [group.id, group]));
  const findings: Finding[] = [];
  const missing = (file: string, id: string, parent: string) =>
    findings.push({
      file,
      id,
      problem: `There is no heading "${parent}".`,
      remedy: `Name a heading of ${groupsFile}, or add it there.`,
    });
  for (const { id, parent } of groups.values())
    if (parent !== undefined && !groups.has(parent)) missing(groupsFile, id, parent);
  for (const { file, requirement } of requirements) {
    const parent = groups.get(requirement.parent);
    if (!parent) missing(file, requirement.id, requirement.parent);
    else if (parent.kind !== requirement.kind || (parent.parent ?? parent.id) !== requirement.group)
      findings.push({
        file,
        id: requirement.id,
        problem: `Its parent "${parent.id}" does not lead to its group "${requirement.group}".`,
        remedy: 'Correct parent, group or kind.',
      });
    if (!requirement.id.startsWith(`${requirement.parent}.`))
      findings.push({
        file,
        id: requirement.id,
        problem: `Its number does not continue "${requirement.parent}".`,
        remedy: 'Name the direct parent in the standard.',
      });
  }
  return findings;
}
