import { triage } from '../../../controls/decisions';
import { type Content, isSame } from '../approval/entry';
import { closedFor } from './closed';
import { answerOf, decidedFor, type SystemThen, type TriageAnswer } from './row';

/** What keeps a triage from being submitted and approved; `src/words/triage.ts` has the sentences. */
export type TriagePoint =
  | { code: 'closed'; says: string }
  | { code: 'system-changed' }
  | { code: 'unanswered' | 'yes' | 'unknown' | 'reason-short'; question: string; number: number };

/** Pure; in the order of the questions. @param now what the AI system is today */
export function triagePoints(content: Content, now: SystemThen): TriagePoint[] {
  const closed = closedFor(now);
  if (closed !== null) return [{ code: 'closed', says: closed.says }];
  const then = decidedFor(content);
  const points = triage.questions.flatMap(({ id: question, number }): TriagePoint[] => {
    const code = pointOf(answerOf(content, question));
    return code === null ? [] : [{ code, question, number }];
  });
  return then !== null && !isSame(then, now) ? [{ code: 'system-changed' }, ...points] : points;
}

function pointOf(given: TriageAnswer | null): 'unanswered' | 'yes' | 'unknown' | 'reason-short' | null {
  if (given === null) return 'unanswered';
  if (given.answer !== 'no') return given.answer;
  return isReasonEnough(given.reason) ? null : 'reason-short';
}

/** Long enough, and of words that differ: "no no no no no no no" is no reason. */
function isReasonEnough(reason: string): boolean {
  const { minLength, differentWords } = triage.reason;
  const words = new Set(reason.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  return reason.trim().length >= minLength && words.size >= differentWords;
}
