/**
 * The cases of the rules of coverage (version 2) and of deciding, by their numbers: each with the file whose test has its number and
 * words and starts from what a person does on an enrolled site; or with what of the product brings it. `npm run cases` holds the list to
 * the files, and prints what is open.
 */
export type Case = { readonly in: string } | { readonly comesWith: string };

const statement: Case = { in: 'test/contract/statement.test.ts' };
const criteria: Case = { in: 'test/contract/criteria.test.ts' };
const triage: Case = { in: 'test/contract/triage.test.ts' };
const inCommon: Case = { in: 'test/contract/in-common.test.ts' };

const witnesses: Case = { in: 'test/contract/witnesses.test.ts' };
const empty: Case = { in: 'test/contract/empty.test.ts' };
const records: Case = { comesWith: 'AIMS records' };
const documents: Case = { comesWith: 'controlled documents' };
const act: Case = { comesWith: 'the EU AI Act' };
const importing: Case = { comesWith: 'claims of imports' };
const conclusions: Case = { in: 'test/contract/conclusions.test.ts' };
const table: Case = { in: 'test/contract/table.test.ts' };
const formula: Case = { in: 'test/contract/one-formula.test.ts' };
const audience: Case = { in: 'test/contract/policy-audience.test.ts' };
const policy: Case = { in: 'test/contract/policy-counts.test.ts' };

const COVERAGE: readonly Case[] = [
  ...[table, table, witnesses, statement, { in: 'test/contract/policy.test.ts' }, table, table, table, table, table],
  ...[table, witnesses, table, table, conclusions, policy, audience, table, records, table],
  ...[records, statement, table, formula, { in: 'test/contract/confidential.test.ts' }, formula, table],
  ...[conclusions, conclusions, conclusions],
  ...[conclusions, conclusions, conclusions, triage, triage, triage, triage, witnesses, criteria, criteria],
  ...[criteria, records, statement, documents, statement, witnesses, witnesses, witnesses, table, table],
  ...[records, empty, table, policy, importing, inCommon, inCommon, records, records, act],
  ...[act, documents, documents, triage, { in: 'test/domain/approval/authors.property.test.ts' }, records, documents],
  ...[{ in: 'test/contract/statement-review.test.ts' }, records],
];

const DECIDING: readonly Case[] = [
  ...[statement, statement, statement, statement, statement, statement, criteria, criteria],
  ...[
    { comesWith: 'the import of a Statement of Applicability' },
    statement,
    { comesWith: 'the gap analysis to plan' },
  ],
  ...[statement, { comesWith: 'passing the gate with open points' }, statement, statement],
];

/** By page: case 1 first. */
export const CASES = { coverage: COVERAGE, deciding: DECIDING } as const;
