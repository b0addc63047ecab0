import { route } from '@forge/api';
import { type Identity, requestJira } from '../request';
import { customField } from './field';
import { screenFields } from './screen';

/**
 * The only requests of the app that change a field or a screen instead of adding one (`npm run check` refuses them elsewhere).
 * What they change they look up among what the app itself made in this installation: no id can be handed to them. Jira has no
 * version of either to write against, so each is looked at right before, and left alone where people have had a hand in it.
 */

/**
 * Writes a description where there is none. The name is not sent and stays ("Update custom field", Jira REST v3).
 * @param fieldKey the wanted field's key
 * @param made what the app made, as it is kept in the configuration
 * @param marker what earlier versions wrote; whatever else stands there is people's
 */
export async function describeOwnField(
  fieldKey: string,
  made: Readonly<Record<string, string>>,
  description: string,
  marker: string,
  as: Identity,
): Promise<void> {
  const fieldId = made[`field:${fieldKey}`];
  if (fieldId === undefined) return;
  const [field] = await customField(fieldId);
  if (!field || !['', marker].includes(field.description.trim())) return;
  await requestJira({ as, method: 'PUT', route: route`/rest/api/3/field/${fieldId}`, body: { description } });
}

/**
 * Names the tab that Jira makes with a new screen, as long as it is the only one and shows no field ("Update screen tab", Jira
 * REST v3).
 * @param workTypeKey whose screen it is
 */
export async function nameOwnFirstTab(
  workTypeKey: string,
  made: Readonly<Record<string, string>>,
  name: string,
  as: Identity,
): Promise<void> {
  const screenId = made[`screen:${workTypeKey}`];
  if (screenId === undefined) return;
  const { tabs } = await screenFields(Number(screenId));
  const [tab, ...others] = tabs;
  if (!tab || others.length > 0 || tab.fieldIds.length > 0) return;
  await requestJira({
    as,
    method: 'PUT',
    route: route`/rest/api/3/screens/${screenId}/tabs/${tab.id}`,
    body: { name },
  });
}
