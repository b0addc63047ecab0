import type { ConditionKey, Requirement } from '../../../controls';
import { conditionHolds } from '../applicability/condition';
import { Calendar, type Day } from '../day';
import type { Decisions, Settings } from '../decision/decision';
import { type Contribution, contributions, type ItemIndex } from '../item/contribution';
import type { AiSystemFact, ItemFact } from '../item/item-fact';
import { isUnknownAs } from '../item/unread';
import { hasReached, isInScope } from '../lifecycle/stage';
import { triageStanding } from '../triage/standing';
import { type Cell, recountCell } from './cell';
import { type Judged, judgeEvidence, withReasons } from './evidence';
import { inCommonFor, withInCommon } from './in-common';
import { implausibleDates } from './reason';
import { SYSTEM_RULES } from './rules';
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
  const all = [...index.values()].flatMap((item) => contributions(item, index));
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
    const triage = () => triageStanding(system, index, decisions, settings, calendar);
    const isTrue = (condition: ConditionKey) => conditionHolds(condition, facts, () => triage()?.counts === true);
    const named = all.filter((entry) => entry.requirementId === requirement.id);
    const common = inCommonFor(named, system, decisions, isTrue, calendar);
    const mine = [...named.filter(({ systems }) => systems.includes(system.id)), ...common.current];
    const shown = withInCommon(
      judgeEvidence(requirement, supporting(mine), facts.lastSignificantChange, calendar),
      common,
      (items) =>
        judgeEvidence(requirement, supporting([...mine, ...items]), facts.lastSignificantChange, new Calendar(today)),
    );
    const rule = ruleOf(requirement.id);
    const rested = judged.get(rule?.restsOn ?? '');
    const situation = { system: system.id, risks, index, triage, settings, calendar, rested };
    const evidence = rule?.judge(shown, situation) ?? shown;
    judged.set(requirement.id, evidence);
    const cell = recountCell(
      { ...situationOf(requirement, system, facts, decisions, isTrue), contributions: mine, index },
      withReasons(evidence, implausibleDates([system], ['last-significant-change'])),
      calendar,
    );
    cells.push(markUnknown(cell, unknownItems(requirement.id, system, mine, risks)));
  }
  return SYSTEM_RULES.reduce((all, { requirement, restsOn }) => shareChangeDay(all, restsOn, requirement), cells);
}

/** What the cell rests on and cannot be read fully any more. */
function unknownItems(
  requirementId: string,
  system: ItemFact,
  mine: readonly Contribution[],
  risks: readonly ItemFact[],
): ItemFact[] {
  const judged = ruleOf(requirementId)?.judgesRisks ? risks : [];
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
  decisions: Decisions,
  isTrue: (condition: ConditionKey) => boolean,
) {
  const dueFrom = requirement.dueFrom ?? 'inception';
  return {
    requirement,
    scope: system.id,
    decisions,
    conditionHolds: isTrue,
    notDueUntil: hasReached(facts.furthestStage, dueFrom) ? null : dueFrom,
    lastSignificantChange: facts.lastSignificantChange,
  };
}

const supporting = (entries: readonly Contribution[]): Contribution[] =>
  entries.filter(({ role }) => role === 'implements' || role === 'evidences');

const ruleOf = (requirementId: string) => SYSTEM_RULES.find(({ requirement }) => requirement === requirementId);

/** What rests on another comes last. */
const inOrderOfDerivation = (requirements: readonly Requirement[]): Requirement[] => {
  const rests = ({ id }: Requirement) => Number(ruleOf(id)?.restsOn !== undefined);
  return [...requirements].sort((a, b) => rests(a) - rests(b));
};

function shareChangeDay(cells: Cell[], from: string | undefined, to: string): Cell[] {
  const day = cells.find((cell) => cell.requirementId === from)?.changesOn ?? null;
  return cells.map((cell) =>
    cell.requirementId === to && day !== null && (cell.changesOn === null || day < cell.changesOn)
      ? { ...cell, changesOn: day }
      : cell,
  );
}
