import { triage } from '../../../controls/decisions';
import { triagePoints } from '../../domain/triage/points';
import { thenOf } from '../../domain/triage/row';
import { AppError } from '../../errors';
import { readFacts } from '../../store/item';
import { TRIAGE_IN_COMMENT } from '../../words/approval-comment';
import { triagePointWords } from '../../words/triage';
import type { KindOfApproval } from '../approvals/kind';
import { seesItem } from '../sees-item';
import { knownSystem } from '../systems/known';

/** A triage "none needed": complete, of a system that may be triaged, approved by nobody whose system it is. */
export const TRIAGE_APPROVAL: KindOfApproval = {
  async open(rows, _context, subject) {
    const points = triagePoints(rows, thenOf(await knownSystem(subject)));
    return points.length === 0 ? null : points.map(triagePointWords).join(' ');
  },
  months: triage.validity.months,
  sees: seesItem,
  beside: (subject) => ({ item: subject, name: TRIAGE_IN_COMMENT }),
  async refusal(subject, accountId) {
    const [fact] = await readFacts([subject]);
    return fact?.people.includes(accountId) ? new AppError('triage-own-system') : null;
  },
};
