import type { Configuration } from '../store/configuration';
import type { Observed } from './observed';
import { fittingField } from './plan';
import { ownIssueTypes } from './plan-schemes';
import type { Wanted } from './wanted/wanted';

/** The ids that facts are read by, from the site as it is once every step is done. */
export function configurationFrom(before: Configuration, observed: Observed, wanted: Wanted): Configuration {
  const fields = wanted.fields.flatMap((field) => {
    const found = fittingField(field, observed.fields.get(field.key) ?? []);
    return found ? [[field.key, found.id] as const] : [];
  });
  const named = wanted.fields.find((field) => field.key === 'aims-requirements');
  const options = named
    ? (fittingField(named, observed.fields.get(named.key) ?? [])?.options ?? new Map<string, string>())
    : new Map<string, string>();
  return {
    ...before,
    fields: { ...before.fields, ...Object.fromEntries(fields) },
    issueTypes: {
      ...before.issueTypes,
      ...Object.fromEntries(ownIssueTypes(wanted, observed).map((type) => [type.key, type.id])),
    },
    statuses: statusKeys(observed, wanted),
    linkTypes: Object.fromEntries(
      wanted.linkTypes.flatMap((type) => {
        const found = observed.linkTypes.find((candidate) => candidate.name === type.name);
        return found ? [[type.role, found.id] as const] : [];
      }),
    ),
    requirementOptions: {
      ...before.requirementOptions,
      ...Object.fromEntries([...options].map(([text, id]) => [text.split(' ')[0] ?? '', id])),
    },
    projects: [...new Set([...before.projects, observed.project.id])].sort(),
  };
}

/** Status id -> `<work type>:<status key>`; two work types may share a status. */
function statusKeys(observed: Observed, wanted: Wanted): Record<string, string[]> {
  const ids = new Map(observed.statuses.map((status) => [status.name, status.id]));
  const keys: Record<string, string[]> = {};
  for (const type of wanted.workTypes) {
    for (const status of type.statuses) {
      const id = ids.get(status.name);
      if (id !== undefined) keys[id] = [...(keys[id] ?? []), `${type.key}:${status.key}`];
    }
  }
  return keys;
}
