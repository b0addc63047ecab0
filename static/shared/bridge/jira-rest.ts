import { requestJira } from '@forge/bridge';
import { jiraAnsweredWords, MEND_WHAT_JIRA_NAMES } from '../../../src/words/screens/shared/calls';
import { CallError } from './call-error';

/**
 * Jira's REST as the person in front of the screen, for what the app's back end has no part in.
 * @throws CallError `jira` with Jira's own words
 */
export async function jiraRest<Answer>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer> {
  const response = await requestJira(path, {
    method,
    headers: { Accept: 'application/json', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer as Answer;
  const { errorMessages = [], errors = {} } = (answer ?? {}) as {
    errorMessages?: string[];
    errors?: Record<string, string>;
  };
  const words = [...errorMessages, ...Object.values(errors)].join(' ') || jiraAnsweredWords(response.status);
  throw new CallError('jira', words, MEND_WHAT_JIRA_NAMES, null);
}
