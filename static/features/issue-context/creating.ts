import { jiraRest } from '../../shared/bridge/jira-rest';
import { createMeta, type IssueType, issueTypesOf } from '../../shared/ui/new-issue';
import type { Context } from './context';

/**
 * Creates issues in Jira as the person. The app has no part in it: a panel may ask it about the issue beside it and about no
 * other one, so the new issue gets its requirement from Jira, by ids.
 */

export interface Made {
  id: string;
  key: string;
  /** It names its requirement, or needs none. */
  isNamed: boolean;
}

interface Wish {
  projectId: string;
  typeId: string;
  summary: string;
  requirementId: string | null;
}

/** The issue types of the project that can implement a requirement, by id: people rename types. */
export const workTypes = async (projectId: string, ownTypes: readonly string[]): Promise<IssueType[]> =>
  (await issueTypesOf(projectId)).filter(({ id }) => !ownTypes.includes(id));

/** Creates an issue that names its requirement, where the form of its type has the field for it. */
export async function createIn(
  { projectId, typeId, summary, requirementId }: Wish,
  { fieldId, options }: NonNullable<Context['creating']>['requirements'],
): Promise<Made> {
  const optionId =
    requirementId === null || fieldId === null
      ? null
      : await offered(projectId, typeId, fieldId, options[requirementId] ?? []);
  const requirement = optionId === null || fieldId === null ? {} : { [fieldId]: [{ id: optionId }] };
  const made = await jiraRest<{ id: string; key: string }>('POST', '/rest/api/3/issue', {
    fields: { project: { id: projectId }, issuetype: { id: typeId }, summary, ...requirement },
  });
  return { ...made, isNamed: requirementId === null || optionId !== null };
}

/** The one of the options that the form of the type offers; null when it has no such field. */
async function offered(
  projectId: string,
  typeId: string,
  fieldId: string,
  optionIds: readonly string[],
): Promise<string | null> {
  const { fields } = await jiraRest<{ fields: { fieldId: string; allowedValues?: { id: string }[] }[] }>(
    'GET',
    `${createMeta(projectId)}/${Number(typeId)}?maxResults=200`,
  );
  const allowed = fields.find((field) => field.fieldId === fieldId)?.allowedValues ?? [];
  return allowed.find(({ id }) => optionIds.includes(id))?.id ?? null;
}
