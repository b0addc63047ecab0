import {
  addProjectToContext,
  contextsOf,
  createContext,
  createField,
  createOptions,
  deleteContext,
  type ObservedContext,
  optionsOf,
} from '../jira/configuration/field';
import type { Identity } from '../jira/request';
import type { Setting } from './act';
import { fittingField } from './plan';
import { ownIssueTypes } from './plan-schemes';
import type { Step } from './step';
import { JIRA_FIELD_TYPES, type WantedField } from './wanted/fields';

/**
 * Brings one field to its wanted form: the field, one context with the enrolled projects, its options, and no global
 * context of its own. Each part is looked up first, so a run that was cut off in the middle goes on here.
 */
export async function actOnField({ key }: Step, { wanted, observed, as }: Setting): Promise<void> {
  const field = wanted.fields.find((candidate) => candidate.key === key);
  if (!field) return;
  const found = fittingField(field, observed.fields.get(field.key) ?? []);
  const { type, searcher } = JIRA_FIELD_TYPES[field.type];
  const fieldId = found?.id ?? (await createField(field.name, `aims:field:${field.key}:1`, type, searcher, as));
  const issueTypeIds =
    field.on === 'linked'
      ? []
      : ownIssueTypes(wanted, observed)
          .filter((entry) => (field.on as readonly string[]).includes(entry.key))
          .map((entry) => entry.id);
  const contexts = await contextsOf(fieldId);
  const contextId = await contextFor(field, fieldId, contexts, observed.project.id, issueTypeIds, as);
  await completeOptions(field, fieldId, contextId, as);
  await dropOwnGlobalContext(fieldId, await contextsOf(fieldId), as);
}

async function contextFor(
  field: WantedField,
  fieldId: string,
  contexts: readonly ObservedContext[],
  projectId: string,
  issueTypeIds: readonly string[],
  as: Identity,
): Promise<string> {
  const holding = contexts.find((context) => context.projectIds.includes(projectId));
  if (holding) return holding.id;
  const own = contexts.find((context) => !context.isGlobal && context.name === `AIMS ${field.name}`);
  if (!own) return createContext(fieldId, `AIMS ${field.name}`, [projectId], issueTypeIds, as);
  await addProjectToContext(fieldId, own.id, projectId, as);
  return own.id;
}

async function completeOptions(field: WantedField, fieldId: string, contextId: string, as: Identity): Promise<void> {
  if (!field.options) return;
  const present = new Set((await optionsOf(fieldId, contextId)).map((option) => option.value));
  const missing = field.options.filter((option) => !present.has(option));
  if (missing.length > 0) await createOptions(fieldId, contextId, missing, as);
}

/** The global context that Jira made with the field; one that somebody else's field has is not the app's to delete. */
async function dropOwnGlobalContext(
  fieldId: string,
  contexts: readonly ObservedContext[],
  as: Identity,
): Promise<void> {
  if (!contexts.some((context) => context.name.startsWith('AIMS '))) return;
  for (const context of contexts) if (context.isGlobal) await deleteContext(fieldId, context.id, as);
}
