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
          created: z.union([z.string(), z.number()]),
          items: z.array(
            z.object({ fieldId: z.string().optional(), from: z.string().nullish(), to: z.string().nullish() }),
          ),
        }),
      ),
    }),
  ),
  nextPageToken: z.string().nullish(),
});

/** Most fields that one request names. */
const FIELDS = 10;

/** One change of one field of an issue. */
export interface FieldChange {
  issueId: string;
  fieldId: string;
  /** Account id; null where Jira does not tell. */
  authorId: string | null;
  /** When, as Jira writes it: ISO 8601 or epoch milliseconds. */
  created: string | number;
  /** Ids of the values, as the changelog has them; null for none. */
  from: string | null;
  to: string | null;
}

/**
 * Every change of the fields of the issues, page by page ("Bulk fetch changelogs", Jira REST v3).
 * @param issueIds at most 1,000
 */
export async function* changesOf(
  issueIds: readonly string[],
  fieldIds: readonly string[],
): AsyncGenerator<FieldChange> {
  if (issueIds.length === 0) return;
  for (let start = 0; start < fieldIds.length; start += FIELDS)
    yield* pagesOf(issueIds, fieldIds.slice(start, start + FIELDS));
}

async function* pagesOf(issueIds: readonly string[], fieldIds: readonly string[]): AsyncGenerator<FieldChange> {
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
    for (const { issueId, changeHistories } of page.issueChangeLogs)
      for (const { author, created, items } of changeHistories)
        for (const { fieldId = '', from = null, to = null } of items)
          yield { issueId, fieldId, authorId: author?.accountId ?? null, created, from, to };
    nextPageToken = page.nextPageToken;
  } while (nextPageToken);
}
