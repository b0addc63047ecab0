import type { RiskLibrary } from '../../../controls/decisions/risk-library';
import { describedWords } from '../../../src/words/risk-library';
import { documentOf } from '../../shared/bridge/document';
import { jiraRest } from '../../shared/bridge/jira-rest';
import { type FormField, formOf, type IssueType, issueTypesOf } from '../../shared/ui/new-issue';
import type { Context } from './context';

/**
 * Creates issues in Jira as the person. The app has no part in it: a panel may ask it about the issue beside it and about no
 * other one, so the new issue gets its requirement from Jira, by ids.
 */

export type LibraryRisk = RiskLibrary['risks'][number];

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
  /** A risk of the library that it begins with; it brings its description and who is affected, and no rating. */
  entry: LibraryRisk | null;
}

/** The issue types of the project that can implement a requirement, by id: people rename types. */
export const workTypes = async (projectId: string, ownTypes: readonly string[]): Promise<IssueType[]> =>
  (await issueTypesOf(projectId)).filter(({ id }) => !ownTypes.includes(id));

/** Creates an issue that names its requirement, and says what the library says, as far as the form of its type has the fields. */
export async function createIn(
  { projectId, typeId, summary, requirementId, entry }: Wish,
  { requirements, affected }: NonNullable<Context['creating']>,
): Promise<Made> {
  const form = requirementId === null && entry === null ? [] : await formOf(projectId, typeId);
  const named = requirementId === null ? {} : choose(form, requirements, [requirementId]);
  const hasDescription = form.some(({ fieldId }) => fieldId === 'description');
  const made = await jiraRest<{ id: string; key: string }>('POST', '/rest/api/3/issue', {
    fields: {
      project: { id: projectId },
      issuetype: { id: typeId },
      summary,
      ...named,
      ...(entry === null ? {} : choose(form, affected, entry.affected)),
      ...(entry !== null && hasDescription ? { description: documentOf(describedWords(entry)) } : {}),
    },
  });
  return { ...made, isNamed: requirementId === null || Object.keys(named).length > 0 };
}

/** The options of a field for these keys, of those that the form offers; nothing where it has no such field. */
function choose(
  form: readonly FormField[],
  { fieldId, options }: { fieldId: string | null; options: Record<string, string[]> },
  keys: readonly string[],
): Record<string, { id: string }[]> {
  const allowed = form.find((field) => field.fieldId === fieldId)?.allowedValues ?? [];
  const wanted = keys.flatMap((key) => allowed.find(({ id }) => options[key]?.includes(id)) ?? []);
  return fieldId === null || wanted.length === 0 ? {} : { [fieldId]: wanted.map(({ id }) => ({ id })) };
}
