import type { ConditionKey, Requirement, Stage } from '../../../controls';
import type { Calendar, Day } from '../day';
import type { Decisions } from '../decision/decision';
import type { Contribution, ItemIndex } from '../item/contribution';
import type { ItemId } from '../item/item-fact';
import { VIOLATIONS, violationOf } from '../nonconformity/violation';
import { isLiving } from '../risk/risk';
import { exclusionBy } from '../statement/effect';
import { concludedHere, newestConclusion } from './conclusion';
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
  requirement: Pick<Requirement, 'id' | 'excludable'>;
  scope: string;
  contributions: readonly Contribution[];
  /** What is around them, such as what corrects a nonconformity. */
  index: ItemIndex;
  decisions: Decisions;
  /** Whether a condition of the Statement of Applicability is true here. */
  conditionHolds: (condition: ConditionKey) => boolean;
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
  const violations = openViolations(situation, calendar);
  const exclusion = exclusionOf(situation);
  const isVoid = exclusion?.code === 'exclusion-void';
  const conclusion = concludedHere(situation, calendar);
  const foundNonconforming = conclusion?.effect === 'violates';
  const isDecided = decisions.applicability.controls.has(requirement.id);
  const state = coverageState({
    violated: violations.length > 0 || foundNonconforming,
    excluded: exclusion !== null && !isVoid,
    evidence: evidence.verdict,
    concluded: conclusion?.effect === 'verifies',
    due: situation.notDueUntil === null,
    decided: !requirement.excludable || (isDecided && !isVoid),
  });
  const reasons: Reason[] = [
    ...violations,
    ...(foundNonconforming ? [conclusion.reason] : []),
    ...(exclusion ? [exclusion] : []),
    ...(conclusion && !foundNonconforming ? [conclusion.reason] : []),
    ...(state === 'not-due' ? notDueReasons(situation, evidence) : evidence.reasons),
    ...(isVoid ? [] : requiredBy(situation.contributions)),
    ...(isDecided ? [] : undecided(situation)),
  ];
  if (reasons.length === 0) reasons.push({ code: 'nothing-linked' });
  return { scope, requirementId: requirement.id, state, reasons, changesOn: calendar.changesOn() };
}

/**
 * Nonconformities of this scope that violate, worst grade first. Deleting the issue of one corrects nothing: it violates until
 * somebody independent concludes that the requirement conforms.
 */
function openViolations(situation: CellSituation, calendar: Calendar): Reason[] {
  const conclusion = newestConclusion(situation, calendar);
  const conformsSince = conclusion?.result === 'conforms' ? conclusion.concludedOn : '';
  const violations = situation.contributions
    .filter(({ item, role }) => role === 'violates' && (item.lostOn === null || item.lostOn > conformsSince))
    .flatMap(({ item }) => {
      const violation = violationOf(item, situation.index, situation.decisions.agreedDismissals);
      return violation === null ? [] : [{ item, ...violation }];
    });
  return VIOLATIONS.flatMap((code) =>
    (['major', 'minor', 'ungraded'] as const).flatMap((grade) => {
      const items = violations.filter((one) => one.code === code && one.grade === grade).map(({ item }) => item.id);
      return items.length === 0 ? [] : [{ code, items: items.sort(), detail: grade }];
    }),
  );
}

/** Why the cell is excluded; void while a living risk names the control here, for then the control is needed. */
function exclusionOf({ requirement, scope, contributions, decisions, conditionHolds }: CellSituation): Reason | null {
  const system = scope === ORGANISATION ? null : scope;
  const code = exclusionBy(decisions.applicability, requirement, system, conditionHolds);
  if (code === null) return null;
  const needing = contributions.filter(({ item, role }) => role === 'requires' && isLiving(item));
  return needing.length === 0 ? { code } : { code: 'exclusion-void', items: needing.map(({ item }) => item.id).sort() };
}

function notDueReasons(situation: CellSituation, evidence: Judged): Reason[] {
  const early = evidence.reasons.flatMap((reason) => reason.items ?? []);
  return [
    { code: 'not-due-until', detail: situation.notDueUntil ?? '' },
    ...(early.length > 0 ? [{ code: 'early-work', items: [...new Set<ItemId>(early)].sort() } as const] : []),
  ];
}

function requiredBy(contributions: readonly Contribution[]): Reason[] {
  const risks = contributions.filter(({ item, role }) => role === 'requires' && item.lostOn === null);
  return risks.length === 0 ? [] : [{ code: 'required-by-risk', items: risks.map(({ item }) => item.id).sort() }];
}

/** What may be excluded and is in no approved Statement; where something is linked all the same, the mark "reason missing". */
function undecided({ requirement, contributions }: CellSituation): Reason[] {
  if (!requirement.excludable) return [];
  const linked = contributions.some(({ role }) => role === 'implements' || role === 'evidences');
  return [{ code: linked ? 'reason-missing' : 'decision-missing' }];
}
