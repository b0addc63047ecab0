import { assumeTrustedRoute } from '@forge/api';
import { z } from 'zod';
import { readJira } from './request';

const page = z.object({ values: z.array(z.object({ id: z.string(), key: z.string(), name: z.string() })) });

/** Most ids of one search ("Get projects paginated", Jira REST v3). */
const IDS = 50;

/** Projects as the viewer may see them: what they may not browse is absent. One call for each 50. */
export async function projectsAsViewer(
  projectIds: readonly string[],
): Promise<Map<string, { key: string; name: string }>> {
  const found = new Map<string, { key: string; name: string }>();
  for (let start = 0; start < projectIds.length; start += IDS) {
    const ids = projectIds.slice(start, start + IDS).map((id) => `id=${Number(id)}`);
    const { values } = await readJira(
      {
        as: 'user',
        method: 'GET',
        route: assumeTrustedRoute(`/rest/api/3/project/search?${ids.join('&')}&maxResults=${IDS}`),
      },
      page,
    );
    for (const { id, key, name } of values) found.set(id, { key, name });
  }
  return found;
}
