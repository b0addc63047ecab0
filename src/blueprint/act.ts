import type { Step, StepKind } from '../domain/setup/step';
import { extendWorkflowScheme, growWorkflow } from '../jira/configuration/add-to-whole';
import {
  addToIssueTypeScheme,
  allIssueTypeSchemes,
  assignIssueTypeScheme,
  createIssueType,
  createIssueTypeScheme,
  noteLinkTypesOn,
} from '../jira/configuration/issue-type';
import { createLinkType } from '../jira/configuration/link-type';
import {
  addFieldToScreen,
  allIssueTypeScreenSchemes,
  assignIssueTypeScreenScheme,
  createIssueTypeScreenScheme,
  createScreenScheme,
  extendIssueTypeScreenScheme,
} from '../jira/configuration/screen';
import { createStatuses, createWorkflow } from '../jira/configuration/workflow';
import { allWorkflowSchemes, createWorkflowScheme, switchWorkflowScheme } from '../jira/configuration/workflow-scheme';
import { actOnField } from './act-on-field';
import { actOnScreen } from './act-on-screen';
import { linkTypeIds } from './enrol';
import { described, identify, isOwn, markerOf } from './identity';
import type { Observed } from './observed';
import {
  fieldOf,
  issueTypeOf,
  linkTypeOf,
  type OwnIssueType,
  ownIssueTypes,
  refs,
  screenOf,
  screenSchemeOf,
  statusOf,
  workflowOf,
} from './own';
import { make, makeAll } from './ownership';
import { LINKED_FIELDS } from './plan';
import type { Setting } from './setting';
import { named } from './wanted/names';
import type { Wanted } from './wanted/wanted';
import { lacking, wantedTransitions } from './workflow-growth';

/**
 * Does one step. Each looks up what it is about to create, so doing it twice does it once.
 * @returns the id of an asynchronous task of Jira that must be waited for, or null
 */
export async function act(step: Step, setting: Setting): Promise<string | null> {
  const task = await ACTIONS[step.kind](step, setting);
  return typeof task === 'string' ? task : null;
}

/** Answers the id of a task where Jira makes one. */
type Action = (step: Step, setting: Setting) => Promise<unknown>;

const ACTIONS: Readonly<Record<StepKind, Action>> = {
  'issue-type': async ({ key }, { wanted, observed, as }) => {
    const type = wanted.workTypes.find((candidate) => candidate.key === key);
    if (!type) return;
    const ref = refs.issueType(type);
    const { name } = issueTypeOf(type, observed);
    await make(ref, () => createIssueType(name, described(type.description, ref), as));
  },
  statuses: actOnStatuses,
  'link-type': async ({ key }, { wanted, observed, as }) => {
    const type = wanted.linkTypes.find((candidate) => candidate.role === key);
    if (!type) return;
    const { name } = linkTypeOf(type, observed);
    await make(refs.linkType(type), () => createLinkType({ name, inward: type.inward, outward: type.outward }, as));
  },
  workflow: actOnWorkflow,
  field: actOnField,
  screen: actOnScreen,
  'screen-scheme': async ({ key }, { wanted, observed, as }) => {
    const type = wanted.workTypes.find((candidate) => candidate.key === key);
    const screen = type && screenOf(type, observed).found;
    if (!type || !screen) return;
    const ref = refs.screenScheme(type);
    const { name } = screenSchemeOf(type, observed);
    await make(ref, async () => String(await createScreenScheme(name, markerOf(ref), screen.id, as)));
  },
  'workflow-scheme': actOnWorkflowScheme,
  'issue-type-scheme': actOnIssueTypeScheme,
  'issue-type-screen-scheme': actOnIssueTypeScreenScheme,
  'other-screen': async ({ key }, { wanted, observed, as }) => {
    const screen = observed.otherScreens.find((candidate) => String(candidate.id) === key);
    const [tab] = screen?.tabs ?? [];
    if (!screen || !tab) return;
    for (const field of LINKED_FIELDS(wanted)) {
      const id = fieldOf(field, observed).found?.id;
      if (id !== undefined && !screen.fieldIds.includes(id)) await addFieldToScreen(screen.id, tab.id, id, as);
    }
  },
  enrol: async () => undefined, // the caller enrols: what it writes is the app's own
};

async function actOnStatuses(_step: Step, { wanted, observed, as }: Setting): Promise<void> {
  const missing = wanted.statuses.flatMap((status) => {
    const { found, name } = statusOf(status, observed);
    const ref = refs.status(status);
    return found ? [] : [{ ref, name, category: status.category, description: markerOf(ref) }];
  });
  await makeAll(
    missing.map(({ ref }) => ref),
    async () => {
      const ids = await createStatuses(missing, as);
      return Object.fromEntries(missing.map(({ ref, name }) => [ref, ids.get(name) ?? '']));
    },
  );
}

async function actOnWorkflow({ key }: Step, { wanted, observed, as }: Setting): Promise<void> {
  const type = wanted.workTypes.find((candidate) => candidate.key === key);
  if (!type) return;
  const { found, name } = workflowOf(type, observed);
  if (found) return growWorkflow(found.id, lacking(type, found, observed), as);
  const statuses = type.statuses.flatMap((status) => statusOf(status, observed).found ?? []);
  const ref = refs.workflow(type);
  await make(ref, () =>
    createWorkflow(
      {
        name,
        description: markerOf(ref),
        statuses,
        transitions: wantedTransitions(type, observed),
        initialId: statuses[0]?.id ?? '',
      },
      as,
    ),
  );
}

/** The app's issue types whose workflow, scheme place and screens are the app's to give in this project. */
const givenTypes = (wanted: Wanted, observed: Observed): OwnIssueType[] =>
  ownIssueTypes(wanted, observed).filter(({ leftAlone }) => !leftAlone);

/** A copy of a scheme for the project: the one that the app made before, or a new one under a free name. */
async function copyFor(
  kind: 'workflow-scheme' | 'issue-type-scheme' | 'issue-type-screen-scheme',
  { known, project }: Observed,
  all: () => Promise<{ id: string; name: string; description?: string | undefined }[]>,
  create: (name: string, description: string) => Promise<string>,
): Promise<string> {
  const ref = `${kind}:${project.id}`;
  const { found, name } = identify(ref, named.copy(project.key, kind), await all(), known);
  return found?.id ?? make(ref, () => create(name, markerOf(ref)));
}

async function actOnWorkflowScheme({ impact }: Step, { wanted, observed, as }: Setting): Promise<string | null> {
  const scheme = observed.workflowScheme;
  const types = givenTypes(wanted, observed).flatMap(({ id, workflow }) =>
    workflow && scheme.mappings[id] !== workflow.name ? [{ id, workflow }] : [],
  );
  if (impact === 'extend' && scheme.id !== null) {
    const additions = types.map(({ id, workflow }) => ({ issueTypeId: id, workflowId: workflow.id }));
    return extendWorkflowScheme(scheme.id, additions, as);
  }
  const mappings = { ...scheme.mappings, ...Object.fromEntries(types.map(({ id, workflow }) => [id, workflow.name])) };
  const copy = await copyFor('workflow-scheme', observed, allWorkflowSchemes, (name, description) =>
    createWorkflowScheme(name, description, scheme.defaultWorkflow, mappings, as),
  );
  return switchWorkflowScheme(observed.project.id, copy, as);
}

async function actOnIssueTypeScheme({ impact }: Step, { wanted, observed, as }: Setting): Promise<void> {
  const scheme = observed.issueTypeScheme;
  const missing = ownIssueTypes(wanted, observed)
    .map((type) => type.id)
    .filter((id) => !scheme.issueTypeIds.includes(id));
  if (impact === 'extend') return addToIssueTypeScheme(scheme.id, missing, as);
  const all = [...scheme.issueTypeIds, ...missing];
  const copy = await copyFor('issue-type-scheme', observed, allIssueTypeSchemes, (name, description) =>
    createIssueTypeScheme(name, description, all, scheme.defaultIssueTypeId, as),
  );
  return assignIssueTypeScheme(copy, observed.project.id, as);
}

async function actOnIssueTypeScreenScheme({ impact }: Step, { wanted, observed, as }: Setting): Promise<void> {
  const scheme = observed.issueTypeScreenScheme;
  const given = new Map(givenTypes(wanted, observed).map(({ key, id }) => [key, id]));
  const missing = wanted.workTypes.flatMap((type) => {
    const issueTypeId = given.get(type.key);
    const screens = screenSchemeOf(type, observed).found;
    return issueTypeId && screens && scheme.mappings[issueTypeId] !== String(screens.id)
      ? [{ issueTypeId, screenSchemeId: String(screens.id) }]
      : [];
  });
  if (impact === 'extend') return extendIssueTypeScreenScheme(scheme.id, missing, as);
  const kept = Object.entries(scheme.mappings).filter(
    ([issueTypeId]) => !missing.some((mapping) => mapping.issueTypeId === issueTypeId),
  );
  const all = [...kept.map(([issueTypeId, screenSchemeId]) => ({ issueTypeId, screenSchemeId })), ...missing];
  const copy = await copyFor('issue-type-screen-scheme', observed, allIssueTypeScreenSchemes, (name, description) =>
    createIssueTypeScreenScheme(name, description, all, as),
  );
  return assignIssueTypeScreenScheme(copy, observed.project.id, as);
}

/**
 * Writes the ids of the link types onto the app's own issue types: link types have no description by which a reinstalled
 * app could know them again.
 */
export async function noteLinkTypes({ wanted, observed, as }: Setting): Promise<void> {
  const linkTypes = linkTypeIds(observed, wanted);
  for (const type of wanted.workTypes) {
    const { found } = issueTypeOf(type, observed);
    if (found && isOwn(refs.issueType(type), found, observed.known)) await noteLinkTypesOn(found.id, linkTypes, as);
  }
}
