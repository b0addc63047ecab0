import { route } from '@forge/api';
import { z } from 'zod';
import { changesOf } from './changelog';
import { readJira } from './request';

/** Most issues of one bulk fetch, and of one fetch of changelogs (Jira REST v3). */
const FETCHED = 100;
const CHANGELOGS = 1_000;

/** An issue that the app created, as it stands now. */
export interface WrittenIssue {
  /** Values by field id, as Jira writes them; of a field that the issue does not have, nothing. */
  fields: Readonly<Record<string, unknown>>;
  statusId: string;
  /** Key of the status category: `new`, `indeterminate` or `done`. */
  category: string;
  creatorId: string | null;
}

const issues = z.object({
  issues: z.array(
    z.object({
      id: z.string(),
      fields: z.looseObject({
        creator: z.object({ accountId: z.string() }).nullish(),
        status: z.object({ id: z.string(), statusCategory: z.object({ key: z.string() }) }),
      }),
    }),
  ),
});

/** Issues by id with the values of these fields ("Bulk fetch issues", Jira REST v3). Those that do not exist are absent. */
export async function readWritten(
  issueIds: readonly string[],
  fieldIds: readonly string[],
): Promise<Map<string, WrittenIssue>> {
  const found = new Map<string, WrittenIssue>();
  for (let start = 0; start < issueIds.length; start += FETCHED) {
    const answer = await readJira(
      {
        as: 'app',
        method: 'POST',
        route: route`/rest/api/3/issue/bulkfetch`,
        body: {
          issueIdsOrKeys: issueIds.slice(start, start + FETCHED),
          fields: [...new Set([...fieldIds, 'creator', 'status'])],
        },
      },
      issues,
    );
    for (const { id, fields } of answer.issues)
      found.set(id, {
        fields,
        statusId: fields.status.id,
        category: fields.status.statusCategory.key,
        creatorId: fields.creator?.accountId ?? null,
      });
  }
  return found;
}

/**
 * Of issues that the app created, the fields that somebody else changed since, by issue id ("Bulk fetch changelogs", Jira
 * REST v3). One that nobody else touched has an empty set.
 */
export async function changedByPeople(
  written: ReadonlyMap<string, WrittenIssue>,
  fieldIds: readonly string[],
): Promise<Map<string, Set<string>>> {
  const ids = [...written.keys()];
  const changed = new Map(ids.map((id): [string, Set<string>] => [id, new Set()]));
  for (let start = 0; start < ids.length; start += CHANGELOGS)
    for await (const { issueId, fieldId, authorId } of changesOf(ids.slice(start, start + CHANGELOGS), fieldIds))
      if (fieldId !== '' && authorId !== (written.get(issueId)?.creatorId ?? null)) changed.get(issueId)?.add(fieldId);
  return changed;
}
