import type { Requirement, Stage } from '../../../controls';
import type { Calendar, Day } from '../day';
import type { ApplicabilityDecision, Conclusion, Decisions } from '../decision/decision';
import type { Contribution } from '../item/contribution';
import type { ItemId } from '../item/item-fact';
import type { Judged } from './evidence';
import type { Reason } from './reason';
import { type CoverageState, coverageState } from './state';

/** The scope id of what is met once, for the whole organisation. */
export const ORGANISATION = 'organisation';

/** One scope and one requirement: the unit in which coverage is kept. */
export interface Cell {
  /** `organisation`, or the item id of an AI system. */
  scope: string;
  requirementId: string;
  state: CoverageState;
  reasons: Reason[];
  /** The next day on which the state may change by itself, or null. */
  changesOn: Day | null;
}

/** Everything that decides one cell besides its evidence. */
export interface CellSituation {
  requirement: Pick<Requirement, 'id' | 'kind'>;
  scope: string;
  contributions: readonly Contribution[];
  decisions: Decisions;
  /** False excludes the cell (Annex A only). */
  conditionHolds: boolean;
  /**
   * The stage from which it is due, while the system has not come there; else null. The organisation's own cell of an
   * `ai-system` requirement goes by its decision: the systems' cells answer for when it is due.
   */
  notDueUntil: Stage | null;
  lastSignificantChange: Day | null;
}

/** Puts evidence, decisions, conclusions and nonconformities of one cell together. Pure. */
export function recountCell(situation: CellSituation, evidence: Judged, calendar: Calendar): Cell {
  const { requirement, scope, decisions } = situation;
  const violations = openViolations(situation.contributions);
  const exclusion = exclusionOf(situation);
  const conclusion = standingConclusion(situation, calendar);
  const decision = decisions.applicability.newest.get(requirement.id);
  const state = coverageState({
    violated: violations.length > 0,
    excluded: exclusion !== null,
    evidence: evidence.verdict,
    concluded: conclusion?.code === 'concluded',
    due: situation.notDueUntil === null,
    decided: requirement.kind === 'clause' || decision !== undefined,
  });
  const reasons: Reason[] = [
    ...violations,
    ...(exclusion ? [exclusion] : []),
    ...(conclusion ? [conclusion] : []),
    ...(state === 'not-due' ? notDueReasons(situation, evidence) : evidence.reasons),
    ...unapprovedDecision(situation, decision),
    ...requiredBy(situation.contributions),
    ...undecided(situation, decision),
  ];
  if (reasons.length === 0) reasons.push({ code: 'nothing-linked' });
  return { scope, requirementId: requirement.id, state, reasons, changesOn: calendar.changesOn() };
}

/** Open nonconformities of this scope, worst grade first; an observation never violates. */
function openViolations(contributions: readonly Contribution[]): Reason[] {
  const open = contributions.filter(
    ({ item, role }) =>
      role === 'violates' &&
      item.progress !== 'done' &&
      item.lostOn === null &&
      item.nonconformity?.grade !== 'observation',
  );
  return (['major', 'minor'] as const).flatMap((grade) => {
    const items = open
      .filter(({ item }) => (item.nonconformity?.grade ?? 'minor') === grade)
      .map(({ item }) => item.id);
    return items.length === 0 ? [] : [{ code: 'open-nonconformity', items: items.sort(), detail: grade }];
  });
}

function exclusionOf({ requirement, decisions, conditionHolds }: CellSituation): Reason | null {
  if (requirement.kind !== 'control') return null;
  const approved = decisions.applicability.approved.get(requirement.id);
  if (approved && !approved.applicable && approved.reason.trim() !== '') return { code: 'not-applicable' };
  return conditionHolds ? null : { code: 'condition-false' };
}

/** The newest conclusion of this scope, when it still verifies (row 3) or once did. */
function standingConclusion(situation: CellSituation, calendar: Calendar): Reason | null {
  const newest = newestConclusion(situation.decisions.conclusions, situation.scope, situation.requirement.id);
  if (newest?.result !== 'conforms') return null;
  const closings = situation.contributions.flatMap(({ item, role }) =>
    role === 'violates' && item.nonconformity?.grade !== 'observation' ? (item.nonconformity?.closedOn ?? []) : [],
  );
  const outdatedBy = [...closings, ...(situation.lastSignificantChange ? [situation.lastSignificantChange] : [])].some(
    (day) => newest.concludedOn <= day,
  );
  const stands = calendar.hasCome(newest.concludedOn) && calendar.isOpenUntil(newest.validUntil) && !outdatedBy;
  return { code: stands ? 'concluded' : 'conclusion-outdated', day: newest.concludedOn, detail: newest.kind };
}

function newestConclusion(conclusions: readonly Conclusion[], scope: string, requirementId: string): Conclusion | null {
  let newest: Conclusion | null = null;
  for (const conclusion of conclusions) {
    if (conclusion.scope !== scope || conclusion.requirementId !== requirementId) continue;
    if (conclusion.result === 'not-sampled') continue;
    if (newest === null || conclusion.concludedOn >= newest.concludedOn) newest = conclusion;
  }
  return newest;
}

function notDueReasons(situation: CellSituation, evidence: Judged): Reason[] {
  const early = evidence.reasons.flatMap((reason) => reason.items ?? []);
  return [
    { code: 'not-due-until', detail: situation.notDueUntil ?? '' },
    ...(early.length > 0 ? [{ code: 'early-work', items: [...new Set<ItemId>(early)].sort() } as const] : []),
  ];
}

/** A decision newer than the approved Statement of Applicability is shown and changes nothing. */
function unapprovedDecision(
  { requirement, decisions }: CellSituation,
  newest: ApplicabilityDecision | undefined,
): Reason[] {
  if (!newest) return [];
  const approved = decisions.applicability.approved.get(requirement.id);
  return approved && approved.decidedAt === newest.decidedAt ? [] : [{ code: 'newer-decision-not-approved' }];
}

function requiredBy(contributions: readonly Contribution[]): Reason[] {
  const risks = contributions.filter(({ item, role }) => role === 'requires' && item.lostOn === null);
  return risks.length === 0 ? [] : [{ code: 'required-by-risk', items: risks.map(({ item }) => item.id).sort() }];
}

/** Annex A without any decision; where something is linked all the same, the badge "reason missing". */
function undecided(
  { requirement, contributions }: CellSituation,
  decision: ApplicabilityDecision | undefined,
): Reason[] {
  if (requirement.kind !== 'control' || decision) return [];
  const linked = contributions.some(({ role }) => role === 'implements' || role === 'evidences');
  return [{ code: linked ? 'reason-missing' : 'decision-missing' }];
}
