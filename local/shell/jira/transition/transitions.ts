import { rest } from '../../core/site';
import type { Transition } from '../jira';

/** The transitions that Jira offers to this person now, with the fields of their screens. @throws Refused */
export async function transitionsOf(issueKey: string): Promise<Transition[]> {
  const { transitions } = await rest<{ transitions: Transition[] }>(
    'GET',
    `/issue/${issueKey}/transitions?expand=transitions.fields`,
  );
  return transitions;
}
