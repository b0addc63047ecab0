import type { ClaimOutcome, InventoryMapping, Stage } from '../../../controls';
import { collapsed, normalised } from './normalise';

/** One row of an inventory file: cells by column header, as text. */
export interface InventoryRow {
  line: number;
  cells: Readonly<Record<string, string>>;
  /** Why the record is no row of the file. */
  fault?: string | undefined;
}

export interface RowProblem {
  line: number;
  code: string;
  column: string;
  value: string;
}

/** What one row becomes. Texts are plain and hostile: nothing interprets them further. */
export interface InterpretedRow {
  line: number;
  /** Normalised identity of the row; equal for repeats. */
  identity: string;
  /** Empty when the row has none: then it becomes no issue. */
  name: string;
  purpose: string;
  owner: string;
  vendor: string;
  stage: Stage;
  ourPart: string[];
  thirdParties: 'yes' | 'no' | null;
  impact: string[];
  personalData: string[];
  claims: { id: string; outcome: ClaimOutcome; note: string | null }[];
  risk: string | null;
  /** What stands where a risk would and names none, cut to be recognised; null where a risk is named or the cell is blank. */
  noRisk: NoRisk | null;
  problems: RowProblem[];
}

/** A text that names no risk: the source says nothing with it, or says that there is none. */
export interface NoRisk {
  text: string;
  says: 'nothing' | 'none';
}

/** A value in a list of problems is cut here: it is there to be recognised, not to be read. */
const SHOWN_VALUE = 120;

type Match = {
  is?: string[] | undefined;
  startsWith?: string[] | undefined;
  contains?: string[] | undefined;
  blank?: true | undefined;
};

/** Reads rows of one file by its mapping. Pure; the mapping alone knows the source. */
export class Interpreter {
  private readonly noRiskWords: ReadonlyMap<string, NoRisk['says']>;

  constructor(private readonly mapping: InventoryMapping) {
    const { nothing, none } = mapping.noRisk;
    this.noRiskWords = new Map([...wordsIn(nothing, 'nothing'), ...wordsIn(none, 'none')]);
  }

  /** Headers that the mapping needs and the file does not have. */
  missingColumns(columns: readonly string[]): string[] {
    const present = new Set(columns.map(normalised));
    return [...new Set(this.columns())].filter((column) => !present.has(normalised(column)));
  }

  /** Every column that the mapping reads. */
  columns(): string[] {
    const { identity, texts, stage, choices, claims, risks } = this.mapping;
    return [
      ...identity,
      ...texts.flatMap((rule) => rule.columns),
      stage.column,
      ...choices.flatMap((rule) => rule.from.map((source) => source.column)),
      ...claims.map((rule) => rule.column),
      ...risks.map((rule) => rule.column),
    ];
  }

  interpret(row: InventoryRow): InterpretedRow {
    if (row.fault !== undefined) return unreadable(row.line, row.fault);
    const read = reader(row);
    const problems: RowProblem[] = [];
    const problem = (code: string, column: string) =>
      void problems.push({ line: row.line, code, column, value: collapsed(read(column)).slice(0, SHOWN_VALUE) });
    const text = (field: string) => this.text(field, read, problem);
    const ourPart = this.choice('our-part', read, problem);
    return {
      line: row.line,
      identity: this.mapping.identity.map((column) => normalised(read(column))).join('\u001f'),
      name: text('name'),
      purpose: text('purpose'),
      owner: text('owner'),
      vendor: text('vendor'),
      stage: this.stage(read, problem),
      ourPart: ourPart.set,
      thirdParties: ourPart.thirdParties,
      impact: this.choice('impact', read, problem).set,
      personalData: this.choice('personal-data', read, problem).set,
      claims: this.claims(read, problem),
      ...this.risk(read),
      problems,
    };
  }

  private text(field: string, read: Read, problem: Report): string {
    const rule = this.mapping.texts.find((candidate) => candidate.field === field);
    if (!rule) return '';
    const parts = rule.columns
      .map((column) => collapsed(read(column)))
      .filter((part) => part !== '' && !rule.ignore.includes(normalised(part)));
    if (parts.length === 0 && rule.whenBlank === 'problem') problem(`${field}-missing`, rule.columns[0] ?? '');
    return parts.join(' / ');
  }

  private stage(read: Read, problem: Report): Stage {
    const { column, cases, otherwise } = this.mapping.stage;
    const found = cases.find((entry) => matches(entry, normalised(read(column))));
    if (!found) problem(otherwise.problem, column);
    return found?.stage ?? otherwise.stage;
  }

  /** Columns are tried in order; a value that no case knows is a problem and ends the search. */
  private choice(field: string, read: Read, problem: Report): { set: string[]; thirdParties: 'yes' | 'no' | null } {
    const rule = this.mapping.choices.find((candidate) => candidate.field === field);
    for (const { column, cases } of rule?.from ?? []) {
      const found = cases.find((entry) => matches(entry, normalised(read(column))));
      if (!found) {
        problem(rule?.otherwise.problem ?? '', column);
        return { set: [...(rule?.otherwise.set ?? [])], thirdParties: null };
      }
      if ('set' in found) return { set: [...found.set], thirdParties: found.thirdParties ?? null };
    }
    return { set: [], thirdParties: null };
  }

  private claims(read: Read, problem: Report): InterpretedRow['claims'] {
    return this.mapping.claims.flatMap((rule) => {
      const found = rule.cases.find((entry) => matches(entry, normalised(read(rule.column))));
      if (!found) problem(rule.otherwise.problem, rule.column);
      return found ? [{ id: rule.id, outcome: found.outcome, note: found.note ?? null }] : [];
    });
  }

  private risk(read: Read): Pick<InterpretedRow, 'risk' | 'noRisk'> {
    const cells = this.mapping.risks.map(({ column, ignore }) => {
      const text = collapsed(read(column));
      return { text, says: this.withoutRisk(normalised(text), ignore) };
    });
    const named = cells.flatMap(({ text, says }) => (text === '' || says !== null ? [] : [text]));
    if (named.length > 0) return { risk: named.join(' / '), noRisk: null };
    const [silent] = cells.flatMap(({ text, says }) =>
      text === '' || says === null ? [] : [{ text: text.slice(0, SHOWN_VALUE), says }],
    );
    return { risk: null, noRisk: silent ?? null };
  }

  /** Whether a text names no risk; a word of the lists does so only as the whole text. */
  private withoutRisk(text: string, ignore: InventoryMapping['risks'][number]['ignore']): 'nothing' | 'none' | null {
    const word = this.noRiskWords.get(text.replace(/\.+$/, '') || text);
    if (word !== undefined) return word;
    return ignore.is.includes(text) || ignore.startsWith.some((start) => text.startsWith(start)) ? 'none' : null;
  }
}

const wordsIn = (
  { means: _, ...byLanguage }: InventoryMapping['noRisk']['none'],
  says: NoRisk['says'],
): [string, NoRisk['says']][] =>
  Object.values(byLanguage).flatMap((words) => words.map((word): [string, NoRisk['says']] => [word, says]));

/** A record whose cells cannot be told apart says nothing: it has no name, so it makes no issue. */
const unreadable = (line: number, fault: string): InterpretedRow => ({
  line,
  identity: '',
  name: '',
  purpose: '',
  owner: '',
  vendor: '',
  stage: 'inception',
  ourPart: [],
  thirdParties: null,
  impact: [],
  personalData: [],
  claims: [],
  risk: null,
  noRisk: null,
  problems: [{ line, code: fault, column: '', value: '' }],
});

type Read = (column: string) => string;
type Report = (code: string, column: string) => void;

/** Cells by normalised header; the first column with a header counts. */
function reader(row: InventoryRow): Read {
  const cells = new Map<string, string>();
  for (const [column, value] of Object.entries(row.cells))
    if (!cells.has(normalised(column))) cells.set(normalised(column), value);
  return (column) => cells.get(normalised(column)) ?? '';
}

function matches(entry: Match, value: string): boolean {
  if (value === '') return entry.blank === true;
  return (
    (entry.is?.includes(value) ?? false) ||
    (entry.startsWith?.some((start) => value.startsWith(start)) ?? false) ||
    (entry.contains?.some((part) => value.includes(part)) ?? false)
  );
}
