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

const witnesses: Case = { comesWith: 'witnesses of acceptance, closing and dismissal' };
const homes: Case = { comesWith: 'evidence by the homes of requirements' };
const acceptance: Case = { comesWith: 'the derived rules of version 2, from what people press' };
const records: Case = { comesWith: 'AIMS records' };
const documents: Case = { comesWith: 'controlled documents' };
const act: Case = { comesWith: 'the EU AI Act' };
const importing: Case = { comesWith: 'claims of imports' };
const conclusions: Case = { in: 'test/contract/conclusions.test.ts' };
const pressed: Case = { comesWith: 'the story of the table, from what people press' };

const COVERAGE: readonly Case[] = [
  ...[acceptance, pressed, witnesses, statement, pressed, pressed, pressed, pressed, pressed, pressed],
  ...[pressed, witnesses, pressed, pressed, pressed, documents, documents, pressed, records, pressed],
  ...[records, statement, pressed, pressed, pressed, pressed, pressed, conclusions, conclusions, conclusions],
  ...[conclusions, conclusions, conclusions, triage, triage, triage, triage, witnesses, criteria, criteria],
  ...[criteria, acceptance, statement, acceptance, statement, witnesses, witnesses, witnesses, acceptance, acceptance],
  ...[records, homes, homes, homes, importing, inCommon, inCommon, records, records, act],
  ...[act, documents, documents, triage, { in: 'test/domain/approval/authors.property.test.ts' }, records, documents],
  ...[{ comesWith: 'triggers to look at the Statement again' }, records],
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
