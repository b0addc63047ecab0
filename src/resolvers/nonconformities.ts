import type { Input, Output } from '../contract/procedures';
import { NONCONFORMITY_STAGE_WORDS } from '../contract/words';
import { addDays, type Day, daysBetween } from '../domain/day';
import { concernedSystems, type Grade } from '../domain/item/item-fact';
import { itemIdOf } from '../domain/item/item-id';
import { GONE, nonconformityStanding } from '../domain/item/standing';
import { detectedBetween, EFFECTIVENESS_DAYS, isOverdue, nonconformityTotals } from '../domain/nonconformity/totals';
import { readStandings } from '../store/overview';
import type { RegisterFilter } from '../store/register';
import { placeAmong } from '../store/sql';
import type { Handler } from './define';
import { pageAsViewer, sortedBy } from './register-page';
import type { OwnedRow } from './visible';

type Condition = RegisterFilter['where'][number];

/** Open ones by grade, step of 10.2 and age: one statement, the same for every viewer of the scope. */
export const nonconformitiesOverview: Handler<'nonconformities.overview'> = async (
  { projectId, systemIssueId },
  { today },
) => {
  const systemId = systemIssueId === undefined ? null : itemIdOf(systemIssueId);
  const { standings, asOf } = await readStandings('nonconformity', projectId, systemId);
  const counted = standings.map(({ word, count }) => ({ standing: nonconformityStanding(word), count }));
  return { asOf, ...nonconformityTotals(counted, today()) };
};

/** The register of nonconformities, worst and oldest first: one statement, and one call as the viewer. */
export const nonconformitiesList: Handler<'nonconformities.list'> = async (input, ingest) => {
  const { projectId, page, limit } = input;
  const today = ingest.today();
  const where = conditionsOf(input, today);
  const sort = input.sort?.by === 'age' ? { ...input.sort, descending: !input.sort.descending } : input.sort;
  const sorted = sortedBy(COLUMNS, sort, 'i.standing, i.item_id');
  const filter = { kind: 'nonconformity', where, ...sorted, projectId, page, limit } as const;
  const { rows, ...counts } = await pageAsViewer(filter, ingest);
  return { rows: rows.flatMap((row) => rowView(row, today) ?? []), ...counts };
};

/** Places of a nonconformity's standing `2 2026-10-01 2026-12-01 cause-analysis`, counted from 1. */
const GRADE = 'SUBSTRING(i.standing, 1, 1)';
const DETECTED = 'SUBSTRING(i.standing, 3, 10)';
const DUE = 'SUBSTRING(i.standing, 14, 10)';
const STAGE = 'SUBSTRING(i.standing, 25, 24)';
const COLUMNS = {
  grade: GRADE,
  stage: placeAmong(STAGE, Object.keys(NONCONFORMITY_STAGE_WORDS)),
  /** The day of detection: the older, the earlier. */
  age: DETECTED,
  due: DUE,
};
const GRADES: Readonly<Record<Grade, string>> = { major: '1', minor: '2', observation: '3' };

function conditionsOf({ only, grade, stage, age }: Input<'nonconformities.list'>, today: Day): Condition[] {
  const conditions: Condition[] = [
    { sql: `i.standing <> '${GONE}' AND ${STAGE} ${only === 'closed' ? '=' : '<>'} 'closed'`, parameters: [] },
  ];
  if (only === 'overdue') conditions.push({ sql: `${DUE} BETWEEN '0' AND ?`, parameters: [addDays(today, -1)] });
  if (only === 'effectiveness-due')
    conditions.push({ sql: `${DUE} BETWEEN ? AND ?`, parameters: [today, addDays(today, EFFECTIVENESS_DAYS)] });
  if (grade) conditions.push({ sql: `${GRADE} = ?`, parameters: [GRADES[grade]] });
  if (stage) conditions.push({ sql: `${STAGE} = ?`, parameters: [stage] });
  if (age) conditions.push(ofAge(age, today));
  return conditions;
}

function ofAge(age: NonNullable<Input<'nonconformities.list'>['age']>, today: Day): Condition {
  if (age === 'unknown') return { sql: `${DETECTED} < '0'`, parameters: [] };
  const { from, to } = detectedBetween(age, today);
  return { sql: `${DETECTED} BETWEEN ? AND ?`, parameters: [from ?? '0', to ?? '9999-12-31'] };
}

function rowView({ fact, issue, owner }: OwnedRow, today: Day): Output<'nonconformities.list'>['rows'][number] | null {
  const facts = fact.nonconformity;
  if (!facts) return null;
  const { grade, stage, detectedOn, effectivenessDue, closedOn } = facts;
  return {
    ...issue,
    grade,
    stage,
    detectedOn,
    ageInDays: detectedOn === null ? null : daysBetween(detectedOn, closedOn ?? today),
    effectivenessDue,
    overdue: isOverdue(facts, today),
    requirements: fact.requirements,
    systems: concernedSystems(fact).length,
    owner,
  };
}
