import type { WorkTypeKey } from '../domain/vocabulary/field';
import { AppError } from '../errors';
import {
  allCustomFields,
  contextsOf,
  customField,
  customFieldsWith,
  type ObservedField,
  optionsOf,
} from '../jira/configuration/field';
import { allIssueTypes, issueTypeSchemeOf, linkTypesNotedOn, projectsOfTypes } from '../jira/configuration/issue-type';
import { allLinkTypes } from '../jira/configuration/link-type';
import { allProjects, isTeamManaged, readProject } from '../jira/configuration/project';
import {
  allScreenSchemes,
  allScreens,
  issueTypeScreenSchemeOf,
  readScreens,
  screenFields,
} from '../jira/configuration/screen';
import { allStatuses, allWorkflows } from '../jira/configuration/workflow';
import { workflowSchemeOf } from '../jira/configuration/workflow-scheme';
import { readConfiguration } from '../store/configuration';
import { isOwn, type Known, knownFrom, markerOf, sameName } from './identity';
import type { Observed, ObservedFieldState, ObservedScreen, Part } from './observed';
import { contextOf, issueTypeOf, joinedContext, refs, screenOf } from './own';
import type { Choices } from './step';
import { JIRA_FIELD_TYPES, type WantedField } from './wanted/fields';
import type { Wanted } from './wanted/wanted';

/** Parallel requests of one look: well under Jira's burst limit of 100 a second. */
const AT_ONCE = 10;

/**
 * Looks at the site as it is, seen from one project.
 * @throws AppError project-team-managed: such projects cannot take the configuration
 */
export async function observe(projectId: string, wanted: Wanted, choices: Choices): Promise<Observed> {
  const project = await readProject(projectId);
  if (isTeamManaged(project)) throw new AppError('project-team-managed');
  const configuration = await readConfiguration();
  const empty: Observed = {
    project: { id: project.id, key: project.key, teamManaged: false },
    known: knownFrom(configuration, choices.adopt),
    issueTypes: [],
    projectsOfType: new Map(),
    statuses: [],
    linkTypes: [],
    workflows: [],
    fields: new Map(),
    fieldNames: [],
    screens: [],
    ownScreens: new Map(),
    screenSchemes: [],
    issueTypeScreenScheme: { id: '', name: '', sharedBy: [], isDefault: false, mappings: {} },
    otherScreens: [],
    issueTypeScheme: { id: '', name: '', sharedBy: [], isDefault: false, issueTypeIds: [], defaultIssueTypeId: null },
    workflowScheme: { id: null, name: '', sharedBy: [], isDefault: false, defaultWorkflow: 'jira', mappings: {} },
    enrolled: configuration.projects.includes(projectId),
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

/** What the app knows now: it changes with each object that is made. */
export async function knownNow({ known }: Observed): Promise<Known> {
  const now = knownFrom(await readConfiguration(), [...known.adopt]);
  return { ...now, ids: { ...known.ids, ...now.ids } };
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
      return { linkTypes: await allLinkTypes(), known: await withLinkTypes(observed, wanted) };
    case 'workflows':
      return { workflows: await allWorkflows() };
    case 'fields':
      return observeFields(wanted.fields, observed);
    case 'issue-type-scheme': {
      const projects = await companyManagedProjects();
      const scheme = await issueTypeSchemeOf(projectId, projects);
      return { issueTypeScheme: scheme, projectsOfType: await projectsOfTypes(projects) };
    }
    case 'workflow-scheme':
      return { workflowScheme: await workflowSchemeOf(projectId, await companyManagedProjects()) };
    case 'screen-schemes':
      return {
        screenSchemes: await allScreenSchemes(),
        issueTypeScreenScheme: await issueTypeScreenSchemeOf(projectId, await companyManagedProjects()),
      };
    case 'screens': {
      const screens = await allScreens();
      return {
        screens,
        ownScreens: await ownScreens(wanted, { ...observed, screens }),
        otherScreens: await otherScreens(observed, wanted),
      };
    }
  }
}

/**
 * Link types have no description. So that a reinstalled app knows its own again, their ids stand in a property of one of its
 * issue types, which are known by their markers.
 */
async function withLinkTypes(observed: Observed, wanted: Wanted): Promise<Known> {
  const { known } = observed;
  if (wanted.linkTypes.every((type) => known.ids[refs.linkType(type)] !== undefined)) return known;
  for (const type of wanted.workTypes) {
    const issueType = issueTypeOf(type, { ...observed, known: { ...known, adopt: new Set() } }).found;
    const noted = Object.entries(issueType ? await linkTypesNotedOn(issueType.id) : {});
    const kept = noted.map(([role, id]) => [`link-type:${role}`, id] as const);
    if (kept.length > 0) return { ...known, ids: { ...Object.fromEntries(kept), ...known.ids } };
  }
  return known;
}

async function companyManagedProjects(): Promise<string[]> {
  return (await allProjects()).filter((project) => !isTeamManaged(project)).map((project) => project.id);
}

async function observeFields(
  wantedFields: readonly WantedField[],
  observed: Observed,
): Promise<Pick<Observed, 'fields' | 'fieldNames'>> {
  const existing = await allCustomFields();
  const found = new Map<string, ObservedFieldState[]>();
  const pairs = wantedFields.flatMap((field) =>
    existing
      .filter((candidate) => concerns(field, candidate, observed))
      .map((candidate) => [field, candidate] as const),
  );
  for (let start = 0; start < pairs.length; start += AT_ONCE) {
    const states = await Promise.all(
      pairs
        .slice(start, start + AT_ONCE)
        .map(async ([field, candidate]) => [field.key, await observeField(field, candidate, observed)] as const),
    );
    for (const [key, state] of states) found.set(key, [...(found.get(key) ?? []), state]);
  }
  return { fields: found, fieldNames: existing.map(({ name }) => name) };
}

/** The field that the app knows for a wanted one, and all that have its name. */
const concerns = (field: WantedField, { id, name, description }: ObservedField, { known }: Observed): boolean =>
  known.ids[refs.field(field)] === id ||
  description.includes(markerOf(refs.field(field))) ||
  sameName(name, field.name);

/** The fields that concern one wanted field, looked at again: a few points where all of them would cost hundreds. */
export async function observeOneField(field: WantedField, observed: Observed): Promise<Partial<Observed>> {
  const ref = refs.field(field);
  const id = observed.known.ids[ref];
  const found = [
    ...(id === undefined ? await customFieldsWith(markerOf(ref)) : await customField(id)),
    ...(await customFieldsWith(field.name)),
  ];
  const unique = [...new Map(found.map((candidate) => [candidate.id, candidate])).values()];
  const states = await Promise.all(
    unique
      .filter((candidate) => concerns(field, candidate, observed))
      .map((candidate) => observeField(field, candidate, observed)),
  );
  const names = [...new Set([...observed.fieldNames, ...unique.map(({ name }) => name)])];
  return { fields: new Map([...observed.fields, [field.key, states]]), fieldNames: names };
}

/** One existing field with its contexts and the options of the one that the project's issues use. */
async function observeField(
  field: WantedField,
  candidate: ObservedField,
  observed: Observed,
): Promise<ObservedFieldState> {
  if (candidate.type !== JIRA_FIELD_TYPES[field.type].type) return { ...candidate, contexts: [], options: new Map() };
  // Which types the app's own contexts are for is known.
  const narrow = !isOwn(refs.field(field), candidate, observed.known);
  const state = { ...candidate, contexts: await contextsOf(candidate.id, narrow), options: new Map<string, string>() };
  const context = contextOf(field, state, observed) ?? joinedContext(field, state, observed);
  const options = field.options && context ? await optionsOf(candidate.id, context.id) : [];
  return { ...state, options: new Map(options.map(({ id, value }) => [value, id])) };
}

async function ownScreens(wanted: Wanted, observed: Observed): Promise<Map<WorkTypeKey, ObservedScreen>> {
  const own = new Map<WorkTypeKey, ObservedScreen>();
  for (const workType of wanted.workTypes) {
    const screen = screenOf(workType, observed).found;
    if (screen) own.set(workType.key, { ...screen, ...(await screenFields(screen.id)) });
  }
  return own;
}

/** The screens of every issue type of the project that is not the app's own. */
async function otherScreens(observed: Observed, wanted: Wanted): Promise<ObservedScreen[]> {
  const ownTypes = new Set(wanted.workTypes.map((type) => issueTypeOf(type, observed).found?.id));
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
