import { fingerprintOfContent } from '../src/contract/approved-content';
import type { Input, Output } from '../src/contract/procedures';

/** Calls a procedure as somebody. */
export type Call = <Answer>(name: string, payload: unknown, accountId: string) => Promise<Answer>;
export type Subject = Pick<Input<'approval.preview'>, 'kind' | 'subject'>;

/** Submits a draft, and lets somebody else approve what a screen would have shown them. */
export async function approve(
  call: Call,
  of: Subject,
  { revision, by, approver }: { revision: number; by: string; approver: string },
): Promise<void> {
  await call('approval.submit', { ...of, revision }, by);
  const items = [{ ...of, fingerprint: await fingerprintOf(call, approver, of) }];
  const payload = { outcome: 'approved', reason: '', items };
  const { results } = await call<Output<'approval.decide'>>('approval.decide', payload, approver);
  const refusal = results[0]?.refusal;
  if (refusal) throw new Error(`${refusal.message} ${refusal.remedy}`);
}

/** The fingerprint of what waits for an approval, from all that a screen is told of it. */
export async function fingerprintOf(call: Call, accountId: string, of: Subject): Promise<string> {
  const rows: Output<'approval.preview'>['rows'] = [];
  let after: string | null = '';
  while (after !== null) {
    const page: Output<'approval.preview'> = await call('approval.preview', { ...of, after }, accountId);
    rows.push(...page.rows);
    after = page.next;
  }
  return fingerprintOfContent(of.kind, rows);
}
