import { fingerprintOfContent } from '../src/contract/approved-content';
import type { Input, Output } from '../src/contract/procedures';

/** Calls a procedure as somebody. */
export type Call = <Answer>(name: string, payload: unknown, accountId: string) => Promise<Answer>;
/** What is approved. */
export type Of = Pick<Input<'approval.preview'>, 'kind' | 'subject'>;
/** Who writes and submits, and who approves. */
export interface People {
  by: string;
  approver: string;
}

/** The fingerprint of what waits for an approval, from all that a screen is told of it. */
export async function fingerprintOf(call: Call, of: Of, accountId: string): Promise<string> {
  const rows: Output<'approval.preview'>['rows'] = [];
  let after: string | null = '';
  while (after !== null) {
    const page: Output<'approval.preview'> = await call('approval.preview', { ...of, after }, accountId);
    rows.push(...page.rows);
    after = page.next;
  }
  return fingerprintOfContent(of.kind, rows);
}

/** Submits a draft as it is at a revision, and lets somebody else approve what a screen would have shown them. */
export async function submitAndApprove(call: Call, of: Of, revision: number, { by, approver }: People): Promise<void> {
  await call('approval.submit', { ...of, revision }, by);
  const { results } = await call<Output<'approval.decide'>>(
    'approval.decide',
    { outcome: 'approved', reason: '', items: [{ ...of, fingerprint: await fingerprintOf(call, of, approver) }] },
    approver,
  );
  const refusal = results[0]?.refusal;
  if (refusal) throw new Error(`${refusal.message} ${refusal.remedy}`);
}
