import { type FormGroup, groupsOf } from '../domain/vocabulary/groups';
import type { ObservedTab } from '../jira/configuration/screen';
import type { Observed } from './observed';
import { fieldOf } from './own';
import type { WantedField } from './wanted/fields';
import type { Wanted } from './wanted/wanted';
import type { WantedWorkType } from './wanted/work-types';

/** Which fields a work type's screen shows, and on which of its tabs each stands. Pure. */

/** Jira's own fields come first. */
const SYSTEM_FIELDS = ['summary', 'description', 'assignee', 'duedate', 'labels', 'issuelinks'] as const;

/** A field of a screen with the key of its group. */
export interface Place {
  fieldId: string;
  group: string | null;
}

export const fieldsOfWorkType = (type: WantedWorkType, wanted: Wanted): WantedField[] =>
  wanted.fields.filter((field) => field.on === 'linked' || field.on.includes(type.key));

/** How many fields the screen shows when nothing is missing. */
export const fieldCount = (type: WantedWorkType, wanted: Wanted): number =>
  SYSTEM_FIELDS.length + fieldsOfWorkType(type, wanted).length;

/** Every field of the form that exists; one without a group stands in the first. */
export function placesOf(type: WantedWorkType, wanted: Wanted, observed: Observed): Place[] {
  const groups = groupsOf(type.key);
  const first = groups[0]?.key ?? null;
  const own = fieldsOfWorkType(type, wanted).flatMap((field): Place[] => {
    const fieldId = fieldOf(field, observed).found?.id;
    const group = groups.some(({ key }) => key === field.group) ? (field.group ?? first) : first;
    return fieldId === undefined ? [] : [{ fieldId, group }];
  });
  return [...SYSTEM_FIELDS.map((fieldId) => ({ fieldId, group: first })), ...own];
}

/** As Jira makes a screen: one tab, and no field on it. */
export const isFresh = ([tab, ...others]: readonly ObservedTab[]): boolean =>
  others.length === 0 && tab?.fieldIds.length === 0;

/**
 * The tabs that a screen is still to get. Only a screen that begins with the app's first tab is grouped: one that an earlier
 * version made, or that people have arranged, keeps the tabs that it has. A tab that people renamed is known by its fields.
 */
export function tabsLacking(
  type: WantedWorkType,
  tabs: readonly ObservedTab[],
  places: readonly Place[],
): readonly FormGroup[] {
  const groups = groupsOf(type.key);
  if (groups.length === 0 || !(isFresh(tabs) || tabs[0]?.name === groups[0]?.name)) return [];
  return groups.filter(({ key, name }) => !tabs.some((tab) => tab.name === name) && !tabWithMost(key, tabs, places));
}

/** Where a field of the group belongs: among its like, else on the tab of the group's name, else on the first. */
export function tabFor(
  group: string | null,
  type: WantedWorkType,
  tabs: readonly ObservedTab[],
  places: readonly Place[],
): ObservedTab | undefined {
  const name = groupsOf(type.key).find(({ key }) => key === group)?.name;
  return tabWithMost(group, tabs, places) ?? tabs.find((tab) => tab.name === name) ?? tabs[0];
}

function tabWithMost(
  group: string | null,
  tabs: readonly ObservedTab[],
  places: readonly Place[],
): ObservedTab | undefined {
  const alike = new Set(places.filter((place) => place.group === group).map(({ fieldId }) => fieldId));
  const shown = ({ fieldIds }: ObservedTab): number => fieldIds.filter((id) => alike.has(id)).length;
  const [most] = tabs.toSorted((a, b) => shown(b) - shown(a));
  return most && shown(most) > 0 ? most : undefined;
}
