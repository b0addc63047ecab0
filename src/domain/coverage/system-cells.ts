import type { Requirement } from '../../../controls';
import { conditionHolds } from '../applicability/condition';
import { Calendar, type Day } from '../day';
import type { Decisions, Settings } from '../decision/decision';
import { type Contribution, contributions, type ItemIndex } from '../item/contribution';
import type { AiSystemFact, ItemFact } from '../item/item-fact';
import { isUnknownAs } from '../item/unread';
import { hasReached, isInScope } from '../lifecycle/stage';
import { type Cell, recountCell } from './cell';
import { judgeImpactAssessment, judgeRiskAssessment, judgeRiskTreatment } from './derived-system';
import { type Judged, judgeEvidence } from './evidence';
import { implausibleDates } from './reason';
import { markUnknown } from './unknown';

export interface SystemCellsInput {
  system: ItemFact;
  /** Everything that may count for this system: what concerns it, what is linked to that, and what those name. */
  index: ItemIndex;
  decisions: Decisions;
  settings: Settings;
  /** The `ai-system` requirements of the catalogue. */
  requirements: readonly Requirement[];
  today: Day;
}

/** All cells of one AI system; none when it is out of scope. Pure. */
export function systemCells(input: SystemCellsInput): Cell[] {
  const { system, index, decisions, settings, today } = input;
  const facts = system.system;
  if (!facts || system.lostOn !== null || !isInScope(facts)) return [];
  const counted = countedFor(system, index, decisions);
  const waived = decisions.triages.some((triage) => triage.systemId === system.id && !triage.needed);
  const risks = [...index.values()].filter(
    (item) =>
      item.kind === 'ai-risk' &&
      item.lostOn === null &&
      item.links.some((link) => link.role === 'concerns' && link.target === system.id),
  );

  const judged = new Map<string, Judged>();
  const cells: Cell[] = [];
  for (const requirement of inOrderOfDerivation(input.requirements)) {
    const calendar = new Calendar(today);
    const mine = counted.filter((entry) => entry.requirementId === requirement.id);
    const linked = mine.filter(({ role }) => role === 'implements' || role === 'evidences');
    let evidence = judgeEvidence(requirement, linked, facts.lastSignificantChange, calendar);
    if (requirement.id === '8.2') evidence = judgeRiskAssessment(evidence, risks);
    if (requirement.id === '8.3')
      evidence = judgeRiskTreatment(evidence, judged.get('8.2'), risks, index, settings, calendar);
    if (requirement.id === '8.4') evidence = judgeImpactAssessment(evidence, decisions, system.id, calendar);
    judged.set(requirement.id, evidence);
    evidence = {
      ...evidence,
      reasons: [...evidence.reasons, ...implausibleDates([system], ['last-significant-change'])],
    };
    const cell = recountCell(situationOf(requirement, system, facts, mine, decisions, waived), evidence, calendar);
    cells.push(markUnknown(cell, unknownItems(requirement.id, system, mine, risks)));
  }
  // 8.3 rests on 8.2, so it changes by itself no later than that does.
  return shareChangeDay(cells, '8.2', '8.3');
}

/** 8.2 and 8.3 are counted from every risk of the system, whatever that names. */
function unknownItems(
  requirementId: string,
  system: ItemFact,
  mine: readonly Contribution[],
  risks: readonly ItemFact[],
): ItemFact[] {
  const judged = requirementId === '8.2' || requirementId === '8.3' ? risks : [];
  return [
    ...(isUnknownAs(system, 'carries') ? [system] : []),
    ...mine.filter(({ item, role }) => isUnknownAs(item, role)).map(({ item }) => item),
    ...judged.filter((risk) => isUnknownAs(risk, 'judged')),
  ];
}

function situationOf(
  requirement: Requirement,
  system: ItemFact,
  facts: AiSystemFact,
  mine: Contribution[],
  decisions: Decisions,
  waived: boolean,
) {
  const dueFrom = requirement.dueFrom ?? 'inception';
  return {
    requirement,
    scope: system.id,
    contributions: mine,
    decisions,
    conditionHolds: requirement.condition === undefined || conditionHolds(requirement.condition, facts, waived),
    notDueUntil: hasReached(facts.furthestStage, dueFrom) ? null : dueFrom,
    lastSignificantChange: facts.lastSignificantChange,
  };
}

/** Contributions for this system: its own, and what a decision "met in common" names for every matching system. */
function countedFor(system: ItemFact, index: ItemIndex, decisions: Decisions): Contribution[] {
  const commons = new Set(decisions.metInCommon.map(({ requirementId, item }) => `${requirementId} ${item}`));
  return [...index.values()]
    .flatMap((item) => contributions(item, index))
    .filter(
      ({ item, requirementId, systems }) =>
        systems.includes(system.id) || (systems.length === 0 && commons.has(`${requirementId} ${item.id}`)),
    );
}

const inOrderOfDerivation = (requirements: readonly Requirement[]): Requirement[] =>
  [...requirements].sort((a, b) => Number(a.id === '8.3') - Number(b.id === '8.3'));

function shareChangeDay(cells: Cell[], from: string, to: string): Cell[] {
  const day = cells.find((cell) => cell.requirementId === from)?.changesOn ?? null;
  return cells.map((cell) =>
    cell.requirementId === to && day !== null && (cell.changesOn === null || day < cell.changesOn)
      ? { ...cell, changesOn: day }
      : cell,
  );
}
