import { fingerprintOfContent } from '../src/contract/approved-content';
import type { Input, Output } from '../src/contract/procedures';

/** Calls a procedure as somebody. */
type Call = <Answer>(name: string, payload: unknown, accountId: string) => Promise<Answer>;
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
export async function approveStatement(
  call: Call,
  rows: readonly Row[],
  { by, approver }: { by: string; approver: string },
): Promise<void> {
  const revision = await draftStatement(call, rows, by);
  await call('approval.submit', { ...STATEMENT, revision }, by);
  const { results } = await call<Output<'approval.decide'>>(
    'approval.decide',
    { outcome: 'approved', reason: '', items: [{ ...STATEMENT, fingerprint: await fingerprintShown(call, approver) }] },
    approver,
  );
  const refusal = results[0]?.refusal;
  if (refusal) throw new Error(`${refusal.message} ${refusal.remedy}`);
}

/** The fingerprint of what waits for an approval, from all that a screen is told of it. */
export async function fingerprintShown(call: Call, accountId: string): Promise<string> {
  const rows: Output<'approval.preview'>['rows'] = [];
  let after: string | null = '';
  while (after !== null) {
    const page: Output<'approval.preview'> = await call('approval.preview', { ...STATEMENT, after }, accountId);
    rows.push(...page.rows);
    after = page.next;
  }
  return fingerprintOfContent(STATEMENT.kind, rows);
}

/** A row of a control with one reason. */
export const rowOf = (
  key: string,
  applicable: boolean,
  text: string,
  kind: Body['reasons'][number]['kind'] = 'own-choice',
): { key: string; body: Body } => ({ key, body: { applicable, reasons: [{ kind, text, links: [] }] } });
