import { addDays, addMonths, type Calendar } from '../../day';
import type { ItemIndex } from '../../item/contribution';
import type { ItemFact } from '../../item/item-fact';
import { isComplete } from '../../nonconformity/checklist';
import { isDismissed } from '../../nonconformity/violation';
import { CORRECTIVE_ACTION } from '../../requirement/named';
import type { Judged } from '../evidence';
import { idsOf, implausibleDates, type Reason } from '../reason';
import type { OrganisationRule, OrganisationSituation } from './rule';

/**
 * 10.2: none is overdue, each that was closed in the last 36 months has all that 10.2 asks for, and one was closed in the last 12.
 */
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
  const open = counted.filter((item) => item.progress !== 'done');
  const closed = counted.filter((item) => item.progress === 'done' && !isDismissed(item));
  const recent = closed.filter((item) => isWithin(item, COMPLETE_MONTHS, calendar));
  const incomplete = recent.filter((item) => isHeldAgainst(item, index));
  const overdue = open.filter((item) => isOverdue(item, calendar));
  const reasons: Reason[] = implausibleDates(counted, NONCONFORMITY_DATES);
  if (overdue.length > 0) reasons.push({ code: 'nonconformity-overdue', items: idsOf(overdue) });
  if (incomplete.length > 0) reasons.push({ code: 'corrective-steps-missing', items: idsOf(incomplete) });
  if (reasons.length > 0) return { verdict: 'in-progress', reasons: [...reasons, ...evidence.reasons] };
  const shown = recent.filter((item) => isWithin(item, SHOWN_MONTHS, calendar));
  if (shown.length > 0)
    return { verdict: 'suffices', reasons: [{ code: 'corrective-steps-complete', items: idsOf(shown) }] };
  if (open.length > 0)
    return { verdict: 'in-progress', reasons: [{ code: 'work-started', items: idsOf(open) }, ...evidence.reasons] };
  if (closed.length > 0)
    return { verdict: 'stale', reasons: [{ code: 'none-closed-lately', items: idsOf(closed) }, ...evidence.reasons] };
  return evidence;
}

/** Those that were closed within so many months show that 10.2 is lived; those within three years are held against it. Our model. */
const SHOWN_MONTHS = 12;
const COMPLETE_MONTHS = 36;
/** Without a day for the effectiveness review, so many days after it was detected it is overdue. Our model. */
const OVERDUE_DAYS = 30;

/** Closed within the months before today; one whose day is not known was closed lately. */
function isWithin({ nonconformity }: ItemFact, months: number, calendar: Calendar): boolean {
  const on = nonconformity?.closedOn ?? null;
  return on === null || calendar.isOpenUntil(addMonths(on, months));
}

/** What was closed before its project took part is not held against the rules of the app. */
const isHeldAgainst = (item: ItemFact, index: ItemIndex): boolean =>
  item.nonconformity?.settling?.before !== true && !isComplete(item, index);

function isOverdue({ nonconformity }: ItemFact, calendar: Calendar): boolean {
  const due = nonconformity?.effectivenessDue ?? null;
  if (due !== null) return !calendar.isOpenUntil(due);
  const detected = nonconformity?.detectedOn ?? null;
  return detected !== null && !calendar.isOpenUntil(addDays(detected, OVERDUE_DAYS));
}
