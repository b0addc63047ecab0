import type { Input, Output } from '../src/contract/procedures';
import { type Call, fingerprintOf, type People, submitAndApprove } from './approve';

type Body = Exclude<Row['body'], null | 'as-approved'>;
type Row = Input<'statement.edit'>['rows'][number];

const STATEMENT = { kind: 'statement', subject: 'organisation' } as const;
const ROWS_AT_ONCE = 100;

/** Writes rows of the Statement of Applicability, as the screen does. */
export async function draftStatement(call: Call, rows: readonly Row[], by: string): Promise<number> {
  let { revision } = await call<Output<'statement.read'>>('statement.read', {}, by);
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const payload = { revision, rows: rows.slice(start, start + ROWS_AT_ONCE) };
    ({ revision } = await call<{ revision: number }>('statement.edit', payload, by));
  }
  return revision;
}

/** Writes rows, submits the whole, and lets somebody else approve what a screen would have shown them. */
export async function approveStatement(call: Call, rows: readonly Row[], people: People): Promise<void> {
  await submitAndApprove(call, STATEMENT, await draftStatement(call, rows, people.by), people);
}

/** The fingerprint of the Statement that waits for an approval, from all that a screen is told of it. */
export const fingerprintShown = (call: Call, accountId: string): Promise<string> =>
  fingerprintOf(call, STATEMENT, accountId);

/** A row of a control with one reason. */
export const rowOf = (
  key: string,
  applicable: boolean,
  text: string,
  kind: Body['reasons'][number]['kind'] = 'own-choice',
): { key: string; body: Body } => ({ key, body: { applicable, reasons: [{ kind, text, links: [] }] } });
