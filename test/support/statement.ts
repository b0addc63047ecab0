import { approveStatement, rowOf } from '../../cli/approve-statement';
import { catalogue } from '../../controls';
import type { Hands } from './site';

export const CONTROLS = catalogue.requirements.filter(({ kind }) => kind === 'control').map(({ id }) => id);

/** What stands as the reason where a test says nothing else; as long as a reason has to be. */
export const REASON = 'We chose this control for ourselves.';

const approvers = new WeakMap<object, string>();

/** A second Jira administrator, who has all of the app's permissions and has written nothing. */
export async function secondApprover(site: Hands): Promise<string> {
  const known = approvers.get(site.site);
  if (known !== undefined) return known;
  const user = { emailAddress: 'second@example.com', displayName: 'Second', products: ['jira-software'] };
  const { body } = await site.rest<{ accountId: string }>('POST', '/rest/api/3/user', user);
  const { accountId } = body;
  const joined = await site.rest('POST', '/rest/api/3/group/user?groupname=jira-administrators', { accountId });
  if (joined.status >= 400) throw new Error(`Nobody became a second administrator: ${joined.status}.`);
  approvers.set(site.site, accountId);
  return accountId;
}

export type Decided = Readonly<Record<string, { applicable?: boolean; reason?: string }>>;

/** A row for each control: applicable, by own choice, unless said otherwise. */
export const rowsFor = (exceptions: Decided = {}, reason = REASON) =>
  CONTROLS.map((id) => rowOf(id, exceptions[id]?.applicable ?? true, exceptions[id]?.reason ?? reason));

/** An approved Statement of Applicability, written by the administrator (or `by`) and approved by a second one. */
export async function approvedStatement(
  site: Hands,
  exceptions: Decided = {},
  { reason = REASON, by = 'admin' }: { reason?: string; by?: string } = {},
): Promise<void> {
  const call = <Answer>(name: string, payload: unknown, accountId: string) =>
    site.call<Answer>(name, payload, accountId);
  await approveStatement(call, rowsFor(exceptions, reason), { by, approver: await secondApprover(site) });
}
