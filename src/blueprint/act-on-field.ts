import type { Step } from '../domain/setup/step';
import { describeOwnField } from '../jira/configuration/change-own';
import {
  addProjectToContext,
  contextsOf,
  createContext,
  createField,
  createOptions,
  optionsOf,
} from '../jira/configuration/field';
import { removeFirstContext } from '../jira/configuration/remove-own';
import type { Identity } from '../jira/request';
import { readConfiguration } from '../store/configuration';
import { described, markerOf } from './identity';
import type { ObservedFieldState } from './observed';
import { contextOf, fieldOf, joinedContext, lacksHelp, missingOptions, ownIssueTypes, refs } from './own';
import { forget, make, makeAll } from './ownership';
import type { Setting } from './setting';
import { JIRA_FIELD_TYPES, type WantedField } from './wanted/fields';
import { named } from './wanted/names';

/**
 * Brings one field to its wanted form: the field, a context that holds the project, and its options. Each part is looked up
 * first, so a run that was cut off in the middle goes on here. Of a field that is not the app's own nothing is removed.
 */
export async function actOnField({ key }: Step, { wanted, observed, as }: Setting): Promise<void> {
  const field = wanted.fields.find((candidate) => candidate.key === key);
  if (!field) return;
  const { found, name } = fieldOf(field, observed);
  const fieldId = found?.id ?? (await makeField(field, name, as));
  const contextId = await contextFor(field, fieldId, found, { wanted, observed, as });
  await completeOptions(field, fieldId, contextId, { wanted, observed, as });
  // Only now: until the project's own context is there, the field would have none.
  const { made } = await readConfiguration();
  if (await removeFirstContext(field.key, made, as)) await forget(refs.firstContext(field));
  if (found && lacksHelp(field, found, observed)) {
    const ref = refs.field(field);
    await describeOwnField(field.key, made, described(field.help, ref), markerOf(ref), as);
  }
}

/** Jira makes a context for all projects with each new field ("Create custom field"); its id is kept to remove it again. */
async function makeField(field: WantedField, name: string, as: Identity): Promise<string> {
  const { type, searcher } = JIRA_FIELD_TYPES[field.type];
  const ref = refs.field(field);
  const made = await makeAll([ref], async () => {
    const id = await createField(name, described(field.help, ref), type, searcher, as);
    const [first] = await contextsOf(id, false);
    return { [ref]: id, ...(first ? { [refs.firstContext(field)]: first.id } : {}) };
  });
  return made[ref] ?? '';
}

async function contextFor(
  field: WantedField,
  fieldId: string,
  found: ObservedFieldState | undefined,
  { wanted, observed, as }: Setting,
): Promise<string> {
  const covering = found && contextOf(field, found, observed);
  if (covering) return covering.id;
  const joined = found && joinedContext(field, found, observed);
  if (joined) {
    await addProjectToContext(fieldId, joined.id, observed.project.id, as);
    return joined.id;
  }
  const ref = refs.context(field);
  const types = typesFor(field, { wanted, observed, as });
  return make(ref, () =>
    createContext(fieldId, named.context(field.name), markerOf(ref), [observed.project.id], types, as),
  );
}

/** The issue types that carry the field; none for all of them. */
function typesFor(field: WantedField, { wanted, observed }: Setting): string[] {
  if (field.on === 'linked') return [];
  const carriers: readonly string[] = field.on;
  return ownIssueTypes(wanted, observed)
    .filter(({ key }) => carriers.includes(key))
    .map(({ id }) => id);
}

/** Adds the options that are missing; enrolling keeps the ids of all, and from then on people may word them as they like. */
async function completeOptions(
  field: WantedField,
  fieldId: string,
  contextId: string,
  { observed, as }: Setting,
): Promise<void> {
  if (!field.options) return;
  const present = new Map((await optionsOf(fieldId, contextId)).map(({ id, value }) => [value, id]));
  const missing = missingOptions(field, present, observed).map(({ text }) => text);
  if (missing.length > 0) await createOptions(fieldId, contextId, missing, as);
}
