import { z } from 'zod';
import { type Call, created, ok, type Reply, type Route, route } from '../call';
import { badRequest, forbidden, JiraError } from '../errors';
import { type Destination, moveIssue, subtasksOf } from '../issues/move';
import { typesOfProject } from '../issues/screens';
import type { Issue } from '../model/entities';
import { keepTask, showBulkTask } from '../model/tasks';
import { hasGlobal, hasProject, visibleIssue, visibleProject } from '../permissions/access';

/** OpenAPI, "Bulk move issues": sub-tasks count, too. */
const MOST = 1_000;

const target = z.object({
  inferClassificationDefaults: z.boolean(),
  inferFieldDefaults: z.boolean(),
  inferStatusDefaults: z.boolean(),
  inferSubtaskTypeDefault: z.boolean(),
  issueIdsOrKeys: z.array(z.string()).min(1),
  /** Status of the destination, with those that become it. */
  targetStatus: z.array(z.object({ statuses: z.record(z.string(), z.array(z.string())) })).nullish(),
});
type Target = z.infer<typeof target>;

const moveBody = z.object({
  sendBulkNotification: z.boolean().nullish(),
  targetToSourcesMapping: z.record(z.string(), target),
});

/** The destination that a key of the mapping names: `project,issue type,parent`. */
function destinationOf(call: Call, name: string, input: Target): Destination {
  const { site, actor } = call;
  const [projectName = '', typeId = '', parentName = ''] = name.split(',').map((part) => part.trim());
  const project = visibleProject(site, actor, projectName);
  if (!hasProject(site, actor, 'CREATE_ISSUES', project))
    throw badRequest(`You do not have permission to create issues in the project ${project.key}.`);
  const type = typesOfProject(site, project).find(({ id }) => id === typeId);
  if (!type) throw badRequest(`The issue type ${typeId} is not one of the project ${project.key}.`);
  const parent = parentName === '' ? null : visibleIssue(site, actor, parentName);
  if (type.hierarchyLevel === -1 && parent?.projectId !== project.id)
    throw badRequest(`The issue type ${type.name} needs a parent in the project ${project.key}.`);
  const given = input.targetStatus ?? [];
  if (input.inferStatusDefaults && given.length > 0)
    throw badRequest('Leave targetStatus empty when inferStatusDefaults is true.');
  const pairs = given.flatMap(({ statuses }) =>
    Object.entries(statuses).flatMap(([to, froms]) => froms.map((from) => [from, to] as const)),
  );
  const statuses = input.inferStatusDefaults ? null : new Map(pairs);
  return { project, type, parent, statuses, withSubtasks: input.inferSubtaskTypeDefault };
}

function issueIfVisible(call: Call, name: string): Issue[] {
  try {
    return [visibleIssue(call.site, call.actor, name)];
  } catch (error) {
    if (error instanceof JiraError && error.status === 404) return [];
    throw error;
  }
}

/** Each issue succeeds or fails alone, with its sub-tasks; the task tells of them. */
function move(call: Call): Reply {
  const { targetToSourcesMapping } = call.body(moveBody);
  const groups = Object.entries(targetToSourcesMapping).map(([name, input]) => ({
    to: destinationOf(call, name, input),
    names: input.issueIdsOrKeys,
    issues: input.issueIdsOrKeys.flatMap((one) => issueIfVisible(call, one)),
  }));
  const total = groups.reduce((sum, { names }) => sum + names.length, 0);
  const found = groups.flatMap(({ issues }) => issues);
  const withSubtasks = total + found.reduce((sum, issue) => sum + subtasksOf(call.site, issue).length, 0);
  if (withSubtasks > MOST) throw badRequest(`At most ${MOST} issues can be moved in a request, with their sub-tasks.`);
  const processed: string[] = [];
  const failed: Record<string, readonly string[]> = {};
  for (const { to, issues } of groups)
    for (const issue of issues) {
      const undo = call.savepoint();
      try {
        moveIssue(call, issue, to);
        processed.push(issue.id);
      } catch (error) {
        if (!(error instanceof JiraError)) throw error;
        undo();
        failed[issue.id] = [error.message];
      }
    }
  const bulk = { processed, failed, unknown: total - found.length, total };
  return created({ taskId: keepTask(call, 'Bulk move of issues', { result: null, bulk }) }, processed.length);
}

/** These operations say what is wrong in a shape of their own (`BulkOperationErrorResponse`). */
const inBulkShape =
  (handle: (call: Call) => Reply) =>
  (call: Call): Reply => {
    const { site, actor } = call;
    if (!hasGlobal(site, actor, 'BULK_CHANGE') && !actor.isApp) throw forbidden('You may not make bulk changes.');
    const undo = call.savepoint();
    try {
      return handle(call);
    } catch (error) {
      if (!(error instanceof JiraError) || ![400, 404].includes(error.status)) throw error;
      undo();
      return { status: 400, body: { errors: [{ message: error.message }] } };
    }
  };

export const bulkMoveRoutes: readonly Route[] = [
  route('POST', '/bulk/issues/move', 'user', 'write:jira-work', inBulkShape(move)),
  route(
    'GET',
    '/bulk/queue/{taskId}',
    'user',
    'read:jira-work',
    inBulkShape((call) => ok(showBulkTask(call, call.param('taskId')))),
  ),
];
