import type { Input, Output } from '../src/contract/procedures';
import { type Call, type People, submitAndApprove } from './approve';

type Row = Input<'criteria.edit'>['rows'][number];

export const CRITERIA = { kind: 'criteria', subject: 'organisation' } as const;

/** Writes rows of the risk criteria, as the screen does; without any, the first draft is what the app proposes. */
export async function draftCriteria(call: Call, rows: readonly Row[], by: string): Promise<number> {
  const { revision } = await call<Output<'criteria.read'>>('criteria.read', {}, by);
  return (await call<{ revision: number }>('criteria.edit', { revision, rows }, by)).revision;
}

/** Writes rows, submits the whole, and lets somebody else approve it. */
export async function approveCriteria(call: Call, rows: readonly Row[], people: People): Promise<void> {
  await submitAndApprove(call, CRITERIA, await draftCriteria(call, rows, people.by), people);
}
