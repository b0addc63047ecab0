import { DECIDED_FOR } from '../domain/approval/entry';
import type { Decisions } from '../domain/decision/decision';
import type { InCommonRow } from '../domain/in-common/row';
import { inCommonSubjectFrom } from '../domain/in-common/subject';
import type { TimeZone } from '../domain/time-zone';
import type { SystemThen } from '../domain/triage/row';
import { noteFrom } from './approval';
import { inList, query, type SqlValue } from './sql';

/**
 * Approvals of which there is one for each AI system (`triage`) or item and requirement (`in-common`): the versions in force, as
 * far as cells are counted from them.
 */
export const SUBJECT_KINDS = "('triage', 'in-common')";

/** The newest approval of each subject that was not withdrawn; a condition of the app's dialect on `a` narrows them. */
export const inForceRevisions = (where: string): string =>
  `(SELECT a.kind, a.subject, MAX(a.revision) AS revision FROM approval_entry a
    LEFT JOIN approval_entry w ON w.kind = a.kind AND w.subject = a.subject AND w.row_key = '' AND w.act = 'withdrawn' AND w.about = a.revision
    WHERE a.kind IN ${SUBJECT_KINDS} AND a.row_key = '' AND a.act = 'approved' AND w.revision IS NULL AND ${where}
    GROUP BY a.kind, a.subject)`;

const APPROVAL = 'in-force-approval';
const ROW = 'in-force-row';

/**
 * For a UNION ALL with other reads: of each version in force its approval and what it was decided for; triages of `systems`, and
 * everything that is met in common.
 */
export function inForceSelect(systems: readonly string[]): { sql: string; parameters: SqlValue[] } {
  return { sql: rowsInForce(`(a.kind = 'in-common' OR a.subject IN (${inList(systems)}))`), parameters: [...systems] };
}

const rowsInForce = (where: string): string =>
  `SELECT IF(r.row_key = '', '${APPROVAL}', '${ROW}') AS source, r.kind AS within, r.subject AS id, r.body AS body, r.at AS stamp, NULL AS ends_at FROM (
        SELECT e.kind, e.subject, e.row_key, e.body, e.at,
          ROW_NUMBER() OVER (PARTITION BY e.kind, e.subject, e.row_key ORDER BY e.revision DESC) AS age
        FROM approval_entry e JOIN ${inForceRevisions(where)} f ON f.kind = e.kind AND f.subject = e.subject AND e.revision <= f.revision
        WHERE e.row_key IN ('', '${DECIDED_FOR}')
      ) r WHERE r.age = 1`;

/** The triages in force of all AI systems, in one statement. @param zone in which the day of an approval is told */
export async function readTriages(zone: TimeZone): Promise<Decisions['triages']> {
  const rows = await query<SelectedRow>(rowsInForce("a.kind = 'triage'"), [], { stamp: 'number' });
  return triagesFrom(inForceFrom(rows, zone));
}

interface SelectedRow {
  source: string;
  within: string;
  id: string;
  body: string;
  stamp: number | null;
}

export interface InForce {
  kind: string;
  subject: string;
  approvedOn: string;
  validUntil: string;
  body: unknown;
}

/** What `inForceSelect` selected. @param zone in which the day of an approval is told */
export function inForceFrom(rows: readonly SelectedRow[], zone: TimeZone): InForce[] {
  const about = (row: SelectedRow) => `${row.within} ${row.id}`;
  const bodies = new Map(rows.filter(({ source }) => source === ROW).map((row) => [about(row), row.body]));
  return rows
    .filter(({ source }) => source === APPROVAL)
    .flatMap((row): InForce[] => {
      const body = bodies.get(about(row));
      const { validUntil } = noteFrom(row.body);
      if (body === undefined || validUntil === null) return [];
      const approvedOn = zone.dayOf(row.stamp ?? 0);
      return [{ kind: row.within, subject: row.id, approvedOn, validUntil, body: JSON.parse(body) }];
    });
}

export const triagesFrom = (inForce: readonly InForce[]): Decisions['triages'] =>
  inForce
    .filter(({ kind }) => kind === 'triage')
    .map(({ subject, approvedOn, validUntil, body }) => ({
      systemId: subject,
      approvedOn,
      validUntil,
      decidedFor: body as SystemThen,
    }));

export const metInCommonFrom = (inForce: readonly InForce[]): Decisions['metInCommon'] =>
  inForce
    .filter(({ kind }) => kind === 'in-common')
    .map(({ subject, validUntil, body }) => ({
      ...inCommonSubjectFrom(subject),
      systems: body as InCommonRow,
      validUntil,
      byOnePerson: false,
    }));

/** Items that are or were met in common: few, and counted for every AI system, with where they take their requirements from. */
export const COMMON_ITEMS = `SELECT subject AS item_id FROM aims_decision WHERE kind = 'met-in-common'
    UNION SELECT item_id FROM approval_entry WHERE kind = 'in-common' AND row_key = '${DECIDED_FOR}'`;
