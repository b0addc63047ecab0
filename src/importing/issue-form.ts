import type { PlannedIssue } from '../domain/import/planned-issue';
import { AppError } from '../errors';
import { allIssueTypes, issueTypeSchemeOf } from '../jira/configuration/issue-type';
import { workflowSchemeOf } from '../jira/configuration/workflow-scheme';
import { type FirstTransition, firstTransitions, type NewIssue } from '../jira/write-issue';
import type { Configuration } from '../store/configuration';

/** How issues of one project are written: types, and the one transition that reaches each target. */
export interface IssueForm {
  projectId: string;
  configuration: Configuration;
  recordType: string;
  systemTransitions: readonly FirstTransition[];
  recordTransitions: readonly FirstTransition[];
}

/** Names of issue types that a record may have, best first; else any type of the project that is not the app's. */
const RECORD_TYPES = ['Task', 'Story'] as const;

/** Looks once at the project: a run of thousands of issues asks nothing twice. */
export async function readIssueForm(projectId: string, configuration: Configuration): Promise<IssueForm> {
  const own = new Set(Object.values(configuration.issueTypes));
  const scheme = await issueTypeSchemeOf(projectId, [projectId]);
  const types = (await allIssueTypes()).filter(
    (type) => scheme.issueTypeIds.includes(type.id) && !own.has(type.id) && !type.subtask,
  );
  const recordType = RECORD_TYPES.flatMap((name) => types.find((type) => type.name === name) ?? [])[0] ?? types[0];
  const systemType = configuration.issueTypes['ai-system'];
  if (!recordType || !systemType) throw new AppError('setup-not-started');
  const workflows = await workflowSchemeOf(projectId, [projectId]);
  const transitionsOf = async (typeId: string) =>
    (await firstTransitions(workflows.mappings[typeId] ?? workflows.defaultWorkflow))?.transitions ?? [];
  return {
    projectId,
    configuration,
    recordType: recordType.id,
    systemTransitions: await transitionsOf(systemType),
    recordTransitions: await transitionsOf(recordType.id),
  };
}

const CATEGORIES = { 'to-do': 'TODO', 'in-progress': 'IN_PROGRESS', done: 'DONE' } as const;

/**
 * The transition that brings a new issue to its target, null when it is there, undefined when the workflow has none.
 */
export function transitionTo(planned: PlannedIssue, form: IssueForm): string | null | undefined {
  const { target } = planned;
  if (target === null) return null;
  if ('stage' in target) {
    if (target.stage === 'inception') return null;
    const wanted = `ai-system:${target.stage}`;
    return form.systemTransitions.find((transition) =>
      form.configuration.statuses[transition.toStatusId]?.includes(wanted),
    )?.id;
  }
  if (target.progress === 'to-do') return null;
  return form.recordTransitions.find((transition) => transition.category === CATEGORIES[target.progress])?.id;
}

/** Jira's form of a planned issue. Fields that the project has not are left out rather than refused. */
export function newIssue(planned: PlannedIssue, form: IssueForm, systemId: string | null): NewIssue {
  const { configuration } = form;
  const concerns = configuration.linkTypes.concerns;
  return {
    fields: {
      project: { id: form.projectId },
      issuetype: { id: typeOf(planned, form) },
      ...editable(planned, configuration),
    },
    transitionId: transitionTo(planned, form) ?? null,
    links: systemId !== null && concerns !== undefined ? [{ linkTypeId: concerns, targetId: systemId }] : [],
    property: { origin: planned.origin },
  };
}

function typeOf(planned: PlannedIssue, form: IssueForm): string {
  return planned.kind === 'record' ? form.recordType : (form.configuration.issueTypes[planned.kind] ?? '');
}

/** The fields that an import sets again when the file changes: a day stays the first import's. */
export const updated = (planned: PlannedIssue, configuration: Configuration): Record<string, unknown> => {
  const { day: _day, ...fields } = planned.fields;
  return editable({ ...planned, fields }, configuration);
};

/** The fields that an import sets. */
function editable(planned: PlannedIssue, configuration: Configuration): Record<string, unknown> {
  const { text = {}, paragraph = {}, options = {}, option = {}, day = {} } = planned.fields;
  const form = <Value>(values: Record<string, Value>, shape: (value: Value) => unknown) =>
    Object.entries(values).flatMap(([key, value]) => {
      const id = configuration.fields[key];
      return id === undefined ? [] : [[id, shape(value)] as const];
    });
  const requirements = planned.requirements.flatMap((id) => configuration.requirementOptions[id] ?? []);
  return {
    summary: planned.summary,
    ...(planned.description === '' ? {} : { description: document(planned.description) }),
    ...(planned.labels.length === 0 ? {} : { labels: planned.labels }),
    ...Object.fromEntries([
      ...form(text, (value) => value),
      ...form(paragraph, document),
      ...form(options, (values) => values.map((value) => ({ value }))),
      ...form(option, (value) => ({ value })),
      ...form(day, (value) => value),
      ...(requirements.length === 0
        ? []
        : form({ 'aims-requirements': requirements }, (ids) => ids.map((id) => ({ id })))),
    ]),
  };
}

/** Plain text as an Atlassian document: nothing in it is markup. */
function document(text: string): unknown {
  return {
    type: 'doc',
    version: 1,
    content: text
      .split('\n\n')
      .map((paragraph) => ({ type: 'paragraph', content: [{ type: 'text', text: paragraph }] })),
  };
}
