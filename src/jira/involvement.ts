import { route } from '@forge/api';
import { z } from 'zod';
import { changesOf } from './changelog';
import { readJira } from './request';

/** What somebody is or was to an issue. */
export type Part = 'assignee' | 'reporter' | 'creator' | 'owner';

/** Most issues that one request names: "Bulk fetch issues" takes 100, "Bulk fetch changelogs" 1,000 (Jira REST v3). */
const BULK = 100;
const user = z.object({ accountId: z.string() }).nullish();

/**
 * What a person was to each of the issues since an instant, by the issues and their changelogs: as it stands, and as it was
 * before somebody changed it. Issues to which they were nothing, and such as do not exist, are absent.
 * @param ownerFields ids of user fields that name an owner
 * @param since epoch milliseconds; a creator stays one
 */
export async function partsOf(
  accountId: string,
  issueIds: readonly string[],
  ownerFields: readonly string[],
  since: number,
): Promise<Map<string, Set<Part>>> {
  const found = new Map<string, Set<Part>>();
  const add = (issueId: string, part: Part) => found.set(issueId, (found.get(issueId) ?? new Set()).add(part));
  const fields = new Map<string, Part>([
    ['assignee', 'assignee'],
    ['reporter', 'reporter'],
    ...ownerFields.map((id): [string, Part] => [id, 'owner']),
  ]);
  for (let start = 0; start < issueIds.length; start += BULK) {
    const chunk = issueIds.slice(start, start + BULK);
    for (const issue of await fetchPeople(chunk, [...fields.keys(), 'creator']))
      for (const [field, part] of [...fields, ['creator', 'creator'] as const]) {
        const value = user.safeParse(issue.fields[field]);
        if (value.success && value.data?.accountId === accountId) add(issue.id, part);
      }
    // Whoever gave a field away had it, and whoever got it has it.
    for await (const { issueId, fieldId, created, from, to } of changesOf(chunk, [...fields.keys()])) {
      const part = fields.get(fieldId);
      if (part && new Date(created).getTime() >= since && [from, to].includes(accountId)) add(issueId, part);
    }
  }
  return found;
}

async function fetchPeople(issueIds: readonly string[], fields: readonly string[]) {
  const { issues } = await readJira(
    {
      as: 'app',
      method: 'POST',
      route: route`/rest/api/3/issue/bulkfetch`,
      body: { issueIdsOrKeys: issueIds, fields },
    },
    z.object({ issues: z.array(z.object({ id: z.string(), fields: z.record(z.string(), z.unknown()) })) }),
  );
  return issues;
}
