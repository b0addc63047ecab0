import { approveInCommon, type InCommon } from '../../cli/approve-in-common';
import { approveTriage, type NONE_NEEDED } from '../../cli/approve-triage';
import type { Hands } from './site';
import { secondApprover } from './statement';

const people = async (site: Hands) => ({ by: 'admin', approver: await secondApprover(site) });

/** A triage "none needed", written by the administrator and approved by a second one. */
export async function approvedTriage(site: Hands, issueId: string, answers?: typeof NONE_NEEDED): Promise<void> {
  await approveTriage((name, payload, by) => site.call(name, payload, by), issueId, await people(site), answers);
}

/** Met in common for every AI system unless said otherwise, approved by a second administrator. */
export async function approvedInCommon(
  site: Hands,
  inCommon: Omit<InCommon, 'systems'> & { systems?: InCommon['systems'] },
): Promise<void> {
  const systems = { which: 'every', reason: 'One platform serves every AI system.' } as const;
  await approveInCommon(
    (name, payload, by) => site.call(name, payload, by),
    { systems, ...inCommon },
    await people(site),
  );
}

/** Takes the newest approval of it back. */
export async function withdrawApproval(site: Hands, of: { kind: string; subject: string }, version = 1): Promise<void> {
  await site.call('approval.withdraw', { ...of, version, reason: 'It was a mistake.' }, await secondApprover(site));
}
