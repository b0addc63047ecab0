import { type Difference, type Step, step } from '../domain/setup/step';
import { groupsOf } from '../domain/vocabulary/groups';
import { fieldCount, fieldsOfWorkType, placesOf, tabsLacking } from './form';
import type { Observed } from './observed';
import { fieldOf, screenOf } from './own';
import type { Wanted } from './wanted/wanted';
import type { WantedWorkType } from './wanted/work-types';

/** The screen of one work type: made with its tabs, or extended where fields are missing. */
export function planScreen(type: WantedWorkType, wanted: Wanted, observed: Observed): Step {
  const { found, namesakes, name } = screenOf(type, observed);
  const subject = { name: found?.name ?? name, fields: fieldCount(type, wanted) };
  if (!found) {
    const tabs = groupsOf(type.key).map((group) => group.name);
    const differences: Difference[] = [
      namesakes.length > 0 ? { code: 'beside-namesake' } : { code: 'screen-of', name: type.name },
      ...(tabs.length === 0 ? [] : [{ code: 'screen-tabs', names: tabs } as const]),
    ];
    return step('screen', type.key, 'create', subject, ...differences);
  }
  const unknown = fieldsOfWorkType(type, wanted).filter((field) => !fieldOf(field, observed).found);
  const seen = observed.ownScreens.get(type.key);
  const places = placesOf(type, wanted, observed);
  const missing = places.filter(({ fieldId }) => !seen?.fieldIds.includes(fieldId)).length + unknown.length;
  const tabs = tabsLacking(type, seen?.tabs ?? [], places).map(({ name: tab }) => tab);
  const lacks: Difference[] = [
    ...(missing === 0 ? [] : [{ code: 'screen-fields-missing', count: missing } as const]),
    ...(tabs.length === 0 ? [] : [{ code: 'screen-tabs-missing', names: tabs } as const]),
  ];
  return lacks.length === 0
    ? step('screen', type.key, 'keep', subject, { code: 'screen-complete' })
    : step('screen', type.key, 'extend', subject, ...lacks);
}
