import type { Input, Output } from '../../../src/contract/procedures';

/** What is approved, as the approval of anything names it. */
export const STATEMENT = { kind: 'statement', subject: 'organisation' } as const;

export type Statement = Output<'statement.read'>;
export type Row = Statement['rows'][number];
export type Decision = NonNullable<Row['row']>;
export type Reason = Decision['reasons'][number];
export type Edit = Input<'statement.edit'>['rows'][number];
export type Body = Exclude<Edit['body'], null | 'as-approved'>;

/** Kinds that somebody can choose: what 0.1.0 recorded is to be replaced by one of them. */
export type ChosenKind = Body['reasons'][number]['kind'];
export const CHOSEN_KINDS: readonly ChosenKind[] = ['risk', 'law', 'contract', 'business-practice', 'own-choice'];

export const isChosen = (kind: Reason['kind']): kind is ChosenKind => kind !== 'not-typed';

/** Whether a decision is there, and which. */
export const applicabilityOf = (row: Decision | null): 'applicable' | 'excluded' | 'undecided' =>
  row === null ? 'undecided' : row.applicable ? 'applicable' : 'excluded';

/** A row as it is sent: what the form shows, and what it does not show as it was. */
export const bodyOf = (row: Row, decision: Decision, reasons: Body['reasons']): Body => ({
  applicable: decision.applicable,
  reasons,
  appliesWhen: decision.appliesWhen,
  responsible: decision.responsible,
  note: decision.note,
  ...(row.text === null ? {} : { title: row.title, text: row.text, group: row.group }),
});

/** What is suggested, as a row that somebody takes: applicable, where the catalogue says. */
export const suggestedBody = (row: Row): Body | null =>
  row.suggestion === null
    ? null
    : {
        applicable: true,
        appliesWhen: row.condition,
        reasons: row.suggestion.flatMap(({ kind, text, links }) => (isChosen(kind) ? [{ kind, text, links }] : [])),
      };

/** What rows are called where contents are read and compared. */
export const titlesOf = ({ rows }: Pick<Statement, 'rows'>): ReadonlyMap<string, string> =>
  new Map(rows.map(({ key, number, title }) => [key, `${number} ${title}`]));
