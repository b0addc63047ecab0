import { route } from '@forge/api';
import { z } from 'zod';
import { ISSUE_PROPERTY } from './issue';
import { readJira, requestJira } from './request';

/** Changes that a person makes through the app. All are made as that person: Jira decides whether they may. */

const editMeta = z.object({ fields: z.record(z.string(), z.unknown()) });

/** Whether the user can set the field on the issue: it is on its edit screen and they may edit it. */
export async function canEditField(issueId: string, fieldId: string): Promise<boolean> {
  const answer = await readJira(
    { as: 'user', method: 'GET', route: route`/rest/api/3/issue/${issueId}/editmeta` },
    editMeta,
  );
  return fieldId in answer.fields;
}

/** Adds or removes one option of a multi-select field. */
export async function changeOption(
  issueId: string,
  fieldId: string,
  optionId: string,
  verb: 'add' | 'remove',
): Promise<void> {
  await requestJira({
    as: 'user',
    method: 'PUT',
    route: route`/rest/api/3/issue/${issueId}`,
    body: { update: { [fieldId]: [{ [verb]: { id: optionId } }] } },
  });
}

const property = z.object({ value: z.looseObject({ requirements: z.array(z.string()).optional() }) });

/** Requirements that the issue property names; what else it holds is kept when it is written. */
async function readProperty(issueId: string): Promise<Record<string, unknown> & { requirements: string[] }> {
  const answer = await requestJira({
    as: 'user',
    method: 'GET',
    route: route`/rest/api/3/issue/${issueId}/properties/${ISSUE_PROPERTY}`,
    accept: [404],
  });
  const parsed = property.safeParse(answer.body);
  return parsed.success
    ? { ...parsed.data.value, requirements: parsed.data.value.requirements ?? [] }
    : { requirements: [] };
}

/** Names or no longer names a requirement in the issue property. @returns false when it is so already */
export async function changeProperty(issueId: string, requirementId: string, verb: 'add' | 'remove'): Promise<boolean> {
  const stored = await readProperty(issueId);
  const others = stored.requirements.filter((id) => id !== requirementId);
  const wanted = verb === 'add' ? [...others, requirementId].sort() : others;
  if (verb === 'remove' && others.length === stored.requirements.length) return false;
  await requestJira({
    as: 'user',
    method: 'PUT',
    route: route`/rest/api/3/issue/${issueId}/properties/${ISSUE_PROPERTY}`,
    body: { ...stored, requirements: wanted },
  });
  return true;
}

type End = { id: string } | { key: string };

/** Links `from` <outward text> `to`. @throws AppError jira-not-found for an unknown or hidden end */
export async function linkIssues(from: End, linkTypeId: string, to: End): Promise<void> {
  await requestJira({
    as: 'user',
    method: 'POST',
    route: route`/rest/api/3/issueLink`,
    body: { type: { id: linkTypeId }, inwardIssue: from, outwardIssue: to },
  });
}

const home = z.object({ id: z.string(), fields: z.object({ project: z.object({ id: z.string() }) }) });

/** An issue and its project by id or key, as the viewer. @throws AppError jira-not-found for an unknown or hidden one */
export async function placeOfIssue(idOrKey: string): Promise<{ issueId: string; projectId: string }> {
  const { id, fields } = await readJira(
    { as: 'user', method: 'GET', route: route`/rest/api/3/issue/${idOrKey}?fields=project` },
    home,
  );
  return { issueId: id, projectId: fields.project.id };
}

/** The project of an issue, as the viewer. */
export const projectOfIssue = async (issueId: string): Promise<string> => (await placeOfIssue(issueId)).projectId;
