import {
  addToIssueTypeScheme,
  assignIssueTypeScheme,
  createIssueType,
  createIssueTypeScheme,
  findIssueTypeScheme,
} from '../jira/configuration/issue-type';
import { createLinkType } from '../jira/configuration/link-type';
import {
  addFieldToScreen,
  assignIssueTypeScreenScheme,
  createIssueTypeScreenScheme,
  createScreen,
  createScreenScheme,
  extendIssueTypeScreenScheme,
  findIssueTypeScreenScheme,
  screenFields,
} from '../jira/configuration/screen';
import { createStatuses, createWorkflow } from '../jira/configuration/workflow';
import {
  createWorkflowScheme,
  extendWorkflowScheme,
  findWorkflowScheme,
  switchWorkflowScheme,
} from '../jira/configuration/workflow-scheme';
import type { Identity } from '../jira/request';
import { actOnField } from './act-on-field';
import { named, type Observed } from './observed';
import { fittingField, LINKED_FIELDS, missingOnScreen } from './plan';
import { ownIssueTypes } from './plan-schemes';
import type { Step, StepKind } from './step';
import type { Wanted } from './wanted/wanted';

/** What a step needs: the site as it was just seen, and in whose name to act. */
export interface Setting {
  wanted: Wanted;
  observed: Observed;
  as: Identity;
}

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
  'issue-type': async ({ key }, { wanted, as }) => {
    const type = wanted.workTypes.find((candidate) => candidate.key === key);
    if (type) await createIssueType(type.name, type.description, as);
  },
  statuses: async (_step, { wanted, observed, as }) => {
    const known = new Set(observed.statuses.map((status) => status.name));
    await createStatuses(
      wanted.statuses.filter((status) => !known.has(status.name)),
      as,
    );
  },
  'link-type': async ({ key }, { wanted, as }) => {
    const type = wanted.linkTypes.find((candidate) => candidate.role === key);
    if (type) await createLinkType({ name: type.name, inward: type.inward, outward: type.outward }, as);
  },
  workflow: actOnWorkflow,
  field: actOnField,
  screen: actOnScreen,
  'screen-scheme': async ({ key }, { wanted, observed, as }) => {
    const type = wanted.workTypes.find((candidate) => candidate.key === key);
    const screen = type && observed.screens.get(type.key);
    if (type && screen) await createScreenScheme(named.screenScheme(type.name), screen.id, as);
  },
  'workflow-scheme': actOnWorkflowScheme,
  'issue-type-scheme': actOnIssueTypeScheme,
  'issue-type-screen-scheme': actOnIssueTypeScreenScheme,
  'other-screen': async ({ key }, { wanted, observed, as }) => {
    const screen = observed.otherScreens.find((candidate) => String(candidate.id) === key);
    if (!screen || screen.firstTab === null) return;
    for (const field of LINKED_FIELDS(wanted)) {
      const id = fittingField(field, observed.fields.get(field.key) ?? [])?.id;
      if (id !== undefined && !screen.fieldIds.includes(id)) await addFieldToScreen(screen.id, screen.firstTab, id, as);
    }
  },
  enrol: async () => undefined, // the caller enrols: what it writes is the app's own
};

async function actOnWorkflow({ key }: Step, { wanted, observed, as }: Setting): Promise<void> {
  const type = wanted.workTypes.find((candidate) => candidate.key === key);
  if (!type) return;
  const ids = new Map(observed.statuses.map((status) => [status.name, status.id]));
  const idOf = (statusKey: string) =>
    ids.get(type.statuses.find((status) => status.key === statusKey)?.name ?? '') ?? '';
  await createWorkflow(
    {
      name: type.workflow,
      description: `aims:workflow:${type.key}:1`,
      statuses: type.statuses.map((status) => ({ id: idOf(status.key), name: status.name, category: status.category })),
      transitions: type.transitions.map((transition) => ({
        name: transition.name,
        fromIds: transition.from.map(idOf),
        toId: idOf(transition.to),
      })),
      initialId: idOf(type.statuses[0]?.key ?? ''),
    },
    as,
  );
}

async function actOnScreen({ key }: Step, { wanted, observed, as }: Setting): Promise<void> {
  const type = wanted.workTypes.find((candidate) => candidate.key === key);
  if (!type) return;
  const known = observed.screens.get(type.key);
  const screenId = known?.id ?? (await createScreen(named.screen(type.name), `aims:screen:${type.key}:1`, as));
  const { firstTab, fieldIds } = known ?? (await screenFields(screenId));
  if (firstTab === null) return;
  const missing = known
    ? missingOnScreen(type, wanted, observed)
    : missingOnScreen(type, wanted, { ...observed, screens: new Map() }).filter((id) => !fieldIds.includes(id));
  for (const fieldId of missing) await addFieldToScreen(screenId, firstTab, fieldId, as);
}

async function actOnWorkflowScheme({ impact }: Step, { wanted, observed, as }: Setting): Promise<string | null> {
  const scheme = observed.workflowScheme;
  const types = ownIssueTypes(wanted, observed).filter((type) => scheme.mappings[type.id] !== type.workflow);
  if (impact === 'extend' && scheme.id !== null) {
    const workflowIds = new Map(observed.workflows.map((workflow) => [workflow.name, workflow.id]));
    return extendWorkflowScheme(
      scheme.id,
      types.map((type) => ({ issueTypeId: type.id, workflowId: workflowIds.get(type.workflow) ?? '' })),
      as,
    );
  }
  const name = named.copy(observed.project.key, 'workflow scheme');
  const mappings = { ...scheme.mappings, ...Object.fromEntries(types.map((type) => [type.id, type.workflow])) };
  const copy =
    (await findWorkflowScheme(name)) ?? (await createWorkflowScheme(name, scheme.defaultWorkflow, mappings, as));
  return switchWorkflowScheme(observed.project.id, copy, as);
}

async function actOnIssueTypeScheme({ impact }: Step, { wanted, observed, as }: Setting): Promise<void> {
  const scheme = observed.issueTypeScheme;
  const missing = ownIssueTypes(wanted, observed)
    .map((type) => type.id)
    .filter((id) => !scheme.issueTypeIds.includes(id));
  if (impact === 'extend') return addToIssueTypeScheme(scheme.id, missing, as);
  const name = named.copy(observed.project.key, 'issue type scheme');
  const copy =
    (await findIssueTypeScheme(name)) ??
    (await createIssueTypeScheme(name, [...scheme.issueTypeIds, ...missing], scheme.defaultIssueTypeId, as));
  return assignIssueTypeScheme(copy, observed.project.id, as);
}

async function actOnIssueTypeScreenScheme({ impact }: Step, { wanted, observed, as }: Setting): Promise<void> {
  const scheme = observed.issueTypeScreenScheme;
  const wantedMappings = ownIssueTypes(wanted, observed).flatMap((type) => {
    const screens = observed.screenSchemes.find((candidate) => candidate.name === named.screenScheme(type.name));
    return screens ? [{ issueTypeId: type.id, screenSchemeId: String(screens.id) }] : [];
  });
  const missing = wantedMappings.filter((mapping) => scheme.mappings[mapping.issueTypeId] !== mapping.screenSchemeId);
  if (impact === 'extend') return extendIssueTypeScreenScheme(scheme.id, missing, as);
  const name = named.copy(observed.project.key, 'issue type screen scheme');
  const kept = Object.entries(scheme.mappings).filter(
    ([issueTypeId]) => !missing.some((mapping) => mapping.issueTypeId === issueTypeId),
  );
  const all = [...kept.map(([issueTypeId, screenSchemeId]) => ({ issueTypeId, screenSchemeId })), ...missing];
  const copy = (await findIssueTypeScreenScheme(name)) ?? (await createIssueTypeScreenScheme(name, all, as));
  return assignIssueTypeScreenScheme(copy, observed.project.id, as);
}
