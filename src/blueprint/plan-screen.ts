import { groupsOf } from '../domain/vocabulary/groups';
import { fieldCount, fieldsOfWorkType, placesOf, tabsLacking } from './form';
import type { Observed } from './observed';
import { fieldOf, screenOf } from './own';
import { beside, type Step, step } from './step';
import type { Wanted } from './wanted/wanted';
import type { WantedWorkType } from './wanted/work-types';

/** The screen of one work type: made with its tabs, or extended where fields are missing. */
export function planScreen(type: WantedWorkType, wanted: Wanted, observed: Observed): Step {
  const { found, namesakes, name } = screenOf(type, observed);
  const what = `Screen "${found?.name ?? name}" with ${fieldCount(type, wanted)} fields`;
  if (!found) {
    const groups = groupsOf(type.key).map((group) => `"${group.name}"`);
    const on = groups.length === 0 ? '' : ` Its fields stand on the tabs ${groups.join(', ')}.`;
    const why = namesakes.length > 0 ? beside('screen') : `For the issue type "${type.name}".`;
    return step('screen', type.key, 'create', what, `${why}${on}`);
  }
  const unknown = fieldsOfWorkType(type, wanted).filter((field) => !fieldOf(field, observed).found);
  const seen = observed.ownScreens.get(type.key);
  const places = placesOf(type, wanted, observed);
  const missing = places.filter(({ fieldId }) => !seen?.fieldIds.includes(fieldId)).length + unknown.length;
  const tabs = tabsLacking(type, seen?.tabs ?? [], places);
  const lacks = [
    missing === 0 ? '' : `${missing} fields are missing.`,
    tabs.length === 0 ? '' : `It gets the tabs ${tabs.map((tab) => `"${tab.name}"`).join(', ')}.`,
  ].filter((one) => one !== '');
  return lacks.length === 0
    ? step('screen', type.key, 'keep', what, 'There already, with every field.')
    : step('screen', type.key, 'extend', what, lacks.join(' '));
}
