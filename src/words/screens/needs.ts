import { ABOVE_THRESHOLD_NOT_ACCEPTED } from './shared/common';

type Need =
  | 'evidence-review'
  | 'system-review'
  | 'acceptance-expires'
  | 'effectiveness-review'
  | 'risk-open'
  | 'nonconformity-open';

/** What falls to somebody, before the day. */
export const NEED_WORDS: Readonly<Record<Need, { due: string; overdue: string }>> = {
  'evidence-review': { due: 'review due', overdue: 'review was due' },
  'system-review': { due: 'AI system review due', overdue: 'AI system review was due' },
  'acceptance-expires': { due: 'acceptance expires', overdue: 'acceptance expired' },
  'effectiveness-review': { due: 'effectiveness review due', overdue: 'effectiveness review was due' },
  // Neither has a day: both wait for whoever holds them.
  'risk-open': { due: ABOVE_THRESHOLD_NOT_ACCEPTED, overdue: '' },
  'nonconformity-open': { due: 'open nonconformity', overdue: '' },
};

export const LOOKING_THROUGH = 'Looking through what you hold …';
export const NOTHING_WAITS = 'Nothing of yours waits or falls due in the next 31 days.';
/** Below AI systems whose owner has left. */
export const NAME_SOMEBODY_ELSE = 'name somebody else in Jira';
