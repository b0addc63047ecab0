import { join } from 'node:path';
import { openDatabase } from '../../local/sqlite';
import { FACET_COLUMNS } from '../../src/store/facets';

/** Issue ids of the local Jira have five digits, so that a copy's id is one with its number in front. */
const ID_LENGTH = 'jira:10000'.length;

/**
 * Copies what the app keeps of each item and of each AI system until there are `times` as many, in the files of a site that
 * is not running. Copies concern and link to one another as the originals do; Jira has none of them, so nothing may be
 * reconciled afterwards.
 */
export function multiply(data: string, times: number): void {
  const app = openDatabase(join(data, 'app.sqlite'));
  const [odd] = app.all(
    `SELECT item_id FROM item WHERE LENGTH(item_id) <> ${ID_LENGTH} AND item_id LIKE 'jira:%' LIMIT 1`,
  );
  if (odd) throw new Error(`An id of another length: ${odd.item_id}.`);
  for (let copy = 1; copy < times; copy += 1)
    app.transaction(() => {
      const id = (column: string) => `REPLACE(${column}, 'jira:', 'jira:${copy}000')`;
      const facets = FACET_COLUMNS.join(', ');
      const isOriginal = (column: string) => `LENGTH(${column}) = ${ID_LENGTH} AND ${column} LIKE 'jira:%'`;
      app.run(`INSERT INTO item (item_id, kind, project_id, ${facets}, fact, lost_on, checked_at, fence)
        SELECT ${id('item_id')}, kind, project_id, ${facets}, ${id('fact')}, lost_on, checked_at, fence
        FROM item WHERE ${isOriginal('item_id')}`);
      app.run(`INSERT INTO item_reference (item_id, role, target_id, gone, fence)
        SELECT ${id('item_id')}, role, ${id('target_id')}, gone, fence FROM item_reference WHERE ${isOriginal('item_id')}`);
      app.run(`INSERT INTO coverage_cell (scope, requirement_id, project_id, state, reasons, changes_on, fence)
        SELECT ${id('scope')}, requirement_id, project_id, state, ${id('reasons')}, changes_on, fence
        FROM coverage_cell WHERE ${isOriginal('scope')}`);
      app.run(`INSERT INTO coverage_history (scope, requirement_id, at, project_id, state)
        SELECT ${id('scope')}, requirement_id, at, project_id, state FROM coverage_history WHERE ${isOriginal('scope')}`);
    });
  app.close();
}
