import type { Input, Output } from '../src/contract/procedures';
import { type Call, type People, submitAndApprove } from './approve';

type Systems = Input<'inCommon.edit'>['systems'];

export interface InCommon {
  issueId: string;
  requirementId: string;
  systems: Systems;
  note?: string;
}

/** Saves for which AI systems an issue meets a requirement in common, as the screen does, and says at which revision. */
export async function draftInCommon(
  call: Call,
  { issueId, requirementId, systems, note = '' }: InCommon,
  by: string,
): Promise<number> {
  const { requirements } = await call<Output<'inCommon.read'>>('inCommon.read', { issueId }, by);
  const revision = requirements.find((one) => one.requirementId === requirementId)?.revision ?? 0;
  return (await call<{ revision: number }>('inCommon.edit', { issueId, requirementId, revision, systems, note }, by))
    .revision;
}

/** As `draftInCommon`, and lets somebody else approve it. */
export async function approveInCommon(call: Call, inCommon: InCommon, people: People): Promise<void> {
  const revision = await draftInCommon(call, inCommon, people.by);
  const subject = `jira:${inCommon.issueId}/${inCommon.requirementId}`;
  await submitAndApprove(call, { kind: 'in-common', subject }, revision, people);
}
