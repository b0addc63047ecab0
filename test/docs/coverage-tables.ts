import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '../../controls';
import { ORGANISATION_RULES, SYSTEM_RULES } from '../../src/domain/coverage/rules';
import {
  type CellFacts,
  type CoverageState,
  countsAsDue,
  countsAsImplemented,
  coverageState,
  STATES_WORST_FIRST,
} from '../../src/domain/coverage/state';
import { STAGE_WORDS } from '../../src/domain/lifecycle/stage';
import { numberOf } from '../../src/domain/requirement/requirement-id';
import { REASON_WORDS, reasonWords } from '../../src/words/reasons';
import { STATES } from '../../src/words/states';
import { ROOT, type Table } from './documents';

const COVERAGE = 'docs/coverage.md';
const TABLES = 'docs/coverage-tables.md';

/** A cell for which every row of the table would match, and what takes each row away from it, in the order of asking. */
const ALL: CellFacts = {
  violated: true,
  excluded: true,
  evidence: 'suffices',
  concluded: true,
  due: false,
  decided: false,
};
const WITHOUT: readonly Partial<CellFacts>[] = [
  {},
  { violated: false },
  { excluded: false },
  { concluded: false },
  { evidence: 'stale' },
  { due: true },
  { evidence: 'in-progress' },
  { evidence: 'planned' },
  { evidence: 'none' },
  { decided: true },
];

/** The states in the order in which the code asks for them: each is what remains once all before it are ruled out. */
export const statesAsAsked = (): CoverageState[] =>
  WITHOUT.map((_, place) => coverageState(Object.assign({}, ALL, ...WITHOUT.slice(0, place + 1))));

const yes = (value: boolean): string => (value ? 'yes' : 'no');

export const stateWords: Table = {
  document: COVERAGE,
  heading: 'The words, worst first',
  titles: ['state', 'key', 'sign', 'what people read', 'is due', 'is implemented'],
  rows: STATES_WORST_FIRST.map((state) => {
    const { word, sign, meaning } = STATES[state];
    return [word, `\`${state}\``, sign, meaning, yes(countsAsDue(state)), yes(countsAsImplemented(state))];
  }),
};

interface AnyRule {
  requirement: string;
  needs?: readonly string[];
  restsOn?: string;
}

const RULES_FOLDER = 'src/domain/coverage/rules';
const titleOf = (id: string): string => catalogue.requirements.find((one) => one.id === id)?.title ?? '';

/** Rules by the file that holds them, whether or not the list has them. */
const RULES_BY_FILE: readonly (readonly [file: string, rule: AnyRule])[] = readdirSync(join(ROOT, RULES_FOLDER))
  .filter((file) => file !== 'index.ts')
  .flatMap((file) =>
    Object.values(require(join(ROOT, RULES_FOLDER, file)) as Record<string, unknown>)
      .filter((one): one is AnyRule => typeof one === 'object' && one !== null && 'judge' in one)
      .map((rule) => [file, rule] as const),
  );

export const rules: Table = {
  document: COVERAGE,
  heading: 'Derived rules',
  titles: ['requirement', 'title', 'met', 'file', 'reads besides', 'rests on'],
  rows: [...ORGANISATION_RULES, ...SYSTEM_RULES].map((rule: AnyRule) => {
    const files = RULES_BY_FILE.filter(([, one]) => one === rule).map(([file]) => `\`${RULES_FOLDER}/${file}\``);
    return [
      numberOf(rule.requirement),
      titleOf(rule.requirement),
      rule.needs ? 'once' : 'by each AI system',
      files.join(', '),
      (rule.needs ?? []).join(', '),
      rule.restsOn === undefined ? '' : numberOf(rule.restsOn),
    ];
  }),
};

/** Rules that a file holds and the list does not: nothing would be judged by them. */
export const rulesNotListed = (): string[] => {
  const listed: readonly AnyRule[] = [...ORGANISATION_RULES, ...SYSTEM_RULES];
  return RULES_BY_FILE.filter(([, rule]) => !listed.includes(rule)).map(([file]) => file);
};

export const reasons: Table = {
  document: TABLES,
  heading: 'Every reason',
  titles: ['code', 'as it is read, of two items'],
  rows: Object.keys(REASON_WORDS).map((code) => [`\`${code}\``, reasonWords({ code, count: 2 })]),
};

const CONDITIONS: Readonly<Record<string, string>> = {
  'triage-not-none': 'the triage does not waive the assessment',
  'third-parties-involved': 'third parties are involved',
  'develop-or-adapt': 'we develop or adapt',
  'develop-adapt-or-control-input-data': 'we develop, adapt or control the input data',
  'control-logs': 'we control the logs',
  'develop-or-provide': 'we develop or provide',
  use: 'we use it',
};

export const requirements: Table = {
  document: TABLES,
  heading: 'Every requirement',
  titles: ['number', 'title', 'met', 'evidence', 'months', 'due from', 'applies when'],
  rows: catalogue.requirements.map((one) => [
    one.number,
    one.title,
    one.scopeLevel === 'organisation' ? 'once' : 'by each AI system',
    one.evidenceKind,
    String(one.validForMonths),
    one.dueFrom ? STAGE_WORDS[one.dueFrom] : '',
    one.condition ? (CONDITIONS[one.condition] ?? '?') : '',
  ]),
};
