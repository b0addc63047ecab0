import type { Calendar } from '../day';
import type { Decisions, Settings } from '../decision/decision';
import type { ItemFact, ItemId } from '../item/item-fact';
import type { Judged } from './evidence';
import { implausibleDates, type Reason } from './reason';

/** The derived rules of the organisation's cells (6.1.3, 7.3, 10.2). */

/** 6.1.3: all controls have a reason, the Statement of Applicability is approved, no control named by a risk is excluded. */
export function judgeApplicability(
  evidence: Judged,
  { applicability }: Decisions,
  controls: readonly string[],
  namedByRisks: readonly string[],
): Judged {
  const withoutReason = controls.filter((id) => !applicability.newest.get(id)?.reason.trim());
  const excludedThoughNamed = [...new Set(namedByRisks)]
    .filter((id) => applicability.approved.get(id)?.applicable === false)
    .sort();
  const reasons: Reason[] = [];
  if (withoutReason.length > 0) reasons.push({ code: 'applicability-open', count: withoutReason.length });
  if (applicability.approvedOn === null) reasons.push({ code: 'not-approved' });
  for (const id of excludedThoughNamed) reasons.push({ code: 'required-control-excluded', detail: id });
  const { approvedOn } = applicability;
  if (approvedOn !== null && reasons.length === 0)
    return {
      verdict: 'suffices',
      reasons: [{ code: 'applicability-complete', count: controls.length, day: approvedOn }],
    };
  const begun = applicability.newest.size > 0 || evidence.verdict === 'suffices' || evidence.verdict === 'in-progress';
  return { verdict: begun ? 'in-progress' : evidence.verdict, reasons: [...reasons, ...evidence.reasons] };
}

/** 7.3: acknowledgement of the current policy version by at least the threshold of the audience of that day. */
export function judgeAwareness(evidence: Judged, { awareness }: Decisions, settings: Settings): Judged {
  const below = (count: number): Reason => ({
    code: 'acknowledgements-below-threshold',
    count,
    detail: `${Math.round(100 * settings.awarenessThreshold)}`,
  });
  if (awareness === null || awareness.audience === 0) {
    const capped = evidence.verdict === 'suffices' ? 'in-progress' : evidence.verdict;
    return { verdict: capped, reasons: [below(0), ...evidence.reasons] };
  }
  const percent = Math.floor((100 * awareness.acknowledged) / awareness.audience);
  if (awareness.acknowledged / awareness.audience >= settings.awarenessThreshold) {
    return { verdict: 'suffices', reasons: [{ code: 'acknowledged', count: percent }] };
  }
  return {
    verdict: 'in-progress',
    reasons: [below(percent), ...evidence.reasons],
  };
}

/** Fields whose dates decide how a nonconformity stands. */
const NONCONFORMITY_DATES = ['detected-on', 'effectiveness-due', 'effectiveness-date'];

/** 10.2: closed nonconformities have all their steps; an overdue one makes it in-progress. */
export function judgeCorrectiveAction(
  evidence: Judged,
  nonconformities: readonly ItemFact[],
  calendar: Calendar,
): Judged {
  const counted = nonconformities.filter((item) => item.nonconformity?.grade !== 'observation');
  if (counted.length === 0) return evidence;
  const closed = counted.filter((item) => item.progress === 'done');
  const incomplete = closed.filter((item) => !item.nonconformity?.stepsComplete);
  const overdue = counted.filter((item) => item.progress !== 'done' && isOverdue(item, calendar));
  const reasons: Reason[] = implausibleDates(counted, NONCONFORMITY_DATES);
  if (overdue.length > 0) reasons.push({ code: 'nonconformity-overdue', items: ids(overdue) });
  if (incomplete.length > 0) reasons.push({ code: 'corrective-steps-missing', items: ids(incomplete) });
  if (reasons.length === 0 && closed.length > 0) {
    return { verdict: 'suffices', reasons: [{ code: 'corrective-steps-complete', items: ids(closed) }] };
  }
  if (reasons.length === 0) reasons.push({ code: 'work-started', items: ids(counted) });
  return { verdict: 'in-progress', reasons: [...reasons, ...evidence.reasons] };
}

function isOverdue(item: ItemFact, calendar: Calendar): boolean {
  const due = item.nonconformity?.effectivenessDue ?? null;
  return due !== null && !calendar.isOpenUntil(due);
}

const ids = (items: readonly ItemFact[]): ItemId[] => items.map((item) => item.id).sort();
