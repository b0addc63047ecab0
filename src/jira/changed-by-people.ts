import { route } from '@forge/api';
import { z } from 'zod';
import { readJira } from './request';

const changelogPage = z.object({
  issueChangeLogs: z.array(
    z.object({
      issueId: z.string(),
      changeHistories: z.array(
        z.object({
          author: z.object({ accountId: z.string() }).nullish(),
          items: z.array(z.object({ fieldId: z.string().optional() })),
        }),
      ),
    }),
  ),
  nextPageToken: z.string().nullish(),
});

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
  if (issues.length === 0) return changed;
  for await (const { issueId, changeHistories } of changelogs([...app.keys()], fieldIds)) {
    const byPeople = changeHistories.filter(({ author }) => author?.accountId !== app.get(issueId));
    for (const { fieldId } of byPeople.flatMap(({ items }) => items)) if (fieldId) changed.get(issueId)?.add(fieldId);
  }
  return changed;
}

async function* changelogs(issueIds: readonly string[], fieldIds: readonly string[]) {
  let nextPageToken: string | null | undefined;
  do {
    const page = await readJira(
      {
        as: 'app',
        method: 'POST',
        route: route`/rest/api/3/changelog/bulkfetch`,
        body: { issueIdsOrKeys: issueIds, fieldIds, ...(nextPageToken ? { nextPageToken } : {}) },
      },
      changelogPage,
    );
    yield* page.issueChangeLogs;
    nextPageToken = page.nextPageToken;
  } while (nextPageToken);
}
