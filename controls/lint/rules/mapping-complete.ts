import type { InventoryMapping } from '../../inventory-schema';
import { requirementIds } from '../files';
import type { Finding, Rule } from '../rule';

const FILES = ['inventory/generic.json', 'inventory/us-federal-2024.json'] as const;
/** The form of patterns: as the interpreter compares them. */
const normalised = (text: string): string =>
  text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, '-').replace(/\s+/g, ' ').trim().toLowerCase();

type Case = {
  is?: string[] | undefined;
  startsWith?: string[] | undefined;
  contains?: string[] | undefined;
  blank?: true | undefined;
};

/** A mapping that names what does not exist, or has a case that can never match, loses rows without a word. */
export const mappingComplete: Rule = {
  name: 'mapping-complete',
  description: 'Mappings name existing requirements, and every case and pattern can match.',
  check({ data, frameworks }) {
    const requirements = requirementIds(frameworks);
    const findings: Finding[] = [];
    for (const file of FILES) {
      const mapping = data[file];
      for (const claim of mapping.claims)
        for (const requirement of claim.requirements)
          if (!requirements.has(requirement))
            findings.push({
              file,
              id: claim.id,
              problem: `There is no requirement "${requirement}".`,
              remedy: 'Name a leaf clause or a control.',
            });
      for (const [id, cases] of listsOf(mapping)) findings.push(...faultsOf(file, id, cases));
    }
    return findings;
  },
};

function listsOf({ stage, choices, claims }: InventoryMapping): [id: string, cases: Case[]][] {
  return [
    [stage.column, stage.cases],
    ...choices.flatMap(({ field, from }) => from.map(({ cases }): [string, Case[]] => [field, cases])),
    ...claims.map(({ id, cases }): [string, Case[]] => [id, cases]),
  ];
}

function faultsOf(file: string, id: string, cases: readonly Case[]): Finding[] {
  const findings: Finding[] = [];
  const earlier: Case[] = [];
  for (const entry of cases) {
    const { is = [], startsWith = [], contains = [] } = entry;
    if (is.length + startsWith.length + contains.length === 0 && entry.blank !== true)
      findings.push({
        file,
        id,
        problem: 'A case without a pattern matches nothing.',
        remedy: 'Remove it or add patterns.',
      });
    for (const pattern of [...is, ...startsWith, ...contains])
      if (pattern !== normalised(pattern))
        findings.push({
          file,
          id,
          problem: `"${pattern}" can never match: values are compared in lower case with plain quotes.`,
          remedy: `Write "${normalised(pattern)}".`,
        });
    for (const value of is)
      if (earlier.some((before) => matches(before, value)))
        findings.push({
          file,
          id,
          problem: `An earlier case takes "${value}".`,
          remedy: 'Remove it or change the order.',
        });
    if (entry.blank === true && earlier.some(({ blank }) => blank === true))
      findings.push({ file, id, problem: 'Two cases take the blank value.', remedy: 'Keep one.' });
    earlier.push(entry);
  }
  return findings;
}

function matches({ is, startsWith, contains }: Case, value: string): boolean {
  return (
    (is?.includes(value) ?? false) ||
    (startsWith?.some((start) => value.startsWith(start)) ?? false) ||
    (contains?.some((part) => value.includes(part)) ?? false)
  );
}
