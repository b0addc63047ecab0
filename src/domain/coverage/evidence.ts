import type { Requirement } from '../../../controls';
import type { Calendar, Day } from '../day';
import type { Contribution } from '../item/contribution';
import { isEmpty } from '../item/empty';
import type { ItemFact, ItemId } from '../item/item-fact';
import { effectiveFrom, validUntil } from '../item/validity';
import { idsOf, implausibleDates, type Reason } from './reason';
import type { EvidenceVerdict } from './state';

export interface Judged {
  verdict: EvidenceVerdict;
  reasons: Reason[];
}

type EvidenceKind = Requirement['evidenceKind'];

/** Fields whose dates decide whether evidence is current. */
const EVIDENCE_DATES = ['evidence-effective-date', 'evidence-review-due'];

/** One thing that could prove a requirement, and whether it does so today. */
interface Proof {
  item: ItemFact;
  kind: EvidenceKind;
  validity: 'current' | 'lapsed' | 'lost' | 'not-yet-effective' | 'older-than-change' | 'day-not-known';
  /** The day that the validity is about; null where no day is known. */
  on: Day | null;
}

const ids = (items: readonly { item: ItemFact }[]): ItemId[] => idsOf(items.map(({ item }) => item));

/**
 * Whether what is linked suffices for one requirement in one scope ("Evidence suffices" of the coverage rules).
 * @param linked contributions of the roles `implements` and `evidences` to this requirement in this scope
 * @param changedOn the AI system's last significant change: evidence of before is not current; null elsewhere
 */
export function judgeEvidence(
  requirement: Pick<Requirement, 'evidenceKind' | 'validForMonths'>,
  linked: readonly Contribution[],
  changedOn: Day | null,
  calendar: Calendar,
): Judged {
  const counted = linked.filter(({ item }) => !item.cancelled);
  const cancelled = linked.filter(({ item }) => item.cancelled);
  const templates = counted.filter(({ item }) => item.page?.template);
  const proofs = counted.flatMap((entry) => proofOf(entry, requirement, changedOn, calendar) ?? []);
  const openWork = counted.filter((entry) => isOpenWork(entry));
  const empty = counted.filter(({ item }) => item.lostOn === null && isEmpty(item));

  const judged = judge(requirement.evidenceKind, proofs, openWork, counted);
  if (empty.length > 0) judged.reasons.push({ code: 'evidence-empty', items: ids(empty) });
  if (cancelled.length > 0) judged.reasons.push({ code: 'work-cancelled', items: ids(cancelled) });
  if (templates.length > 0) judged.reasons.push({ code: 'template-only', items: ids(templates) });
  judged.reasons.push(
    ...implausibleDates(
      counted.map(({ item }) => item),
      EVIDENCE_DATES,
    ),
  );
  return judged;
}

function judge(kind: EvidenceKind, proofs: Proof[], openWork: Contribution[], counted: Contribution[]): Judged {
  const fitting = proofs.filter((proof) => fits(proof.kind, kind));
  const current = fitting.filter((proof) => proof.validity === 'current');
  // An explicit record or document stands whatever else is open; done work stands only once no work is open.
  const explicit = current.filter((proof) => proof.kind !== 'work');
  if (explicit.length > 0) {
    const declared: Reason[] = explicit.every(({ item }) => item.declared)
      ? [{ code: 'declared-only', items: ids(explicit) }]
      : [];
    return {
      verdict: 'suffices',
      reasons: [{ code: 'current-evidence', items: ids(explicit) }, ...declared, ...open(openWork)],
    };
  }
  if (current.length > 0 && openWork.length === 0) {
    return { verdict: 'suffices', reasons: [{ code: 'done-work', items: ids(current) }] };
  }
  const currentOfAnyKind = proofs.filter((proof) => proof.validity === 'current');
  const formerEvidence = proofs.filter(
    (proof) => proof.validity !== 'current' && (proof.kind !== 'work' || fits('work', kind)),
  );
  if (formerEvidence.length > 0 && currentOfAnyKind.length === 0 && formerEvidence.some(hasEverStood)) {
    const renewal: Reason[] = openWork.length > 0 ? [{ code: 'renewal-under-way', items: ids(openWork) }] : [];
    return { verdict: 'stale', reasons: [...validityReasons(formerEvidence), ...renewal] };
  }
  return judgeWork(kind, proofs, openWork, counted);
}

/** Rows 7 and 8: nothing proves the requirement; what has been begun, and what is only linked. */
function judgeWork(kind: EvidenceKind, proofs: Proof[], openWork: Contribution[], counted: Contribution[]): Judged {
  const reasons: Reason[] = [];
  const drafts = counted.filter(
    ({ item }) => item.page && !item.page.approved && !item.page.template && item.lostOn === null,
  );
  const done = proofs.filter((proof) => proof.validity !== 'lost');
  const started = openWork.filter(({ item }) => item.progress === 'in-progress');
  if (done.length > 0) {
    if (kind !== 'work')
      reasons.push({ code: kind === 'document' ? 'document-missing' : 'record-missing', items: ids(done) });
    else if (openWork.length > 0) reasons.push({ code: 'second-work-open', items: ids(openWork) });
    reasons.push(...validityReasons(done.filter((proof) => !hasEverStood(proof))));
  }
  if (drafts.length > 0) reasons.push({ code: 'draft', items: ids(drafts) });
  if (started.length > 0) reasons.push({ code: 'work-started', items: ids(started) });
  // What is empty is named with whatever else is said (`judgeEvidence`): it is work that was done, and proves nothing.
  if (reasons.length > 0 || counted.some(({ item }) => item.lostOn === null && isEmpty(item)))
    return { verdict: 'in-progress', reasons: [...reasons, ...open(openWork)] };
  if (openWork.length > 0) return { verdict: 'planned', reasons: [{ code: 'work-not-started', items: ids(openWork) }] };
  return { verdict: 'none', reasons: [] };
}

/** Documents and records are as good as done work where the standard asks for no documented information. */
function fits(proof: EvidenceKind, wanted: EvidenceKind): boolean {
  return wanted === 'work' || proof === wanted;
}

/** Evidence that will only stand later, or of which no day is known, has never stood, so nothing became stale with it. */
const hasEverStood = (proof: Proof): boolean =>
  proof.validity !== 'not-yet-effective' && proof.validity !== 'day-not-known';

function isOpenWork({ item }: Contribution): boolean {
  return item.kind === 'work' && item.progress !== 'done' && item.lostOn === null;
}

function open(openWork: readonly Contribution[]): Reason[] {
  return openWork.length === 0 ? [] : [{ code: 'open-work', items: ids(openWork), count: openWork.length }];
}

/** A done issue or approved page as a proof; null for what proves nothing (open, empty, draft, template). */
function proofOf(
  entry: Contribution,
  requirement: Pick<Requirement, 'evidenceKind' | 'validForMonths'>,
  changedOn: Day | null,
  calendar: Calendar,
): Proof | null {
  const { item } = entry;
  if (item.page?.template) return null;
  if (item.page && !item.page.approved) return null;
  if (!item.page && item.progress !== 'done') return null;
  if (isEmpty(item)) return null;
  const kind: EvidenceKind =
    item.page && !item.page.record ? 'document' : entry.role === 'implements' ? 'work' : 'record';
  const effective = effectiveFrom(item);
  if (item.lostOn !== null) {
    // Where done work is evidence it is missed like any other; elsewhere it never proved anything by itself.
    return kind === 'work' && !fits(kind, requirement.evidenceKind)
      ? null
      : { item, kind, validity: 'lost', on: item.lostOn };
  }
  const reviewDue = validUntil(item, requirement);
  if (effective === null || reviewDue === null) return { item, kind, validity: 'day-not-known', on: null };
  if (!calendar.hasCome(effective)) return { item, kind, validity: 'not-yet-effective', on: effective };
  if (changedOn !== null && effective < changedOn) return { item, kind, validity: 'older-than-change', on: changedOn };
  if (!calendar.isOpenUntil(reviewDue)) return { item, kind, validity: 'lapsed', on: reviewDue };
  return { item, kind, validity: 'current', on: reviewDue };
}

const VALIDITY_REASON = {
  lapsed: 'evidence-lapsed',
  lost: 'evidence-lost',
  'not-yet-effective': 'evidence-not-yet-effective',
  'older-than-change': 'evidence-older-than-change',
  'day-not-known': 'done-day-not-known',
} as const;

function validityReasons(proofs: readonly Proof[]): Reason[] {
  return (Object.keys(VALIDITY_REASON) as (keyof typeof VALIDITY_REASON)[]).flatMap((validity) => {
    const those = proofs.filter((proof) => proof.validity === validity);
    const first = those.flatMap((proof) => proof.on ?? []).sort()[0];
    const day = first === undefined ? {} : { day: first };
    return those.length === 0 ? [] : [{ code: VALIDITY_REASON[validity], items: ids(those), ...day }];
  });
}

/** The judgement, with more reasons behind its own. */
export function withReasons(judged: Judged, more: readonly Reason[]): Judged {
  return { verdict: judged.verdict, reasons: [...judged.reasons, ...more] };
}
