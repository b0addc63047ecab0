import { requirementIds } from '../files';
import type { Finding, Rule } from '../rule';

const FILE = 'assurance/homes.json';

/** A requirement without a home could never be met by what the product offers; one with two would be judged by either. */
export const homesComplete: Rule = {
  name: 'homes-complete',
  description:
    'Of a framework that has homes every requirement has one, of its own scope; what is said of parts is said of parts that stand in one.',
  check({ data, frameworks }) {
    const { from, onlyHomeCounts, rows } = data[FILE];
    const scopes = new Map<string, 'organisation' | 'ai-system'>(
      frameworks.flatMap(({ framework, requirements }) =>
        requirements.map(({ requirement }) => [`${framework.id}/${requirement.id}`, requirement.scopeLevel] as const),
      ),
    );
    // A framework without any home is met by whatever is linked.
    const withHomes = new Set(rows.map(({ requirement }) => requirement.split('/')[0]));
    const homeless = new Set<string>(
      [...requirementIds(frameworks)].flatMap(([id, { framework }]) => (withHomes.has(framework) ? [id] : [])),
    );
    const findings: Finding[] = [];
    const found = (id: string, problem: string, remedy: string) => findings.push({ file: FILE, id, problem, remedy });
    for (const { requirement, scope } of rows) {
      if (!scopes.has(requirement)) found(requirement, 'There is no such requirement.', 'Correct it, or take it out.');
      else if (!homeless.delete(requirement)) found(requirement, 'It has two homes.', 'Leave one.');
      else if (scopes.get(requirement) !== scope)
        found(requirement, `Its scope is not "${scope}".`, 'Make both agree.');
    }
    for (const id of homeless) found(id, 'It has no home.', 'Say where it is met.');
    for (const id of onlyHomeCounts)
      if (!scopes.has(id)) found(id, 'There is no such requirement.', 'Correct it, or take it out.');
    const parts = new Set(rows.flatMap(({ allOf }) => allOf.flat().map(({ part }) => part)));
    for (const part of Object.keys(from))
      if (!parts.has(part)) found(part, 'It stands in no home.', 'Correct it, or take it out.');
    return findings;
  },
};
