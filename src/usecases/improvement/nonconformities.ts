import type { Input, Output } from '../../contract/procedures';
import { addDays, type Day, daysBetween } from '../../domain/day';
import { concernedSystems } from '../../domain/item/item-fact';
import { itemIdOf } from '../../domain/item/item-id';
import { detectedBetween, EFFECTIVENESS_DAYS, isOverdue, nonconformityTotals } from '../../domain/nonconformity/totals';
import { isDismissed } from '../../domain/nonconformity/violation';
import { registerWords } from '../../domain/vocabulary/register-field';
import { readNonconformityCounts } from '../../store/overview';
import { type NonconformityFilter, readNonconformities } from '../../store/registers/nonconformities';
import { pageAsViewer } from '../register-page';
import type { UseCase } from '../use-case';
import type { OwnedRow } from '../visible';

/** Open ones by grade, stage and age: one statement, the same for every viewer of the scope. */
export const nonconformitiesOverview: UseCase<'nonconformities.overview', 'today'> = async (
  { projectId, systemIssueId },
  { today },
) => {
  const systemId = systemIssueId === undefined ? null : itemIdOf(systemIssueId);
  const { nonconformities, asOf } = await readNonconformityCounts(projectId, systemId);
  return { asOf, ...nonconformityTotals(nonconformities, today()) };
};

/** The register of nonconformities, worst and oldest first: one statement, and one call as the viewer. */
export const nonconformitiesList: UseCase<'nonconformities.list', 'configuration' | 'today'> = async (
  input,
  context,
) => {
  const today = context.today();
  const filter = filterOf(input, today);
  // The oldest was detected first.
  const sort = input.sort?.by === 'age' ? { ...input.sort, descending: !input.sort.descending } : input.sort;
  const { rows, ...counts } = await pageAsViewer(
    { ...input, sort },
    (asked) => readNonconformities(filter, asked),
    context,
  );
  return { rows: rows.flatMap((row) => rowView(row, today) ?? []), ...counts };
};

function filterOf({ only, grade, stage, age, fields }: Input<'nonconformities.list'>, today: Day): NonconformityFilter {
  const due = {
    overdue: { from: null, to: addDays(today, -1) },
    'effectiveness-due': { from: today, to: addDays(today, EFFECTIVENESS_DAYS) },
    open: null,
    closed: null,
  }[only];
  const detected = age === null || age === 'unknown' ? age : detectedBetween(age, today);
  return { closed: only === 'closed', grade, stage, detected, due, fields };
}

function rowView({ fact, issue, owner }: OwnedRow, today: Day): Output<'nonconformities.list'>['rows'][number] | null {
  const facts = fact.nonconformity;
  if (!facts) return null;
  const { grade, stage, detectedOn, effectivenessDue, closedOn } = facts;
  return {
    ...issue,
    grade,
    stage,
    dismissed: isDismissed(fact),
    detectedOn,
    ageInDays: detectedOn === null ? null : daysBetween(detectedOn, closedOn ?? today),
    effectivenessDue,
    overdue: isOverdue(facts, today),
    requirements: fact.requirements,
    systems: concernedSystems(fact).length,
    owner,
    fields: registerWords(fact),
  };
}
