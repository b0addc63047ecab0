import { AppError } from '../errors';
import { allCustomFields, contextsOf, type ObservedField, optionsOf } from '../jira/configuration/field';
import { allIssueTypes, issueTypeSchemeOf } from '../jira/configuration/issue-type';
import { allLinkTypes } from '../jira/configuration/link-type';
import { allProjects, isTeamManaged, readProject } from '../jira/configuration/project';
import {
  allScreenSchemes,
  findScreens,
  issueTypeScreenSchemeOf,
  readScreens,
  screenFields,
} from '../jira/configuration/screen';
import { allStatuses, findWorkflows } from '../jira/configuration/workflow';
import { workflowSchemeOf } from '../jira/configuration/workflow-scheme';
import { named, type Observed, type ObservedFieldState, type ObservedScreen } from './observed';
import { JIRA_FIELD_TYPES, type WantedField } from './wanted/fields';
import type { Wanted } from './wanted/wanted';
import type { WorkTypeKey } from './wanted/work-types';

/** The parts of the site that a step can change; each can be looked at again alone. */
export type Part =
  | 'issue-types'
  | 'statuses'
  | 'link-types'
  | 'workflows'
  | 'fields'
  | 'screens'
  | 'screen-schemes'
  | 'issue-type-scheme'
  | 'workflow-scheme';

/** Parallel requests of one look: well under Jira's burst limit of 100 a second. */
const AT_ONCE = 10;

/**
 * Looks at the site as it is, seen from one project.
 * @throws AppError project-team-managed: such projects cannot take the configuration
 */
export async function observe(projectId: string, wanted: Wanted, enrolled: boolean): Promise<Observed> {
  const project = await readProject(projectId);
  if (isTeamManaged(project)) throw new AppError('project-team-managed');
  const empty: Observed = {
    project: { id: project.id, key: project.key, teamManaged: false },
    issueTypes: [],
    statuses: [],
    linkTypes: [],
    workflows: [],
    fields: new Map(),
    screens: new Map(),
    screenSchemes: [],
    issueTypeScreenScheme: { id: '', name: '', sharedBy: [], isDefault: false, mappings: {} },
    otherScreens: [],
    issueTypeScheme: { id: '', name: '', sharedBy: [], isDefault: false, issueTypeIds: [], defaultIssueTypeId: null },
    workflowScheme: { id: null, name: '', sharedBy: [], isDefault: false, defaultWorkflow: 'jira', mappings: {} },
    enrolled,
  };
  let observed = empty;
  for (const part of [
    'issue-types',
    'statuses',
    'link-types',
    'workflows',
    'fields',
    'issue-type-scheme',
    'workflow-scheme',
    'screen-schemes',
    'screens',
  ] as const) {
    observed = { ...observed, ...(await observePart(part, observed, wanted)) };
  }
  return observed;
}

/** Looks at one part again. */
export async function observePart(part: Part, observed: Observed, wanted: Wanted): Promise<Partial<Observed>> {
  const projectId = observed.project.id;
  switch (part) {
    case 'issue-types':
      return { issueTypes: await allIssueTypes() };
    case 'statuses':
      return { statuses: await allStatuses() };
    case 'link-types':
      return { linkTypes: await allLinkTypes() };
    case 'workflows':
      return { workflows: await findWorkflows('AIMS') };
    case 'fields':
      return { fields: await observeFields(wanted.fields, projectId) };
    case 'issue-type-scheme':
      return { issueTypeScheme: await issueTypeSchemeOf(projectId, await companyManagedProjects()) };
    case 'workflow-scheme':
      return { workflowScheme: await workflowSchemeOf(projectId, await companyManagedProjects()) };
    case 'screen-schemes':
      return {
        screenSchemes: await allScreenSchemes(),
        issueTypeScreenScheme: await issueTypeScreenSchemeOf(projectId, await companyManagedProjects()),
      };
    case 'screens':
      return { screens: await ownScreens(wanted), otherScreens: await otherScreens(observed, wanted) };
  }
}

async function companyManagedProjects(): Promise<string[]> {
  return (await allProjects()).filter((project) => !isTeamManaged(project)).map((project) => project.id);
}

async function observeFields(
  wantedFields: readonly WantedField[],
  projectId: string,
): Promise<Map<string, ObservedFieldState[]>> {
  const existing = await allCustomFields();
  const found = new Map<string, ObservedFieldState[]>();
  const pairs = wantedFields.flatMap((field) =>
    existing.filter((candidate) => candidate.name === field.name).map((candidate) => [field, candidate] as const),
  );
  for (let start = 0; start < pairs.length; start += AT_ONCE) {
    const states = await Promise.all(
      pairs
        .slice(start, start + AT_ONCE)
        .map(async ([field, candidate]) => [field.key, await observeField(field, candidate, projectId)] as const),
    );
    for (const [key, state] of states) found.set(key, [...(found.get(key) ?? []), state]);
  }
  return found;
}

/** One existing field with its contexts and, for the context that holds the project, its options. */
export async function observeField(
  field: WantedField,
  candidate: ObservedField,
  projectId: string,
): Promise<ObservedFieldState> {
  if (candidate.type !== JIRA_FIELD_TYPES[field.type].type) return { ...candidate, contexts: [], options: new Map() };
  const contexts = await contextsOf(candidate.id);
  const context =
    contexts.find((entry) => entry.projectIds.includes(projectId)) ?? contexts.find((entry) => !entry.isGlobal);
  const options = field.options && context ? await optionsOf(candidate.id, context.id) : [];
  return { ...candidate, contexts, options: new Map(options.map(({ id, value }) => [value, id])) };
}

async function ownScreens(wanted: Wanted): Promise<Map<WorkTypeKey, ObservedScreen>> {
  const screens = await findScreens('AIMS');
  const own = new Map<WorkTypeKey, ObservedScreen>();
  for (const workType of wanted.workTypes) {
    const screen = screens.find((candidate) => candidate.name === named.screen(workType.name));
    if (screen) own.set(workType.key, { ...screen, ...(await screenFields(screen.id)) });
  }
  return own;
}

/** The screens of every issue type of the project that is not the app's own. */
async function otherScreens(observed: Observed, wanted: Wanted): Promise<ObservedScreen[]> {
  const names = new Set(wanted.workTypes.map((type) => type.name));
  const ownTypes = new Set(observed.issueTypes.filter((type) => names.has(type.name)).map((type) => type.id));
  const schemeIds = new Set(
    ['default', ...observed.issueTypeScheme.issueTypeIds.filter((id) => !ownTypes.has(id))].flatMap(
      (id) => observed.issueTypeScreenScheme.mappings[id] ?? [],
    ),
  );
  const used = observed.screenSchemes.filter((scheme) => schemeIds.has(String(scheme.id)));
  const ids = [...new Set(used.flatMap((scheme) => Object.values(scheme.screens ?? {})))].filter(
    (id) => id !== undefined,
  );
  const screens = (await readScreens(ids)).filter((screen) => ids.includes(screen.id));
  return Promise.all(screens.map(async (screen) => ({ ...screen, ...(await screenFields(screen.id)) })));
}
