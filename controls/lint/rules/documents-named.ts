import type { Finding, Rule } from '../rule';

/** Rows of mandatory documented information in ISO/IEC 42001:2023. */
const MANDATORY_ROWS = 20;

/** What has to be written is named where it has to be, and each mandatory row belongs to one requirement. */
export const documentsNamed: Rule = {
  name: 'documents-named',
  description: 'Required documented information is named, and each of the 20 mandatory rows has one requirement.',
  check({ frameworks }) {
    const findings: Finding[] = [];
    const requirements = frameworks.find(({ framework }) => framework.id === 'iso42001')?.requirements ?? [];
    const owners = new Map<number, string>();
    for (const { file, requirement } of requirements) {
      const at = { file, id: requirement.id };
      const { required, what } = requirement.documentedInformation;
      if (required !== what.length > 0)
        findings.push({
          ...at,
          problem: required ? 'It asks for documents and names none.' : 'It names documents and asks for none.',
          remedy: 'Make "required" and "what" agree.',
        });
      for (const row of requirement.mandatoryDocuments) {
        const owner = owners.get(row);
        if (owner !== undefined)
          findings.push({ ...at, problem: `Row ${row} belongs to ${owner} already.`, remedy: 'Leave it to one.' });
        if (!required)
          findings.push({ ...at, problem: `Row ${row} is mandatory, "required" says no.`, remedy: 'Correct one.' });
        owners.set(row, requirement.id);
      }
    }
    for (let row = 1; row <= MANDATORY_ROWS; row += 1)
      if (!owners.has(row))
        findings.push({
          file: 'frameworks/iso42001/clauses.json',
          id: `row ${row}`,
          problem: 'No requirement asks for this row.',
          remedy: 'Add the row to mandatoryDocuments of its clause.',
        });
    return findings;
  },
};
