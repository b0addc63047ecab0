import type { Issue } from '../model/entities';
import { resolveField } from './fields';
import { compileHistory, isHistoric } from './history';
import { operandTerms } from './operands';
import { type Clause, JqlError, type Operand, type OrderByField, parseJql, type TerminalClause } from './parse';
import type { JqlField, Scene, Term } from './scene';

export type Test = (issue: Issue) => boolean;

export interface CompiledQuery {
  readonly test: Test;
  /** Ids to look at, or null for every issue. */
  readonly candidates: readonly Issue[] | null;
  readonly compare: (a: Issue, b: Issue) => number;
  /** False for a query without any restriction, which searches refuse. */
  readonly bounded: boolean;
}

/** Turns JQL into a test for one issue. Errors: 400 naming what does not exist or is not supported. */
export function compileJql(scene: Scene, text: string): CompiledQuery {
  const { where, orderBy } = parseJql(text);
  return {
    test: where ? compileClause(scene, where) : () => true,
    candidates: where ? narrow(scene, where) : null,
    compare: compileOrder(scene, orderBy),
    bounded: where !== null,
  };
}

function compileClause(scene: Scene, clause: Clause): Test {
  switch (clause.clauseType) {
    case 'compound': {
      const tests = clause.clauses.map((inner) => compileClause(scene, inner));
      return clause.operator.value === 'or'
        ? (issue) => tests.some((test) => test(issue))
        : (issue) => tests.every((test) => test(issue));
    }
    case 'not': {
      const test = compileClause(scene, clause.clause);
      return (issue) => !test(issue);
    }
    case 'terminal': {
      if (isHistoric(clause)) return compileHistory(scene, clause);
      const tests = resolveField(scene, clause.field).map((field) => compileTerminal(scene, field, clause));
      // A negative comparison on a name that several fields share must hold for each of them.
      const all = /^(!|not|is not)/.test(clause.operator?.value ?? '');
      return all ? (issue) => tests.every((test) => test(issue)) : (issue) => tests.some((test) => test(issue));
    }
    default:
      throw new JqlError('This clause is not supported.');
  }
}

const OPERATORS: Readonly<Record<JqlField['kind'], readonly string[]>> = {
  exact: ['=', '!=', 'in', 'not in', 'is', 'is not'],
  user: ['=', '!=', 'in', 'not in', 'is', 'is not'],
  text: ['~', '!~', 'is', 'is not'],
  date: ['=', '!=', '<', '<=', '>', '>=', 'in', 'not in', 'is', 'is not'],
  number: ['=', '!=', '<', '<=', '>', '>=', 'in', 'not in', 'is', 'is not'],
};

function compileTerminal(scene: Scene, field: JqlField, clause: TerminalClause): Test {
  const operator = clause.operator?.value ?? '';
  const { operand } = clause;
  if (!OPERATORS[field.kind].includes(operator))
    throw new JqlError(`The operator '${operator}' is not supported by the '${field.name}' field.`);
  if (!operand) throw new JqlError(`The operator '${operator}' needs a value.`);
  const isEmpty = operand.operandType === 'keyword';
  if (operator === 'is' || operator === 'is not') {
    if (!isEmpty) throw new JqlError(`The operator '${operator}' can only be used with EMPTY or NULL.`);
    return operator === 'is' ? (issue) => field.terms(issue).length === 0 : (issue) => field.terms(issue).length > 0;
  }
  if (isEmpty)
    return operator === '=' ? (issue) => field.terms(issue).length === 0 : (issue) => field.terms(issue).length > 0;
  if (operator === '~' || operator === '!~') return compileText(scene, field, operand, operator === '!~');
  if (field.name === 'Resolution' && operand.operandType === 'value' && operand.value.toLowerCase() === 'unresolved') {
    return (issue) => (field.terms(issue).length === 0) === (operator === '=');
  }
  return compileComparison(field, operator, operandTerms(scene, field, operand));
}

function compileComparison(field: JqlField, operator: string, wanted: readonly Term[]): Test {
  const set = new Set(wanted);
  const [bound = 0] = wanted;
  switch (operator) {
    case '=':
    case 'in':
      return (issue) => field.terms(issue).some((term) => set.has(term));
    case '!=':
    case 'not in':
      // An empty field matches neither = nor != (Atlassian, "JQL operators").
      return (issue) => {
        const terms = field.terms(issue);
        return terms.length > 0 && !terms.some((term) => set.has(term));
      };
    case '<':
      return (issue) => field.terms(issue).some((term) => term < bound);
    case '<=':
      return (issue) => field.terms(issue).some((term) => term <= bound);
    case '>':
      return (issue) => field.terms(issue).some((term) => term > bound);
    default:
      return (issue) => field.terms(issue).some((term) => term >= bound);
  }
}

/** Words must all occur, in any order; a word may end in `*`; a text in double quotes is a phrase. */
function compileText(scene: Scene, field: JqlField, operand: Operand, negative: boolean): Test {
  const tests = operandTerms(scene, field, operand).map((term) => {
    const wanted = String(term);
    const phrase = /^"(.*)"$/.exec(wanted)?.[1];
    if (phrase !== undefined) return (text: string) => text.includes(phrase);
    const words = wanted.split(/[^\p{L}\p{N}*]+/u).filter((word) => word !== '');
    return (text: string) => {
      const found = text.split(/[^\p{L}\p{N}]+/u);
      return words.every((word) =>
        word.endsWith('*') ? found.some((one) => one.startsWith(word.slice(0, -1))) : found.includes(word),
      );
    };
  });
  return (issue) => {
    const terms = field.terms(issue);
    const matches = tests.some((test) => terms.some((term) => test(String(term))));
    return negative ? terms.length > 0 && !matches : matches;
  };
}

/** The issues that a restriction to projects or to single issues leaves; null when there is no such restriction. */
function narrow(scene: Scene, clause: Clause): readonly Issue[] | null {
  if (clause.clauseType === 'compound' && clause.operator.value === 'and') {
    const narrowed = clause.clauses.map((inner) => narrow(scene, inner)).filter((issues) => issues !== null);
    return narrowed.sort((a, b) => a.length - b.length)[0] ?? null;
  }
  if (clause.clauseType !== 'terminal' || !clause.operand || !['=', 'in'].includes(clause.operator?.value ?? ''))
    return null;
  const [field] = resolveField(scene, clause.field);
  const { store } = scene.site;
  const name = field?.name.toLowerCase();
  if (!field || clause.operand.operandType === 'keyword') return null;
  if (name === 'project')
    return operandTerms(scene, field, clause.operand).flatMap((term) =>
      store.issues.by('project', String(term).slice(1)),
    );
  if (name === 'parent')
    return operandTerms(scene, field, clause.operand).flatMap((term) =>
      store.issues.by('parent', String(term).slice(1)),
    );
  if (name === 'key' || name === 'id' || name === 'issue' || name === 'issuekey') {
    return [...new Set(operandTerms(scene, field, clause.operand))]
      .map((term) => store.issues.get(String(term)))
      .filter((issue) => issue !== undefined);
  }
  return null;
}

/** Without ORDER BY the newest issue comes first. */
function compileOrder(scene: Scene, orderBy: readonly OrderByField[]): (a: Issue, b: Issue) => number {
  const keys = orderBy.flatMap((entry) => {
    const sign = entry.direction?.value?.toLowerCase() === 'desc' ? -1 : 1;
    return resolveField(scene, entry.field)
      .slice(0, 1)
      .map((field) => ({ sort: field.sort, sign }));
  });
  return (a, b) => {
    for (const { sort, sign } of keys) {
      const [x, y] = [sort(a), sort(b)];
      if (x === y) continue;
      if (x === null) return 1;
      if (y === null) return -1;
      return x < y ? -sign : sign;
    }
    return Number(b.id) - Number(a.id);
  };
}
