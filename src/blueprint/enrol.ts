import type { Configuration } from '../store/configuration';
import type { Observed } from './observed';
import { fieldOf, linkTypeOf, ownIssueTypes, statusOf } from './own';
import type { Wanted } from './wanted/wanted';

/** The ids that facts are read by, from the site as it is once every step is done. */
export function configurationFrom(
  before: Configuration,
  observed: Observed,
  wanted: Wanted,
  now: number,
): Configuration {
  const fields = wanted.fields.flatMap((field) => {
    const { found } = fieldOf(field, observed);
    return found ? [[field.key, found.id] as const] : [];
  });
  const options = optionIds(before, observed, wanted);
  return {
    ...before,
    fields: { ...before.fields, ...Object.fromEntries(fields) },
    issueTypes: {
      ...before.issueTypes,
      ...Object.fromEntries(ownIssueTypes(wanted, observed).map((type) => [type.key, type.id])),
    },
    statuses: statusKeys(observed, wanted),
    linkTypes: linkTypeIds(observed, wanted),
    options,
    requirementOptions: {
      ...before.requirementOptions,
      ...Object.fromEntries(Object.entries(options['aims-requirements'] ?? {}).map(([id, key]) => [key, id])),
    },
    projects: [...new Set([...before.projects, observed.project.id])].sort(),
    enrolledAt: { [observed.project.id]: now, ...before.enrolledAt },
  };
}

/** Option ids with what they mean, of this project's contexts and those that were looked at before. */
function optionIds({ options }: Configuration, observed: Observed, wanted: Wanted): Configuration['options'] {
  const learned = wanted.fields.flatMap((field) => {
    const { found } = fieldOf(field, observed);
    const known = options[field.key] ?? {};
    const fresh = [...(found?.options ?? [])].flatMap(([text, id]) => {
      const key = known[id] ?? field.options?.find((option) => option.text === text)?.key;
      return key === undefined ? [] : [[id, key] as const];
    });
    return fresh.length === 0 ? [] : [[field.key, { ...known, ...Object.fromEntries(fresh) }] as const];
  });
  return { ...options, ...Object.fromEntries(learned) };
}

export function linkTypeIds(observed: Observed, wanted: Wanted): Record<string, string> {
  return Object.fromEntries(
    wanted.linkTypes.flatMap((type) => {
      const { found } = linkTypeOf(type, observed);
      return found ? [[type.role, found.id] as const] : [];
    }),
  );
}

/** Status id -> `<work type>:<status key>`; two work types may share a status. */
function statusKeys(observed: Observed, wanted: Wanted): Record<string, string[]> {
  const keys: Record<string, string[]> = {};
  for (const type of wanted.workTypes) {
    for (const status of type.statuses) {
      const id = statusOf(status, observed).found?.id;
      if (id !== undefined) keys[id] = [...(keys[id] ?? []), `${type.key}:${status.key}`];
    }
  }
  return keys;
}
