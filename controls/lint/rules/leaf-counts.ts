import type { Finding, Rule } from '../rule';

/** Leaves of ISO/IEC 42001:2023 below each clause and each control group. */
const LEAVES: Readonly<Record<string, number>> = {
  ...{ 4: 4, 5: 3, 6: 6, 7: 7, 8: 4, 9: 6, 10: 2 },
  ...{ 'A.2': 3, 'A.3': 2, 'A.4': 5, 'A.5': 4, 'A.6': 9, 'A.7': 5, 'A.8': 4, 'A.9': 3, 'A.10': 3 },
};
/** Met once, and met by every AI system: the product's own division. */
const SCOPES = { organisation: 44, 'ai-system': 26 } as const;

/** 32 clauses and 38 controls: a leaf lost or split would change every figure. */
export const leafCounts: Rule = {
  name: 'leaf-counts',
  description: 'There are 32 leaf clauses and 38 controls, 44 for the organisation and 26 for an AI system.',
  check({ frameworks }) {
    const found = frameworks.find(({ framework }) => framework.id === 'iso42001')?.requirements ?? [];
    const requirements = found.map(({ requirement }) => requirement);
    const findings: Finding[] = [];
    const expect = (id: string, wanted: number, found: number) => {
      if (wanted !== found)
        findings.push({
          file: id.startsWith('A') ? 'frameworks/iso42001/controls.json' : 'frameworks/iso42001/clauses.json',
          id,
          problem: `${found} requirements instead of ${wanted}.`,
          remedy: "Compare with the contents of the standard, or with the product's division by scope.",
        });
    };
    for (const [group, wanted] of Object.entries(LEAVES))
      expect(group, wanted, requirements.filter((requirement) => requirement.group === group).length);
    for (const [scope, wanted] of Object.entries(SCOPES))
      expect(scope, wanted, requirements.filter(({ scopeLevel }) => scopeLevel === scope).length);
    expect('all', 70, requirements.length);
    return findings;
  },
};
