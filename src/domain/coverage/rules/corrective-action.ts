import type { Calendar } from '../../day';
import type { ItemIndex } from '../../item/contribution';
import type { ItemFact } from '../../item/item-fact';
import { CORRECTIVE_ACTION } from '../../requirement/named';
import type { Judged } from '../evidence';
import { idsOf, implausibleDates, type Reason } from '../reason';
import type { OrganisationRule, OrganisationSituation } from './rule';

/** 10.2: closed nonconformities have all that 10.2 asks for; an overdue one makes it in-progress. */
export const correctiveAction: OrganisationRule = {
  requirement: CORRECTIVE_ACTION,
  needs: ['nonconformities'],
  touchedBy: ({ kind }) => kind === 'nonconformity',
  judged: nonconformities,
  judge: judgeCorrectiveAction,
};

function nonconformities(index: ItemIndex): ItemFact[] {
  return [...index.values()].filter((item) => item.kind === 'nonconformity' && item.lostOn === null && !item.cancelled);
}

/** Fields whose dates decide how a nonconformity stands. */
const NONCONFORMITY_DATES = ['detected-on', 'effectiveness-due', 'effectiveness-date'];

function judgeCorrectiveAction(evidence: Judged, { index, calendar }: OrganisationSituation): Judged {
  const counted = nonconformities(index).filter((item) => item.nonconformity?.grade !== 'observation');
  if (counted.length === 0) return evidence;
  const closed = counted.filter((item) => item.progress === 'done');
  const incomplete = closed.filter((item) => !item.nonconformity?.stepsComplete);
  const overdue = counted.filter((item) => item.progress !== 'done' && isOverdue(item, calendar));
  const reasons: Reason[] = implausibleDates(counted, NONCONFORMITY_DATES);
  if (overdue.length > 0) reasons.push({ code: 'nonconformity-overdue', items: idsOf(overdue) });
  if (incomplete.length > 0) reasons.push({ code: 'corrective-steps-missing', items: idsOf(incomplete) });
  if (reasons.length === 0 && closed.length > 0) {
    return { verdict: 'suffices', reasons: [{ code: 'corrective-steps-complete', items: idsOf(closed) }] };
  }
  if (reasons.length === 0) reasons.push({ code: 'work-started', items: idsOf(counted) });
  return { verdict: 'in-progress', reasons: [...reasons, ...evidence.reasons] };
}

function isOverdue(item: ItemFact, calendar: Calendar): boolean {
  const due = item.nonconformity?.effectivenessDue ?? null;
  return due !== null && !calendar.isOpenUntil(due);
}
