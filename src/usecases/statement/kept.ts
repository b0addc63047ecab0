import type { Input } from '../../contract/procedures';
import { inForce } from '../../domain/approval/course';
import type { RowBody } from '../../domain/approval/entry';
import { issueIdOf } from '../../domain/item/item-id';
import type { Decided } from '../../domain/statement/row';
import { readCourse, readRows } from '../../store/approval';
import { STATEMENT } from '../../store/statement';
import { linksAsViewer } from './view';

type EnteredRow = Input<'statement.edit'>['rows'][number];

/** What whoever writes rows cannot send, since they may not see it or do not type it. */
export interface Kept {
  /** The row as the version in force has it, or null where it has none. */
  approved(key: string): RowBody | null;
  /** Links of a reason, by its place in the row as it stands, that the caller may not see. */
  hidden(key: string, place: number): readonly string[];
}

/** @param revision the newest that the caller has seen: rows that they write stand as they did then */
export async function keptIn(rows: readonly EnteredRow[], revision: number): Promise<Kept> {
  const back = rows.filter(({ body }) => body === 'as-approved').map(({ key }) => key);
  const approved = back.length === 0 ? new Map<string, RowBody>() : await readApproved(back);
  const kept = rows.filter(({ body }) => reasonsOf(body).some(({ was }) => was !== undefined)).map(({ key }) => key);
  const standing = kept.length === 0 ? new Map<string, RowBody>() : await readRows(STATEMENT, kept, revision);
  const shown = await linksAsViewer([...standing.values()], []);
  return {
    approved: (key) => approved.get(key) ?? null,
    hidden: (key, place) => {
      const { reasons = [] } = (standing.get(key) ?? {}) as unknown as Partial<Decided>;
      return (reasons[place]?.links ?? []).filter((link) => issueIdOf(link) !== null && !shown.has(link));
    },
  };
}

const reasonsOf = (body: EnteredRow['body']) => (body === null || body === 'as-approved' ? [] : body.reasons);

async function readApproved(keys: readonly string[]): Promise<Map<string, RowBody>> {
  const version = inForce(await readCourse(STATEMENT));
  return version === null ? new Map() : readRows(STATEMENT, keys, version.revision);
}
