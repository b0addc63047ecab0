import { route } from '@forge/api';
import { z } from 'zod';
import { readJira } from './request';

const issues = z.object({ issues: z.array(z.object({ fields: z.record(z.string(), z.unknown()) })) });
const account = z.object({ accountId: z.string(), active: z.boolean() });

/** Most issues that one request names ("Bulk fetch issues", Jira REST v3). */
export const ACCOUNTS_A_CALL = 100;

/**
 * Which of the people that issues name are still there, by account id. Told by the issues themselves, which the app may
 * read anyway: a point an issue, where asking for users would cost two a person and a scope of its own. Who stands on none
 * of them any more is absent. At most 100 issues.
 * @param userFields ids of fields that hold a person
 */
export async function areActive(
  issueIds: readonly string[],
  userFields: readonly string[],
): Promise<Map<string, boolean>> {
  if (issueIds.length === 0) return new Map();
  const answer = await readJira(
    {
      as: 'app',
      method: 'POST',
      route: route`/rest/api/3/issue/bulkfetch`,
      body: { issueIdsOrKeys: issueIds, fields: userFields },
    },
    issues,
  );
  return new Map(
    answer.issues
      .flatMap(({ fields }) => userFields.flatMap((field) => account.safeParse(fields[field]).data ?? []))
      .map(({ accountId, active }) => [accountId, active]),
  );
}
