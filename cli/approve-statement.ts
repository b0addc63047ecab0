import type { Input, Output } from '../src/contract/procedures';
import { approve, type Call, fingerprintOf } from './approve';

type Body = Exclude<Row['body'], null | 'as-approved'>;
type Row = Input<'statement.edit'>['rows'][number];

export const STATEMENT = { kind: 'statement', subject: 'organisation' } as const;
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
export async function approveStatement(
  call: Call,
  rows: readonly Row[],
  { by, approver }: { by: string; approver: string },
): Promise<void> {
  await approve(call, STATEMENT, { revision: await draftStatement(call, rows, by), by, approver });
}

/** The fingerprint of a Statement that waits for an approval. */
export const fingerprintShown = (call: Call, accountId: string) => fingerprintOf(call, accountId, STATEMENT);

/** A row of a control with one reason. */
export const rowOf = (
  key: string,
  applicable: boolean,
  text: string,
  kind: Body['reasons'][number]['kind'] = 'own-choice',
): { key: string; body: Body } => ({ key, body: { applicable, reasons: [{ kind, text, links: [] }] } });
