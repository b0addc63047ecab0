import { concludedAsWords, type GRADES_TO_RAISE, reportWords } from '../../../src/words/conclusions';
import { documentOf } from '../../shared/bridge/document';
import { jiraRest } from '../../shared/bridge/jira-rest';
import { formOf } from '../../shared/ui/new-issue';
import type { Conclusion, Raising } from './conclusion';

interface Wish {
  projectId: string;
  typeId: string;
  summary: string;
  grade: keyof typeof GRADES_TO_RAISE;
}

/**
 * Creates a nonconformity in Jira as the person, filled in with what the conclusion says as far as its form has the fields.
 */
export async function createFinding(
  { projectId, typeId, summary, grade }: Wish,
  conclusion: Conclusion,
  raising: Raising,
): Promise<{ id: string; key: string }> {
  const form = await formOf(projectId, typeId);
  const onForm = (fieldId: string | undefined) => form.find((field) => field.fieldId === fieldId);
  const chosen = (field: string, key: string) => {
    const ids = raising.options[field]?.[key] ?? [];
    const allowed = onForm(raising.fields[field])?.allowedValues?.find(({ id }) => ids.includes(id));
    return allowed === undefined ? {} : { [raising.fields[field] ?? '']: { id: allowed.id } };
  };
  const detected = onForm(raising.fields['detected-on']);
  return jiraRest('POST', '/rest/api/3/issue', {
    fields: {
      project: { id: projectId },
      issuetype: { id: typeId },
      summary,
      ...(onForm('description') ? { description: descriptionOf(conclusion) } : {}),
      ...chosen('grade', grade),
      ...(conclusion.kind === 'independent-check' ? {} : chosen('origin', conclusion.kind)),
      ...(detected ? { [detected.fieldId]: conclusion.concludedOn } : {}),
    },
  });
}

/** What the conclusion says, and of what. */
function descriptionOf(conclusion: Conclusion) {
  const { words, sampled } = conclusion;
  return documentOf([
    concludedAsWords(conclusion),
    ...(words?.auditBody || words?.report ? [reportWords(words.auditBody, words.report)] : []),
    ...(words?.sample.split('\n') ?? []),
    ...sampled.issues.map(({ key, summary }) => `${key} ${summary}`),
  ]);
}
