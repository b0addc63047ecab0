import type { Day } from '../domain/day';
import { inCommonSubject, inCommonSubjectFrom } from '../domain/in-common/subject';
import type { ItemId } from '../domain/item/item-fact';
import { noteFrom } from './approval';
import { bodyOf } from './decision';
import { inForceRevisions } from './in-force';
import type { SqlValue } from './sql';

const [BY_ONE, DUE, APPROVED] = ['common-by-one', 'common-due', 'common-approved'];

/** What one item meets in common, by requirement, for a UNION ALL with other reads. */
export function inCommonOf(item: ItemId): { sql: string; parameters: SqlValue[] } {
  return {
    sql: `SELECT '${BY_ONE}' AS what, d.requirement_id AS word, d.body AS body, 0 AS n FROM (
        SELECT requirement_id, body, ROW_NUMBER() OVER (PARTITION BY requirement_id ORDER BY at DESC, decision_id DESC) AS age
        FROM aims_decision WHERE kind = 'met-in-common' AND subject = ?
      ) d WHERE d.age = 1
      UNION ALL SELECT '${DUE}', '', body, 0 FROM aims_decision WHERE kind = 'second-person-due'
      UNION ALL SELECT '${APPROVED}', e.subject, e.body, 0 FROM approval_entry e
        JOIN ${inForceRevisions("a.kind = 'in-common' AND a.subject LIKE ?")} f
          ON f.kind = e.kind AND f.subject = e.subject AND f.revision = e.revision
        WHERE e.row_key = ''`,
    parameters: [item, `${inCommonSubject({ item, requirementId: '' })}%`],
  };
}

/** Until when an item is met in common for a requirement, and whether one person alone decided so. */
export interface InCommonUntil {
  until: Day;
  byOnePerson: boolean;
}

/** What `inCommonOf` selected, by requirement. */
export function inCommonFrom(
  rows: readonly { what: string; word: string; body: string }[],
): Map<string, InCommonUntil> {
  const of = (what: string | undefined) => rows.filter((row) => row.what === what);
  const due = of(DUE)[0];
  const until = due ? bodyOf('second-person-due', due.body).until : null;
  const byOne = of(BY_ONE).flatMap(({ word, body }): [string, InCommonUntil][] =>
    until === null || bodyOf('met-in-common', body).withdrawn ? [] : [[word, { until, byOnePerson: true }]],
  );
  const approved = of(APPROVED).flatMap(({ word, body }): [string, InCommonUntil][] => {
    const { validUntil } = noteFrom(body);
    const { requirementId } = inCommonSubjectFrom(word);
    return validUntil === null ? [] : [[requirementId, { until: validUntil, byOnePerson: false }]];
  });
  return new Map([...byOne, ...approved]);
}
