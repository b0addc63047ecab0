import type { Step } from '../domain/setup/step';
import { groupsOf } from '../domain/vocabulary/groups';
import { nameOwnFirstTab } from '../jira/configuration/change-own';
import {
  addFieldToScreen,
  createScreen,
  createTab,
  type ObservedTab,
  screenFields,
} from '../jira/configuration/screen';
import type { Identity } from '../jira/request';
import { readConfiguration } from '../store/configuration';
import { isFresh, type Place, placesOf, tabFor, tabsLacking } from './form';
import { markerOf } from './identity';
import { refs, screenOf } from './own';
import { make } from './ownership';
import type { Setting } from './setting';
import type { WantedWorkType } from './wanted/work-types';

/**
 * Brings the screen of one work type to its wanted form: the screen, its tabs, and the fields on them. All tabs come before the
 * first field, so a run that was cut off in between still finds a screen that it may group.
 */
export async function actOnScreen({ key }: Step, { wanted, observed, as }: Setting): Promise<void> {
  const type = wanted.workTypes.find((candidate) => candidate.key === key);
  if (!type) return;
  const ref = refs.screen(type);
  const { found, name } = screenOf(type, observed);
  const screenId =
    found?.id ?? Number(await make(ref, async () => String(await createScreen(name, markerOf(ref), as))));
  const seen = observed.ownScreens.get(type.key) ?? (await screenFields(screenId));
  const places = placesOf(type, wanted, observed);
  const tabs = await makeTabs(type, screenId, seen.tabs, places, as);
  for (const { fieldId, group } of places.filter((place) => !seen.fieldIds.includes(place.fieldId))) {
    const tab = tabFor(group, type, tabs, places);
    if (tab) await addFieldToScreen(screenId, tab.id, fieldId, as);
  }
}

/** Jira makes a screen with one tab under a name of its own: that one becomes the first group's. */
async function makeTabs(
  type: WantedWorkType,
  screenId: number,
  seen: readonly ObservedTab[],
  places: readonly Place[],
  as: Identity,
): Promise<readonly ObservedTab[]> {
  const [first] = groupsOf(type.key);
  const [begun] = seen;
  let tabs = seen;
  if (first && begun && isFresh(seen) && begun.name !== first.name) {
    await nameOwnFirstTab(type.key, (await readConfiguration()).made, first.name, as);
    tabs = [{ ...begun, name: first.name }];
  }
  for (const { name } of tabsLacking(type, tabs, places)) {
    tabs = [...tabs, { id: await createTab(screenId, name, as), name, fieldIds: [] }];
  }
  return tabs;
}
