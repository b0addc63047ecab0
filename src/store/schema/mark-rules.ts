import { ORGANISATION } from '../../domain/coverage/cell';
import { markSubjects, subjectsOf } from '../mark';
import { query } from '../sql';

/**
 * Marks every state that is stored: rules are others than in 0.1.0, and what nothing touches would else stand as those counted it.
 */
export async function markRules(): Promise<null> {
  const cells = await query<{ requirement_id: string }>(
    'SELECT DISTINCT requirement_id FROM coverage_cell WHERE scope = ?',
    [ORGANISATION],
  );
  const requirements = cells.map(({ requirement_id }) => requirement_id);
  const now = Date.now();
  // Stamps of marks are microseconds.
  await markSubjects(subjectsOf({ systems: [], requirements, everySystem: true }), now * 1_000);
  return null;
}
