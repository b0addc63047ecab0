import { ORGANISATION } from '../../domain/coverage/cell';
import { markSubjects, subjectsOf } from '../mark';
import { query } from '../sql';

/**
 * Marks every state that is stored: rules are others than in 0.1.0, and what nothing touches would else stand as those counted it.
 */
export async function markRules(): Promise<null> {
  const units = await query<{ unit: string; what: string }>(
    `SELECT DISTINCT scope AS unit, 'system' AS what FROM coverage_cell WHERE scope <> ?
     UNION ALL SELECT DISTINCT requirement_id, 'requirement' FROM coverage_cell WHERE scope = ?`,
    [ORGANISATION, ORGANISATION],
  );
  const all = (what: string) => units.filter((one) => one.what === what).map(({ unit }) => unit);
  const reached = { systems: all('system'), requirements: all('requirement'), everySystem: false };
  // Stamps of marks are microseconds.
  await markSubjects(subjectsOf(reached), Date.now() * 1_000);
  return null;
}
