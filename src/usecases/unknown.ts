import type { Context } from '../context';
import { MAIN_FRAMEWORK } from '../domain/requirement/requirement-id';
import { countUnknownOf } from '../store/cell';

/** How many cells of each rest on something that Jira has lost: a statement more, asked only while something is missing. */
export async function unknownOf(
  column: 'project_id' | 'scope',
  ids: readonly string[],
  { configuration }: Pick<Context, 'configuration'>,
): Promise<ReadonlyMap<string, number>> {
  const isAnythingGone = Object.keys(configuration.gone).length > 0;
  return isAnythingGone ? countUnknownOf(column, ids, MAIN_FRAMEWORK) : new Map();
}
