import type { Requirement } from '../../../controls';
import { Calendar, type Day } from '../day';
import type { Decisions, Settings } from '../decision/decision';
import { type Contribution, contributions, type ItemIndex } from '../item/contribution';
import { isUnknownAs } from '../item/unread';
import { hasLeftScope } from '../lifecycle/stage';
import { type Cell, ORGANISATION, recountCell } from './cell';
import { type Judged, judgeEvidence } from './evidence';
import { judgeParts } from './parts';
import { ORGANISATION_RULES } from './rules';
import { markUnknown } from './unknown';

export interface OrganisationCellsInput {
  /** The requirements to recount, of either scope level. */
  requirements: readonly Requirement[];
  /** Everything that names one of them, what is linked to that, and (for 10.2) every nonconformity. */
  index: ItemIndex;
  decisions: Decisions;
  settings: Settings;
  /** What may be excluded, for the Statement of Applicability. */
  controls: readonly string[];
  /** Controls that a living risk names. */
  controlsNamedByRisks: readonly string[];
  today: Day;
}

/**
 * The organisation's cells. Of an `ai-system` requirement it holds what concerns no single system (nonconformities of
 * the organisation, the applicability decision, items not assigned to a system); the tile adds the systems' cells.
 */
export function organisationCells(input: OrganisationCellsInput): Cell[] {
  const all = [...input.index.values()].flatMap((item) => contributions(item, input.index));
  return input.requirements.map((requirement) => {
    const calendar = new Calendar(input.today);
    const mine = all.filter(
      (entry) => entry.requirementId === requirement.id && countsForOrganisation(entry, requirement, input.index),
    );
    const evidence =
      requirement.scopeLevel === 'organisation'
        ? judgeOnce(requirement, mine, input, calendar)
        : unassigned(mine, input.decisions, calendar);
    const cell = recountCell(
      {
        requirement,
        scope: ORGANISATION,
        contributions: mine,
        index: input.index,
        decisions: input.decisions,
        conditionHolds: () => true,
        notDueUntil: null,
        lastSignificantChange: null,
      },
      evidence,
      calendar,
    );
    const judged = ruleOf(requirement.id)?.judged?.(input.index) ?? [];
    return markUnknown(cell, [
      ...mine.filter(({ item, role }) => isUnknownAs(item, role)).map(({ item }) => item),
      ...judged.filter((item) => isUnknownAs(item, 'judged')),
    ]);
  });
}

const ruleOf = (requirementId: string) => ORGANISATION_RULES.find(({ requirement }) => requirement === requirementId);

/**
 * What is met once takes everything that names it; of a requirement per system, what concerns no system, and nonconformities of which
 * every system has left the scope: leaving corrects nothing.
 */
function countsForOrganisation(entry: Contribution, requirement: Requirement, index: ItemIndex): boolean {
  if (requirement.scopeLevel === 'organisation' || entry.systems.length === 0) return true;
  return entry.role === 'violates' && entry.systems.every((id) => hasLeftScope(index.get(id)));
}

function judgeOnce(
  requirement: Requirement,
  mine: Contribution[],
  input: OrganisationCellsInput,
  calendar: Calendar,
): Judged {
  const linked = mine.filter(({ role }) => role === 'implements' || role === 'evidences');
  const evidence = judgeEvidence(requirement, linked, null, calendar);
  const situation = { ...input, calendar };
  const judged = ruleOf(requirement.id)?.judge(evidence, situation) ?? evidence;
  return judgeParts(requirement, judged, situation);
}

/** An item for an `ai-system` requirement without any system, and not met in common, counts for none and is listed. */
function unassigned(mine: Contribution[], { metInCommon }: Decisions, calendar: Calendar): Judged {
  const requirements = new Set(mine.map(({ requirementId }) => requirementId));
  const standing = metInCommon.filter(
    ({ requirementId, validUntil }) => requirements.has(requirementId) && calendar.isOpenUntil(validUntil),
  );
  const common = new Set(standing.map(({ requirementId, item }) => `${requirementId} ${item}`));
  const items = mine
    .filter(
      ({ role, item, requirementId }) =>
        (role === 'implements' || role === 'evidences') &&
        item.lostOn === null &&
        !common.has(`${requirementId} ${item.id}`),
    )
    .map(({ item }) => item.id);
  return {
    verdict: 'none',
    reasons: items.length === 0 ? [] : [{ code: 'not-assigned', items: [...new Set(items)].sort() }],
  };
}
