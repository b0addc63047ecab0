import type { Day } from '../day';
import type { Grade } from '../vocabulary/nonconformity';

/**
 * Who accepted, closed or dismissed something in Jira, as its changelog shows, and whether they might: looked at once, when it was
 * first seen, and kept for good. A later change of assignee, owner or permissions changes nothing of it.
 */

/** What somebody did to an issue that takes weight from it. */
export type How = 'accepted' | 'closed' | 'dismissed' | 'lowered';

/**
 * By what right: with *Approve as top management*, with *Approve in the AIMS*, about something of their own (its assignee, for a
 * risk the owner of its AI system, for a nonconformity its reporter), with neither permission, or by somebody whom Jira does not name.
 */
export type Right = 'top-management' | 'aims-approvers' | 'own' | 'no-right' | 'not-known';

interface Witnessed {
  /** Null where the changelog does not show it. */
  on: Day | null;
  by: Right;
  /** When its status last came into another category, as Jira writes it: while that stays, so does all of this. */
  seen: string;
}

export interface Acceptance extends Witnessed {
  /** A rating, the end or the justification has changed since. */
  changed: boolean;
}

export interface Settling extends Witnessed {
  how: Exclude<How, 'accepted'>;
  /** Before its project took part. */
  before: boolean;
  /** The grade that it had before it was lowered to an observation. */
  from: Grade | null;
}

/** Whether it was for them to do. */
export const mightDecide = (by: Right): boolean => by === 'top-management' || by === 'aims-approvers';
