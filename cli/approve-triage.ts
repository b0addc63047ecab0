import { triage } from '../controls/decisions';
import type { Input, Output } from '../src/contract/procedures';
import { type Call, type People, submitAndApprove } from './approve';

type Answers = Input<'triage.edit'>['answers'];

/** "No" to every question, with the reasons of the example. */
export const NONE_NEEDED: Answers = triage.example.reasons.map(({ question, reason }) => ({
  question,
  answer: 'no',
  reason,
}));

/** Saves the answers of a triage, as the screen does, and says at which revision. */
export async function draftTriage(call: Call, issueId: string, answers: Answers, by: string): Promise<number> {
  const { revision } = await call<Output<'triage.read'>>('triage.read', { issueId }, by);
  return (await call<{ revision: number }>('triage.edit', { issueId, revision, answers }, by)).revision;
}

/** Answers every question with "no", and lets somebody else approve it. */
export async function approveTriage(
  call: Call,
  issueId: string,
  people: People,
  answers: Answers = NONE_NEEDED,
): Promise<void> {
  const revision = await draftTriage(call, issueId, answers, people.by);
  await submitAndApprove(call, { kind: 'triage', subject: `jira:${issueId}` }, revision, people);
}
