import { REQUIREMENTS_FIELD } from '../../domain/vocabulary/linked';
import { optionKeyOf } from '../../domain/vocabulary/vocabulary';
import { contextsOf, type ObservedContext, optionsOf } from '../../jira/configuration/field';
import type { Configuration } from '../../store/configuration';

/** Option ids that a project's issues take: field key -> what the option means, its key -> Jira's id. */
export type ProjectOptions = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * The options of the fields of one issue type, in the context that the project uses, each by what it means: that is kept by
 * id, and what its text says now counts only for an option that nobody has looked at yet.
 * @param fieldKeys select fields; what the site does not have, or has lost, is passed over
 */
export async function optionsOfProject(
  projectId: string,
  issueTypeId: string,
  fieldKeys: readonly string[],
  configuration: Configuration,
): Promise<ProjectOptions> {
  const found = new Map<string, ReadonlyMap<string, string>>();
  for (const key of fieldKeys) {
    const fieldId = configuration.fields[key];
    if (fieldId === undefined || configuration.gone[`field:${key}`] !== undefined) continue;
    const context = covering(await contextsOf(fieldId, true), projectId, issueTypeId);
    if (!context) continue;
    const meanings = meaningsOf(key, configuration);
    const options = new Map<string, string>();
    for (const { id, value } of await optionsOf(fieldId, context.id)) {
      const meaning = meanings[id] ?? optionKeyOf(key, value);
      // Two options may mean the same, such as one that people made beside the app's: the first stands.
      if (meaning !== null && !options.has(meaning)) options.set(meaning, id);
    }
    found.set(key, options);
  }
  return found;
}

/** The context that the project names, else one for all projects. */
function covering(
  contexts: readonly ObservedContext[],
  projectId: string,
  issueTypeId: string,
): ObservedContext | undefined {
  const fitting = contexts.filter(
    ({ issueTypeIds }) => issueTypeIds.length === 0 || issueTypeIds.includes(issueTypeId),
  );
  return fitting.find(({ projectIds }) => projectIds.includes(projectId)) ?? fitting.find(({ isGlobal }) => isGlobal);
}

/** Option id -> what it means. Those of the field "AIMS requirements" mean requirements. */
function meaningsOf(key: string, { options, requirementOptions }: Configuration): Record<string, string> {
  const requirements =
    key === REQUIREMENTS_FIELD ? Object.entries(requirementOptions).map(([requirement, id]) => [id, requirement]) : [];
  return { ...Object.fromEntries(requirements), ...options[key] };
}
