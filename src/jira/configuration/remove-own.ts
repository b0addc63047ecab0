import { route } from '@forge/api';
import { AppError } from '../../errors';
import { type Identity, requestJira } from '../request';

/**
 * The only requests of the app that remove something of Jira's configuration (`npm run check` refuses them elsewhere). What
 * they remove they look up among what the app itself made in this installation: no id can be handed to them.
 */

/**
 * Removes the context for all projects that Jira made together with one of the app's own fields, and its options and values
 * with it ("Delete custom field context", Jira REST v3).
 * @param fieldKey the wanted field's key
 * @param made what the app made, as it is kept in the configuration
 * @returns false when there is nothing to remove: the app made no such field, or has forgotten the context since
 */
export async function removeFirstContext(
  fieldKey: string,
  made: Readonly<Record<string, string>>,
  as: Identity,
): Promise<boolean> {
  const fieldId = made[`field:${fieldKey}`];
  const contextId = made[`first-context:${fieldKey}`];
  if (fieldId === undefined || contextId === undefined) return false;
  try {
    await requestJira({ as, method: 'DELETE', route: route`/rest/api/3/field/${fieldId}/context/${contextId}` });
  } catch (error) {
    // Gone already: a crash came between Jira's answer and the forgetting.
    if (!(error instanceof AppError) || error.code !== 'jira-not-found') throw error;
  }
  return true;
}
