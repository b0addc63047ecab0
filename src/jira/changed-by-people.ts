import { route } from '@forge/api';
import { z } from 'zod';
import { changesOf } from './changelog';
import { readJira } from './request';

/**
 * Of issues that the app created, the fields that somebody else changed since, by issue id ("Bulk fetch changelogs", Jira
 * REST v3). An issue that does not exist is absent; one that nobody else touched has an empty set.
 * @param issueIds at most 100
 */
export async function changedByPeople(
  issueIds: readonly string[],
  fieldIds: readonly string[],
): Promise<Map<string, Set<string>>> {
  const { issues } = await readJira(
    {
      as: 'app',
      method: 'POST',
      route: route`/rest/api/3/issue/bulkfetch`,
      body: { issueIdsOrKeys: issueIds, fields: ['creator'] },
    },
    z.object({
      issues: z.array(
        z.object({ id: z.string(), fields: z.object({ creator: z.object({ accountId: z.string() }).nullish() }) }),
      ),
    }),
  );
  const app = new Map(issues.map(({ id, fields }) => [id, fields.creator?.accountId]));
  const changed = new Map(issues.map(({ id }): [string, Set<string>] => [id, new Set()]));
  for await (const { issueId, fieldId, authorId } of changesOf([...app.keys()], fieldIds))
    if (fieldId !== '' && authorId !== (app.get(issueId) ?? null)) changed.get(issueId)?.add(fieldId);
  return changed;
}
