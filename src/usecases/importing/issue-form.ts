import type { PlannedIssue } from '../../domain/import/planned-issue';
import { REQUIREMENTS_FIELD } from '../../domain/vocabulary/linked';
import { fieldOf } from '../../domain/vocabulary/vocabulary';
import { AppError } from '../../errors';
import { allIssueTypes, issueTypeSchemeOf } from '../../jira/configuration/issue-type';
import { workflowSchemeOf } from '../../jira/configuration/workflow-scheme';
import { type FirstTransition, firstTransitions, type NewIssue } from '../../jira/write-issue';
import type { Configuration } from '../../store/configuration';
import { optionsOfProject, type ProjectOptions } from './project-options';

/** How issues of one project are written: types, options, and the one transition that reaches each target. */
export interface IssueForm {
  projectId: string;
  configuration: Configuration;
  recordType: string;
  options: Readonly<Record<PlannedIssue['kind'], ProjectOptions>>;
  systemTransitions: readonly FirstTransition[];
  recordTransitions: readonly FirstTransition[];
}

/** Names of issue types that a record may have, best first; else any type of the project that is not the app's. */
const RECORD_TYPES = ['Task', 'Story'] as const;

/**
 * Looks once at the project: a run of thousands of issues asks nothing twice.
 * @param planned what shall be written: only options of its fields are asked for
 */
export async function readIssueForm(
  projectId: string,
  configuration: Configuration,
  planned: readonly PlannedIssue[],
): Promise<IssueForm> {
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
  const optionsFor = (kind: PlannedIssue['kind'], typeId: string) =>
    optionsOfProject(projectId, typeId, selectFieldsOf(planned, kind), configuration);
  return {
    projectId,
    configuration,
    recordType: recordType.id,
    options: {
      'ai-system': await optionsFor('ai-system', systemType),
      'ai-risk': await optionsFor('ai-risk', configuration.issueTypes['ai-risk'] ?? ''),
      record: await optionsFor('record', recordType.id),
    },
    systemTransitions: await transitionsOf(systemType),
    recordTransitions: await transitionsOf(recordType.id),
  };
}

function selectFieldsOf(planned: readonly PlannedIssue[], kind: PlannedIssue['kind']): string[] {
  const keys = new Set<string>();
  for (const issue of planned) if (issue.kind === kind) for (const key of Object.keys(valuesOf(issue))) keys.add(key);
  return [...keys].filter((key) => fieldOf(key).type.endsWith('select'));
}

/** Values by field key, the requirements among them. */
const valuesOf = ({ fields, requirements }: PlannedIssue): PlannedIssue['fields'] =>
  requirements.length === 0 ? fields : { ...fields, [REQUIREMENTS_FIELD]: requirements };

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
export function newIssue(
  planned: PlannedIssue,
  form: IssueForm,
  systemId: string | null,
): NewIssue & Pick<Editable, 'leftOut'> {
  const { configuration } = form;
  const concerns = configuration.linkTypes.concerns;
  const { fields, leftOut } = editable(planned, form);
  return {
    leftOut,
    fields: {
      project: { id: form.projectId },
      issuetype: { id: typeOf(planned, form) },
      ...fields,
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
export function updated(planned: PlannedIssue, form: IssueForm): Editable {
  const again = Object.entries(planned.fields).filter(([key]) => fieldOf(key).type !== 'datepicker');
  return editable({ ...planned, fields: Object.fromEntries(again) }, form);
}

export interface Editable {
  /** Jira's form of the values, by field id. */
  fields: Record<string, unknown>;
  leftOut: LeftOut[];
}

/** A field that cannot be written, by its name; that is told. */
export interface LeftOut {
  name: string;
  /** The project does not have the option; or the site does not have the field. */
  why: 'option-missing' | 'field-missing';
}

/**
 * The fields that an import sets. Options are written by the ids that they have in the project: their texts are people's
 * to change. A field that the site does not have, or has lost, is left out.
 */
export function editable(planned: PlannedIssue, form: IssueForm): Editable {
  const { configuration, options } = form;
  const leftOut: LeftOut[] = [];
  const values = Object.entries(valuesOf(planned)).flatMap(([key, value]): [string, unknown][] => {
    const id = configuration.fields[key];
    const { name, type } = fieldOf(key);
    if (id === undefined || configuration.gone[`field:${key}`] !== undefined) {
      leftOut.push({ name, why: 'field-missing' });
      return [];
    }
    if (!type.endsWith('select')) return [[id, type === 'textarea' ? document(String(value)) : value]];
    const wanted = typeof value === 'string' ? [value] : value;
    const ids = wanted.flatMap((option) => options[planned.kind].get(key)?.get(option) ?? []);
    if (ids.length < wanted.length) leftOut.push({ name, why: 'option-missing' });
    if (ids.length === 0) return [];
    return [[id, type === 'select' ? { id: ids[0] } : ids.map((option) => ({ id: option }))]];
  });
  const fields = {
    summary: planned.summary,
    ...(planned.description === '' ? {} : { description: document(planned.description) }),
    ...(planned.labels.length === 0 ? {} : { labels: planned.labels }),
    ...Object.fromEntries(values),
  };
  return { fields, leftOut };
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
