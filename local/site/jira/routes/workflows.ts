import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Call, noContent, ok, queryInteger, type Reply, type Route, route, self } from '../call';
import { badRequest, conflict, JiraError, notFound } from '../errors';
import type { Workflow } from '../model/entities';
import { startTask } from '../model/tasks';
import { capabilities } from '../workflow/capabilities';
import { putInStatus } from '../workflow/migration';
import { uses } from '../workflow/of-issue';
import {
  type CreatePayload,
  createPayload,
  showWorkflow,
  showWorkflowStatuses,
  storedParts,
  type UpdatePayload,
  updatePayload,
} from '../workflow/payload';
import { checkStatuses, checkWorkflow, type Problem } from '../workflow/validation';
import { newStatus } from './statuses';

const MANAGE = 'manage:jira-configuration';
const scopeProject = (payload: CreatePayload) =>
  payload.scope.type === 'PROJECT' ? (payload.scope.project?.id ?? null) : null;

function createProblems(call: Call, payload: CreatePayload): Problem[] {
  const { site } = call;
  const known = new Set(payload.statuses.map((status) => status.statusReference));
  const names = payload.workflows.map((workflow) => workflow.name);
  const taken = names.filter(
    (name, index) => names.indexOf(name) !== index || site.store.workflows.by('name', name).length > 0,
  );
  return [
    ...taken.map(
      (name): Problem => ({
        level: 'ERROR',
        code: 'NON_UNIQUE_WORKFLOW_NAME',
        message: `A workflow named '${name}' exists already.`,
        type: 'WORKFLOW',
      }),
    ),
    ...checkStatuses(site, payload.statuses, scopeProject(payload)),
    ...payload.workflows.flatMap((workflow) => checkWorkflow(site, workflow, known)),
  ];
}

function refuse(problems: readonly Problem[]): void {
  const errors = problems.filter((problem) => problem.level === 'ERROR');
  if (errors.length > 0)
    throw new JiraError(
      400,
      errors.map((problem) => problem.message),
    );
}

/** Creates the statuses that have no id and returns the id of each reference. */
function resolveStatuses(
  call: Call,
  statuses: CreatePayload['statuses'],
  projectId: string | null,
): (reference: string) => string {
  const ids = new Map(
    statuses.map((status) => [status.statusReference, status.id ?? newStatus(call, status, projectId).id]),
  );
  return (reference) => {
    const id = ids.get(reference);
    if (id === undefined) throw badRequest(`The status reference '${reference}' is unknown.`);
    return id;
  };
}

function create(call: Call): Reply {
  const { store, clock } = call.site;
  const payload = call.body(createPayload);
  refuse(createProblems(call, payload));
  const projectId = scopeProject(payload);
  const idOf = resolveStatuses(call, payload.statuses, projectId);
  const workflows = payload.workflows.map((input) =>
    store.workflows.put({
      id: randomUUID(),
      name: input.name,
      description: input.description,
      projectId,
      isEditable: true,
      versionId: randomUUID(),
      versionNumber: 1,
      created: clock.now(),
      updated: clock.now(),
      ...storedParts(input, idOf),
    }),
  );
  return answer(call, workflows);
}

const answer = (call: Call, workflows: readonly Workflow[]): Reply =>
  ok(
    {
      statuses: showWorkflowStatuses(call.site, workflows),
      workflows: workflows.map((workflow) => showWorkflow(workflow)),
    },
    workflows.length,
  );

const options = z.object({ levels: z.array(z.enum(['WARNING', 'ERROR'])).optional() }).nullish();

function validated(problems: readonly Problem[], input: z.infer<typeof options>): Reply {
  const levels = input?.levels ?? ['WARNING', 'ERROR'];
  return ok({ errors: problems.filter((problem) => levels.includes(problem.level)) });
}

function workflowById(call: Call, id: string): Workflow {
  const workflow = call.site.store.workflows.get(id);
  if (!workflow) throw badRequest(`The workflow with id ${id} does not exist.`);
  return workflow;
}

function updateProblems(call: Call, payload: UpdatePayload): Problem[] {
  const known = new Set(payload.statuses.map((status) => status.statusReference));
  const projectId = workflowById(call, payload.workflows[0]?.id ?? '').projectId;
  return [
    ...checkStatuses(call.site, payload.statuses, projectId),
    ...payload.workflows.flatMap((workflow) => checkWorkflow(call.site, workflow, known)),
  ];
}

function update(call: Call): Reply {
  const { store, clock } = call.site;
  const payload = call.body(updatePayload);
  refuse(updateProblems(call, payload));
  let moved = 0;
  const workflows = payload.workflows.map((input) => {
    const before = workflowById(call, input.id);
    if (!before.isEditable) throw badRequest(`The workflow '${before.name}' is read-only.`);
    if (input.version.versionNumber !== before.versionNumber || input.version.id !== before.versionId)
      throw conflict(`The workflow '${before.name}' has been changed by somebody else: read it again.`);
    const idOf = resolveStatuses(call, payload.statuses, before.projectId);
    const after = store.workflows.put({
      ...before,
      description: input.description,
      versionNumber: before.versionNumber + 1,
      versionId: randomUUID(),
      updated: clock.now(),
      ...storedParts(input, idOf),
    });
    moved += moveFromRemoved(call, before, after, input);
    return after;
  });
  const reply = answer(call, workflows);
  if (moved === 0) return reply;
  const taskId = startTask(call, 'Update workflows', { moved }).headers?.Location?.split('/').at(-1);
  return { ...reply, body: { ...(reply.body as object), taskId } };
}

/** Moves issues out of statuses that the new version lacks; statuses of a mapping are named by reference or id. */
function moveFromRemoved(
  call: Call,
  before: Workflow,
  after: Workflow,
  input: UpdatePayload['workflows'][number],
): number {
  const left = new Set(after.statuses.map(({ statusId }) => statusId));
  const removed = before.statuses.map(({ statusId }) => statusId).filter((statusId) => !left.has(statusId));
  if (removed.length === 0) return 0;
  const issues = call.site.store.issues
    .all()
    .filter((issue) => removed.includes(issue.statusId) && uses(call.site, issue, after));
  for (const issue of issues) {
    const own = input.statusMappings.find(
      (mapping) => mapping.projectId === issue.projectId && mapping.issueTypeId === issue.typeId,
    );
    const target = [...(own?.statusMigrations ?? []), ...input.defaultStatusMappings].find(
      (one) => one.oldStatusReference === issue.statusId,
    )?.newStatusReference;
    if (target === undefined || !left.has(target))
      throw badRequest(
        `Issues have the status ${issue.statusId}, which is removed: map it in 'statusMappings' to a status of the workflow.`,
      );
    putInStatus(call, issue, target);
  }
  return issues.length;
}

const readBody = z.object({
  workflowIds: z.array(z.string()).default([]),
  workflowNames: z.array(z.string()).default([]),
  projectAndIssueTypes: z.array(z.object({ projectId: z.string(), issueTypeId: z.string() })).default([]),
});

/** 404 when one of the named workflows is missing (seen on a live site; the OpenAPI is silent). */
function read(call: Call): Reply {
  const { store } = call.site;
  const input = call.body(readBody);
  const missing = (what: string) => notFound(`The workflow '${what}' was not found.`);
  const found = [
    ...input.workflowIds.map((id) => {
      const workflow = store.workflows.get(id);
      if (!workflow) throw missing(id);
      return workflow;
    }),
    ...input.workflowNames.map((name) => {
      const workflow = store.workflows.by('name', name)[0];
      if (!workflow) throw missing(name);
      return workflow;
    }),
    ...input.projectAndIssueTypes.map(({ projectId, issueTypeId }) => {
      const scheme = store.workflowSchemes.get(store.projects.get(projectId)?.workflowSchemeId ?? '');
      const workflow =
        scheme && store.workflows.get(scheme.workflowByIssueType[issueTypeId] ?? scheme.defaultWorkflowId);
      if (!workflow) throw missing(`${projectId}/${issueTypeId}`);
      return workflow;
    }),
  ];
  return answer(call, [...new Map(found.map((workflow) => [workflow.id, workflow])).values()]);
}

function search(call: Call): Reply {
  const { store } = call.site;
  const text = (call.query.get('queryString') ?? '').toLowerCase();
  const scope = call.query.get('scope');
  const startAt = queryInteger(call, 'startAt', 0);
  const maxResults = queryInteger(call, 'maxResults', 50, 50);
  const withTransitions = (call.query.get('expand') ?? '').includes('values.transitions');
  const all = store.workflows
    .all()
    .filter((workflow) => workflow.name.toLowerCase().includes(text))
    .filter((workflow) => scope === null || (workflow.projectId === null) === (scope === 'GLOBAL'))
    .sort((a, b) => a.name.localeCompare(b.name));
  const values = all.slice(startAt, startAt + maxResults);
  return ok(
    {
      self: self(call.site, '/workflows/search'),
      startAt,
      maxResults,
      total: all.length,
      isLast: startAt + values.length >= all.length,
      values: values.map((workflow) => showWorkflow(workflow, withTransitions)),
      statuses: showWorkflowStatuses(call.site, values),
    },
    values.length,
  );
}

export const workflowRoutes: readonly Route[] = [
  route('POST', '/workflows', 'user', MANAGE, read),
  route('GET', '/workflows/search', 'admin', MANAGE, search),
  route('GET', '/workflows/capabilities', 'user', MANAGE, (call) => ok(capabilities(call))),
  route('POST', '/workflows/create', 'admin', MANAGE, create),
  route('POST', '/workflows/create/validation', 'admin', MANAGE, (call) => {
    const input = call.body(z.object({ payload: createPayload, validationOptions: options }));
    return validated(createProblems(call, input.payload), input.validationOptions);
  }),
  route('POST', '/workflows/update', 'admin', MANAGE, update),
  route('POST', '/workflows/update/validation', 'admin', MANAGE, (call) => {
    const input = call.body(z.object({ payload: updatePayload, validationOptions: options }));
    return validated(updateProblems(call, input.payload), input.validationOptions);
  }),
  route('DELETE', '/workflow/{entityId}', 'admin', MANAGE, (call) => {
    const { store } = call.site;
    const workflow = store.workflows.get(call.param('entityId'));
    if (!workflow) throw notFound('The workflow does not exist.');
    const used = store.workflowSchemes.find((scheme) =>
      [scheme.defaultWorkflowId, ...Object.values(scheme.workflowByIssueType)].includes(workflow.id),
    );
    if (used || !workflow.isEditable) throw badRequest('The workflow is used by a workflow scheme or is read-only.');
    store.workflows.delete(workflow.id);
    return noContent();
  }),
];
