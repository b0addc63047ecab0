import type { Issue } from '../model/entities';
import { resolveField } from './fields';
import { dateOf, userId } from './literals';
import { operandTerms } from './operands';
import { JqlError, type Operand, type Predicate, type TerminalClause } from './parse';
import type { JqlField, Scene, Term } from './scene';
import { type Step, stepsOf, valuesOf } from './timeline';

/** `WAS`, `WAS NOT`, `WAS IN`, `WAS NOT IN` and `CHANGED`, from the kept history of an issue. */

const HISTORIC = ['was', 'was not', 'was in', 'was not in', 'changed'];
export const isHistoric = (clause: TerminalClause): boolean => HISTORIC.includes(clause.operator?.value ?? '');

/** The fields whose past Jira searches, by their name in JQL (JQL operators: WAS, CHANGED); this site has no versions. */
const WITH_PAST: Readonly<Record<string, string>> = {
  assignee: 'assignee',
  priority: 'priority',
  reporter: 'reporter',
  resolution: 'resolution',
  status: 'status',
};

const DAY = 86_400_000;

/** What the predicates of a clause ask. Instants are milliseconds. */
interface Asked {
  /** The time in which it must have been so, both ends included; whole days are given by their first and last moment. */
  readonly from: number;
  readonly until: number;
  /** Lower-case account ids; null asks nothing. */
  readonly by: ReadonlySet<Term> | null;
  readonly before: ReadonlySet<Term | null> | null;
  readonly after: ReadonlySet<Term | null> | null;
}

/** `FROM` and `TO` come with `CHANGED` alone: the grammar sees to it. Errors: 400 for a field without a searchable past. */
export function compileHistory(scene: Scene, clause: TerminalClause): (issue: Issue) => boolean {
  const operator = clause.operator?.value ?? '';
  const name = clause.field.value;
  const fieldId = WITH_PAST[name.toLowerCase()];
  const [field] = resolveField(scene, clause.field);
  if (fieldId === undefined || !field) throw new JqlError(`History searches do not support the '${name}' field.`);
  const asked = readPredicates(scene, field, clause.predicates);
  if (operator === 'changed') return (issue) => stepsOf(scene.site, issue, fieldId).some((step) => fits(step, asked));
  if (!clause.operand) throw new JqlError(`The operator '${operator}' needs a value.`);
  const wanted = pastTerms(scene, field, clause.operand);
  const was = (issue: Issue) =>
    valuesOf(scene.site, issue, fieldId).some(
      (span) =>
        wanted.has(span.value) &&
        span.from <= asked.until &&
        span.until > asked.from &&
        (asked.by === null || asked.by.has(span.by)),
    );
  return operator.includes('not') ? (issue) => !was(issue) : was;
}

const fits = (step: Step, asked: Asked): boolean =>
  step.at >= asked.from &&
  step.at <= asked.until &&
  (asked.by === null || asked.by.has(step.by)) &&
  (asked.before === null || asked.before.has(step.before)) &&
  (asked.after === null || asked.after.has(step.after));

/** The values meant, null for an empty one. */
function pastTerms(scene: Scene, field: JqlField, operand: Operand): ReadonlySet<Term | null> {
  if (operand.operandType === 'keyword') return new Set([null]);
  if (operand.operandType === 'list')
    return new Set(operand.values.flatMap((one) => [...pastTerms(scene, field, one)]));
  const isUnresolved = operand.operandType === 'value' && operand.value.toLowerCase() === 'unresolved';
  if (field.name === 'Resolution' && isUnresolved) return new Set([null]);
  return new Set(operandTerms(scene, field, operand));
}

function readPredicates(scene: Scene, field: JqlField, predicates: readonly Predicate[]): Asked {
  let asked: Asked = {
    from: Number.NEGATIVE_INFINITY,
    until: Number.POSITIVE_INFINITY,
    by: null,
    before: null,
    after: null,
  };
  for (const { operator: predicate, operand } of predicates) {
    const word = predicate.value;
    if (!operand) throw new JqlError(`The predicate '${word}' needs a value.`);
    switch (word) {
      case 'by':
        asked = { ...asked, by: new Set(operandTerms(scene, personField(scene), operand)) };
        break;
      case 'from':
        asked = { ...asked, before: pastTerms(scene, field, operand) };
        break;
      case 'to':
        asked = { ...asked, after: pastTerms(scene, field, operand) };
        break;
      default:
        asked = { ...asked, ...narrowed(asked, period(scene, field, word, operand)) };
    }
  }
  return asked;
}

/** The time that a predicate of time leaves: `AFTER` and `BEFORE` exclude their instant, `ON` is the day from it on. */
function period(scene: Scene, field: JqlField, word: string, operand: Operand): Pick<Asked, 'from' | 'until'> {
  const moments = operandTerms(scene, momentField(scene, field), operand).map(Number);
  const [first = 0, second] = moments;
  if ((word === 'during') !== (second !== undefined) || moments.length > 2)
    throw new JqlError(`The predicate '${word}' takes ${word === 'during' ? 'two dates' : 'one date'}.`);
  switch (word) {
    case 'after':
      return { from: first + 1, until: Number.POSITIVE_INFINITY };
    case 'before':
      return { from: Number.NEGATIVE_INFINITY, until: first - 1 };
    case 'on':
      return { from: first, until: first + DAY - 1 };
    default:
      return { from: first, until: second ?? first };
  }
}

const narrowed = (asked: Asked, given: Pick<Asked, 'from' | 'until'>): Pick<Asked, 'from' | 'until'> => ({
  from: Math.max(asked.from, given.from),
  until: Math.min(asked.until, given.until),
});

/** How the values of predicates are read: they belong to no field of the issue. */
const ofNoIssue = { terms: () => [], sort: () => null };

const momentField = (scene: Scene, { name }: JqlField): JqlField => ({
  ...ofNoIssue,
  name,
  kind: 'date',
  resolve: (text) => [dateOf(scene, text, name, scene.site.timeZone)],
});

const personField = (scene: Scene): JqlField => ({
  ...ofNoIssue,
  name: 'by',
  kind: 'user',
  resolve: (text) => [userId(scene, text, 'by')],
});
