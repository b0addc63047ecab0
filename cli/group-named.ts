/** The id of the site's group with this name, by "Bulk get groups" (Jira REST v3). @throws Error where there is none */
export async function groupNamed(get: <Answer>(path: string) => Promise<Answer>, name: string): Promise<string> {
  const path = `/rest/api/3/group/bulk?groupName=${encodeURIComponent(name)}`;
  const { values } = await get<{ values: { groupId: string }[] }>(path);
  if (!values[0]) throw new Error(`The site has no group ${name}.`);
  return values[0].groupId;
}
