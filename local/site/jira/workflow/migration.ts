import type { Call } from '../call';
import { badRequest } from '../errors';
import { publishIssueUpdate } from '../issues/events';
import { typesOfProject } from '../issues/screens';
import { changeItem, storeChange } from '../issues/values';
import type { Issue, Project, Workflow, WorkflowScheme } from '../model/entities';

interface StatusMapping {
  readonly oldStatusId: string;
  readonly newStatusId: string;
}

/** The status an issue moves to, given its type, its workflows before and after, and its status; undefined if not said. */
export type MappedStatus = (typeId: string, from: Workflow, to: Workflow, statusId: string) => string | undefined;

/** Reads the two forms in which a request maps statuses; that of an issue type goes first. */
export function mappingsOf(
  byIssueType: readonly { issueTypeId: string; statusMappings: readonly StatusMapping[] }[],
  byWorkflow: readonly { oldWorkflowId: string; newWorkflowId: string; statusMappings: readonly StatusMapping[] }[],
): MappedStatus {
  return (typeId, from, to, statusId) => {
    const lists = [
      byIssueType.find((entry) => entry.issueTypeId === typeId)?.statusMappings,
      byWorkflow.find((entry) => entry.oldWorkflowId === from.id && entry.newWorkflowId === to.id)?.statusMappings,
    ];
    return lists.flatMap((list) => list ?? []).find((mapping) => mapping.oldStatusId === statusId)?.newStatusId;
  };
}

function workflowIn(call: Call, scheme: WorkflowScheme | undefined, typeId: string): Workflow {
  const workflow =
    scheme && call.site.store.workflows.get(scheme.workflowByIssueType[typeId] ?? scheme.defaultWorkflowId);
  if (!workflow) throw badRequest('The workflow scheme names a workflow that does not exist.');
  return workflow;
}

const has = (workflow: Workflow, statusId: string) => workflow.statuses.some((status) => status.statusId === statusId);

/** Puts an issue into another status outside its workflow, with its history and event. */
export function putInStatus(call: Call, issue: Issue, statusId: string): void {
  const { site } = call;
  const name = (id: string) => ({ id, text: site.store.statuses.get(id)?.name ?? '' });
  const category = (id: string) => site.store.statuses.get(id)?.category;
  const items = [changeItem('status', name(issue.statusId), name(statusId))];
  const statusChanged = category(issue.statusId) === category(statusId) ? issue.statusChanged : site.clock.now();
  const stored = storeChange(site, call.actor.accountId ?? '', { ...issue, statusId, statusChanged }, items);
  publishIssueUpdate(call, stored, items);
}

/**
 * Moves the issues of projects whose status the scheme `target` lacks. Returns how many moved.
 * Errors: 400 when a status that is in use has no mapping, or one to a status that the new workflow lacks.
 */
export function moveIssues(
  call: Call,
  projects: readonly Project[],
  target: WorkflowScheme,
  mapped: MappedStatus,
): number {
  const { store } = call.site;
  let moved = 0;
  for (const project of projects) {
    const before = store.workflowSchemes.get(project.workflowSchemeId);
    for (const issue of store.issues.by('project', project.id)) {
      const to = workflowIn(call, target, issue.typeId);
      if (has(to, issue.statusId)) continue;
      const statusId = mapped(issue.typeId, workflowIn(call, before, issue.typeId), to, issue.statusId);
      if (statusId === undefined || !has(to, statusId)) {
        throw badRequest(
          `Issues of type ${issue.typeId} have the status ${issue.statusId}, which the workflow '${to.name}' lacks: map it to one that it has.`,
        );
      }
      putInStatus(call, issue, statusId);
      moved += 1;
    }
  }
  return moved;
}

/** `WorkflowSchemeUpdateRequiredMappingsResponse`: which statuses in use have no place in the wanted scheme. */
export function neededMappings(
  call: Call,
  projects: readonly Project[],
  before: WorkflowScheme,
  after: WorkflowScheme,
): Record<string, unknown> {
  const { store } = call.site;
  const byType = new Map<string, Set<string>>();
  const workflows = new Map<string, Workflow>();
  for (const project of projects) {
    for (const type of typesOfProject(call.site, project)) {
      const to = workflowIn(call, after, type.id);
      workflows.set(to.id, to);
    }
    for (const issue of store.issues.by('project', project.id)) {
      if (has(workflowIn(call, after, issue.typeId), issue.statusId)) continue;
      byType.set(issue.typeId, (byType.get(issue.typeId) ?? new Set()).add(issue.statusId));
    }
  }
  const pairs = [...byType].map(([typeId, statusIds]) => ({
    sourceWorkflowId: workflowIn(call, before, typeId).id,
    targetWorkflowId: workflowIn(call, after, typeId).id,
    statusIds: [...statusIds],
  }));
  const named = new Set([...byType.values()].flatMap((statusIds) => [...statusIds]));
  for (const workflow of workflows.values()) for (const { statusId } of workflow.statuses) named.add(statusId);
  return {
    statusMappingsByIssueTypes: [...byType].map(([issueTypeId, statusIds]) => ({
      issueTypeId,
      statusIds: [...statusIds],
    })),
    statusMappingsByWorkflows: pairs,
    statuses: [...named].map((id) => ({
      id,
      name: store.statuses.get(id)?.name ?? '',
      category: store.statuses.get(id)?.category ?? 'TODO',
    })),
    statusesPerWorkflow: [...workflows.values()].map((workflow) => ({
      workflowId: workflow.id,
      statuses: workflow.statuses.map(({ statusId }) => statusId),
      initialStatusId: workflow.transitions.find((transition) => transition.type === 'INITIAL')?.toStatusId ?? '',
    })),
  };
}
