/** The group `jira-users`: its members have a Jira licence. */
export const USERS_GROUP = '6c9a1f60-0000-4000-8000-000000000002';
