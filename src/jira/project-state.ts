import { z } from 'zod';
import { allValues } from './pages';

/** Ids of the site's projects in a state ("Get projects paginated", Jira REST v3, `status`); live projects are the others. */
export async function projectsInState(state: 'archived'): Promise<string[]> {
  const found = await allValues(`/rest/api/3/project/search?status=${state}`, z.object({ id: z.string() }));
  return found.map(({ id }) => id).sort();
}
