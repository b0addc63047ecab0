import { route } from '@forge/api';
import { z } from 'zod';
import { AppError } from '../errors';
import { requestJira } from './request';

/** Most members of one answer ("Get users from group", Jira REST v3). */
const PAGE = 50;
/** The group is gone, or the app may not look into it. */
const UNREADABLE = [400, 401, 403, 404];

const memberSchema = z.object({ accountId: z.string(), accountType: z.string(), active: z.boolean() });
const pageSchema = z.object({ isLast: z.boolean(), values: z.array(memberSchema) });

/**
 * Account ids of the people of a group: neither apps nor customers, nor whose account is closed. Read as the app, which needs
 * `manage:jira-configuration`. Null where the group cannot be read.
 * @throws AppError jira-rate-limited, jira-unavailable, jira-answer-unexpected
 */
export async function peopleOfGroup(groupId: string): Promise<string[] | null> {
  const people: string[] = [];
  for (let startAt = 0; ; startAt += PAGE) {
    const page = await readMembers(groupId, startAt, PAGE);
    if (page === null) return null;
    people.push(
      ...page.values
        .filter(({ accountType, active }) => accountType === 'atlassian' && active)
        .map(({ accountId }) => accountId),
    );
    if (page.isLast || page.values.length === 0) return people;
  }
}

/** Whether the app can read who is in a group. */
export const isReadableGroup = async (groupId: string): Promise<boolean> => (await readMembers(groupId, 0, 1)) !== null;

async function readMembers(groupId: string, startAt: number, maxResults: number) {
  const { status, body } = await requestJira({
    as: 'app',
    method: 'GET',
    route: route`/rest/api/3/group/member?groupId=${groupId}&includeInactiveUsers=false&startAt=${startAt}&maxResults=${maxResults}`,
    accept: UNREADABLE,
  });
  if (UNREADABLE.includes(status)) return null;
  const page = pageSchema.safeParse(body);
  if (!page.success) throw new AppError('jira-answer-unexpected', {}, page.error);
  return page.data;
}
