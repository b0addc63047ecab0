import { type Course, courseOf, type Version } from '../domain/approval/course';
import { type Content, contentOf, type RowBody } from '../domain/approval/entry';
import { ORGANISATION } from '../domain/coverage/cell';
import { GONE } from '../domain/item/standing';
import { type Applicability, effectOf } from '../domain/statement/effect';
import type { Found } from '../domain/statement/review';
import { rowKeyFrom } from '../domain/statement/row';
import type { TimeZone } from '../domain/time-zone';
import { actedFrom, noteFrom, writtenFrom } from './approval';
import { CRITERIA } from './criteria';
import { FRESHNESS_SELECT, type Freshness, queryFreshRows } from './freshness';
import { reclassifiedSelect } from './reviewed';
import { inList, query, type SqlValue } from './sql';

/** The Statement of Applicability is one, of the organisation. */
export const STATEMENT = { kind: 'statement', subject: ORGANISATION } as const;

const OF_STATEMENT = `kind = '${STATEMENT.kind}' AND subject = '${STATEMENT.subject}'`;

/** The revision of the version in force: of the newest approval that was not withdrawn. NULL where there is none. */
const IN_FORCE = `(SELECT MAX(a.revision) FROM approval_entry a WHERE ${OF_STATEMENT} AND a.row_key = '' AND a.act = 'approved'
    AND a.revision NOT IN (SELECT w.about FROM approval_entry w WHERE ${OF_STATEMENT} AND w.row_key = '' AND w.act = 'withdrawn'))`;

const NEWEST = `(SELECT MAX(n.revision) FROM approval_entry n WHERE ${OF_STATEMENT})`;

/** Rows as they stood at a revision; a condition of the app's dialect narrows them. */
const rowsAt = (revision: string, where: string): string =>
  `(SELECT row_key, body, revision, person, ROW_NUMBER() OVER (PARTITION BY row_key ORDER BY revision DESC) AS age
    FROM approval_entry WHERE ${OF_STATEMENT} AND row_key <> '' AND revision <= ${revision} AND ${where})`;

const ROW = 'statement';
const APPROVAL = 'statement-approval';
const BEGUN = 'statement-begun';

/**
 * What cells are counted from, for a UNION ALL with other reads: rows of the version in force (of deviations those of
 * `systems`), its approval, and whether anybody has begun.
 */
export function statementSelect(systems: readonly string[]): { sql: string; parameters: SqlValue[] } {
  return {
    sql: `SELECT '${ROW}', '', r.row_key, r.body, NULL, NULL FROM ${rowsAt(IN_FORCE, `item_id IN ('', ${inList(systems)})`)} r WHERE r.age = 1
      UNION ALL SELECT '${APPROVAL}', '', '', body, at, NULL FROM approval_entry WHERE ${OF_STATEMENT} AND row_key = '' AND revision = ${IN_FORCE}
      UNION ALL SELECT '${BEGUN}', '', '', '', COUNT(*), NULL FROM approval_entry WHERE ${OF_STATEMENT} AND row_key = '' AND revision = 1`,
    parameters: [...systems],
  };
}

interface SelectedRow {
  source: string;
  id: string;
  body: string;
  stamp: number | null;
}

/** What `statementSelect` selected, as the domain wants it. @param zone in which the day of the approval is told */
export function applicabilityFrom(rows: readonly SelectedRow[], zone: TimeZone): Applicability {
  const of = (source: string) => rows.filter((row) => row.source === source);
  const content = of(ROW).map(({ id, body }) => writtenFrom({ row_key: id, body, revision: 0, person: '' }));
  const [approval] = of(APPROVAL);
  return {
    ...effectOf(contentOf(content)),
    approved: approval
      ? {
          on: zone.dayOf(approval.stamp ?? 0),
          validUntil: noteFrom(approval.body).validUntil,
        }
      : null,
    isBegun: of(BEGUN).some(({ stamp }) => (stamp ?? 0) > 0),
  };
}

/** The Statement without its deviations: how far it has come, the version in force and the draft; and how far the risk criteria have. */
export interface Statement {
  course: Course;
  criteria: Course;
  /** Empty while no version is in force. */
  approved: Content;
  draft: Content;
}

interface Row {
  source: 'act' | 'criteria' | 'approved' | 'draft';
  row_key: string;
  revision: number;
  act: string;
  about: number;
  at: number;
  person: string;
  body: string;
}

/** The Statement without deviations, in one statement. */
export async function readStatement(): Promise<Statement> {
  const own = "item_id = ''";
  const rows = await query<Row>(
    `SELECT 'act' AS source, row_key, revision, act, about, at, person, body FROM approval_entry
       WHERE ${OF_STATEMENT} AND row_key = '' AND (act <> 'drafted' OR revision = ${NEWEST})
     UNION ALL SELECT 'criteria', row_key, revision, act, about, at, person, body FROM approval_entry
       WHERE kind = '${CRITERIA.kind}' AND subject = '${CRITERIA.subject}' AND row_key = ''
     UNION ALL SELECT 'approved', r.row_key, r.revision, '', 0, 0, r.person, r.body FROM ${rowsAt(IN_FORCE, own)} r WHERE r.age = 1
     UNION ALL SELECT 'draft', d.row_key, d.revision, '', 0, 0, d.person, d.body FROM ${rowsAt(NEWEST, own)} d WHERE d.age = 1`,
    [],
    { revision: 'number', about: 'number', at: 'number' },
  );
  const of = (source: Row['source']) => rows.filter((row) => row.source === source);
  const courseIn = (source: 'act' | 'criteria') =>
    courseOf(
      of(source)
        .sort((a, b) => a.revision - b.revision)
        .map(actedFrom),
    );
  return {
    course: courseIn('act'),
    criteria: courseIn('criteria'),
    approved: contentOf(of('approved').map(writtenFrom)),
    draft: contentOf(of('draft').map(writtenFrom)),
  };
}

/** Risks that are named one by one; the others are counted. */
const NAMED_RISKS = 20;

export interface BesideStatement {
  /** Living AI risks by the control that they name. */
  needed: Map<string, Found>;
  /** By control, how many rows deviate from its own. */
  deviations: Map<string, number>;
  /** AI systems of which the part, role or class changed since the version in force was approved. */
  reclassified: Found;
  /** Account ids behind tokens. */
  people: Map<string, string>;
}

/**
 * What living risks need, how many rows deviate, which AI systems were reclassified, and whom tokens mean: one statement.
 * @param version the one in force, or null
 */
export async function readBeside(
  tokens: readonly string[],
  at: 'draft' | 'in force',
  version: Pick<Version, 'at'> | null,
): Promise<BesideStatement> {
  const reclassified = reclassifiedSelect(version?.at ?? null);
  const rows = await query<{ what: string; part: string; id: string; n: number }>(
    `SELECT 'risk' AS what, r.part, r.id, r.n FROM (
       SELECT n.target_id AS part, i.item_id AS id, COUNT(*) OVER (PARTITION BY n.target_id) AS n,
         ROW_NUMBER() OVER (PARTITION BY n.target_id ORDER BY i.item_id) AS place
       FROM item i JOIN item_reference n ON n.item_id = i.item_id
       WHERE i.kind = 'ai-risk' AND i.lost_on IS NULL AND i.standing <> '${GONE}' AND n.role IN ('names', 'names-alone') AND n.gone = 0
     ) r WHERE r.place <= ${NAMED_RISKS}
     UNION ALL SELECT 'deviation', d.part, '', COUNT(*) FROM (
       SELECT part, body, ROW_NUMBER() OVER (PARTITION BY row_key ORDER BY revision DESC) AS age
       FROM approval_entry WHERE ${OF_STATEMENT} AND item_id <> '' AND revision <= ${at === 'draft' ? NEWEST : IN_FORCE}
     ) d WHERE d.age = 1 AND d.body <> 'null' GROUP BY d.part
     UNION ALL SELECT 'reclassified', '', c.item_id, c.n FROM (${reclassified.sql}) c
     UNION ALL SELECT 'person', token, account_id, 0 FROM person WHERE account_id IS NOT NULL AND token IN (${inList(tokens)})`,
    [...reclassified.parameters, ...tokens],
    { n: 'number' },
  );
  const needed = new Map<string, Found>();
  for (const { what, part, id, n } of rows)
    if (what === 'risk') needed.set(part, { count: n, items: [...(needed.get(part)?.items ?? []), id] });
  const of = (wanted: string) => rows.filter(({ what }) => what === wanted);
  return {
    needed,
    reclassified: { count: of('reclassified')[0]?.n ?? 0, items: of('reclassified').map(({ id }) => id) },
    deviations: new Map(of('deviation').map(({ part, n }) => [part, n])),
    people: new Map(of('person').map(({ part, id }) => [part, id])),
  };
}

/** Rows of a control that deviate, by the AI systems they are about; a page of them as the draft has them, or a revision had. */
export async function readDeviations(
  part: string,
  revision: number,
  after: string,
  limit: number,
): Promise<{ key: string; itemId: string; body: Record<string, unknown> }[]> {
  const rows = await query<{ row_key: string; item_id: string; body: string }>(
    `SELECT row_key, item_id, body FROM (
       SELECT row_key, item_id, body, ROW_NUMBER() OVER (PARTITION BY row_key ORDER BY revision DESC) AS age
       FROM approval_entry WHERE ${OF_STATEMENT} AND part = ? AND item_id <> '' AND row_key > ? AND revision <= ?
     ) d WHERE age = 1 AND body <> 'null' ORDER BY row_key LIMIT ${Math.trunc(limit)}`,
    [part, after, revision],
  );
  return rows.map(({ row_key, item_id, body }) => ({
    key: row_key,
    itemId: item_id,
    body: JSON.parse(body) as Record<string, unknown>,
  }));
}

/** Deviations of a control that are told one by one where all controls are shown; the others are counted. */
const TOLD_DEVIATIONS = 3;

export interface DeviationsOfControl {
  count: number;
  some: { itemId: string; body: RowBody }[];
}

/**
 * By control, what holds otherwise for single AI systems by the version in force: some of it and how much there is. With how fresh
 * figures are, in one statement.
 * @param projectId null: of all AI systems
 */
export async function readDeviationsInForce(
  projectId: string | null,
): Promise<{ deviations: Map<string, DeviationsOfControl>; fresh: Freshness }> {
  const { rows, fresh } = await queryFreshRows<{ what: string; word: string; n: number | null; body: string }>(
    `SELECT f.what, f.word, f.n, '' AS body FROM (${FRESHNESS_SELECT}) f
     UNION ALL SELECT 'deviation', d.row_key, d.n, d.body FROM (
       SELECT r.row_key, r.body, COUNT(*) OVER (PARTITION BY r.part) AS n, ROW_NUMBER() OVER (PARTITION BY r.part ORDER BY r.row_key) AS place
       FROM (
         SELECT row_key, part, item_id, body, ROW_NUMBER() OVER (PARTITION BY row_key ORDER BY revision DESC) AS age
         FROM approval_entry WHERE ${OF_STATEMENT} AND item_id <> '' AND revision <= ${IN_FORCE}
       ) r ${projectId === null ? '' : 'JOIN item i ON i.item_id = r.item_id'}
       WHERE r.age = 1 AND r.body <> 'null' ${projectId === null ? '' : 'AND i.project_id = ?'}
     ) d WHERE d.place <= ${TOLD_DEVIATIONS}`,
    projectId === null ? [] : [projectId],
    { n: 'number' },
  );
  const deviations = new Map<string, DeviationsOfControl>();
  for (const { what, word, n, body } of rows) {
    if (what !== 'deviation') continue;
    const { control, system } = rowKeyFrom(word);
    const some = deviations.get(control)?.some ?? [];
    const told = { itemId: system ?? '', body: JSON.parse(body) as RowBody };
    deviations.set(control, { count: n ?? 0, some: [...some, told] });
  }
  return { deviations, fresh };
}

/** Which of these rows somebody wrote after a revision. */
export async function writtenSince(keys: readonly string[], revision: number): Promise<string[]> {
  const rows = await query<{ row_key: string }>(
    `SELECT DISTINCT row_key FROM approval_entry WHERE ${OF_STATEMENT} AND revision > ? AND row_key IN (${inList(keys)})`,
    [revision, ...keys],
  );
  return rows.map(({ row_key }) => row_key);
}

/** Every key of a control of one's own that was ever given. */
export async function ownKeys(): Promise<string[]> {
  const rows = await query<{ row_key: string }>(
    `SELECT DISTINCT row_key FROM approval_entry WHERE ${OF_STATEMENT} AND row_key LIKE 'own/%' AND item_id = ''`,
  );
  return rows.map(({ row_key }) => row_key);
}

/** The version in force as it stands for one AI system: rows of controls, and the deviations of that system. */
export async function readInForceFor(itemId: string): Promise<Content> {
  const rows = await query<{ row_key: string; body: string; revision: number; person: string }>(
    `SELECT row_key, body, revision, person FROM ${rowsAt(IN_FORCE, "item_id IN ('', ?)")} r WHERE r.age = 1`,
    [itemId],
    { revision: 'number' },
  );
  return contentOf(rows.map(writtenFrom));
}
