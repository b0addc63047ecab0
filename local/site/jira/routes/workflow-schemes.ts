import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Call, created, noContent, ok, page, queryInteger, type Route, route, self } from '../call';
import { badRequest, conflict, notFound } from '../errors';
import type { Project, Workflow, WorkflowScheme } from '../model/entities';
import { DEFAULT_WORKFLOW_SCHEME } from '../model/fresh-site';
import { startTask } from '../model/tasks';
import { mappingsOf, moveIssues, neededMappings } from '../workflow/migration';
import { showScheme } from '../workflow/scheme-read';
import { id, name } from './bodies';
import { classicProject, projectsByScheme } from './issue-type-schemes';

const MANAGE = 'manage:jira-configuration';

function schemeOf(call: Call, schemeId = call.param('id')): WorkflowScheme {
  const scheme = call.site.store.workflowSchemes.get(schemeId);
  if (!scheme) throw notFound(`The workflow scheme with id ${schemeId} does not exist.`);
  return scheme;
}

function workflowNamed(call: Call, workflowName: string): Workflow {
  const found = call.site.store.workflows.by('name', workflowName)[0];
  if (!found) throw badRequest(`The workflow '${workflowName}' does not exist.`);
  return found;
}

const nameOf = (call: Call, workflowId: string) => call.site.store.workflows.get(workflowId)?.name ?? '';

/** `WorkflowScheme`. The default scheme of the site has no id (OpenAPI, "Get workflow scheme project associations"). */
function bean(call: Call, scheme: WorkflowScheme) {
  const identity =
    scheme.id === DEFAULT_WORKFLOW_SCHEME
      ? {}
      : { id: Number(scheme.id), self: self(call.site, `/workflowscheme/${scheme.id}`) };
  return {
    ...identity,
    name: scheme.name,
    description: scheme.description,
    defaultWorkflow: nameOf(call, scheme.defaultWorkflowId),
    issueTypeMappings: Object.fromEntries(
      Object.entries(scheme.workflowByIssueType).map(([typeId, workflowId]) => [typeId, nameOf(call, workflowId)]),
    ),
    draft: false,
  };
}

const mappings = z.record(z.string(), z.string());
const createBody = z.object({
  name,
  description: z.string().default(''),
  defaultWorkflow: z.string().default('jira'),
  issueTypeMappings: mappings.default({}),
});

function byName(call: Call, input: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(input).map(([typeId, workflowName]) => {
      if (!call.site.store.issueTypes.get(typeId)) throw badRequest(`The issue type with id ${typeId} does not exist.`);
      return [typeId, workflowNamed(call, workflowName).id];
    }),
  );
}

function checkName(call: Call, wanted: string, except?: string): void {
  if (call.site.store.workflowSchemes.find((scheme) => scheme.name === wanted && scheme.id !== except))
    throw badRequest(`The workflow scheme name '${wanted}' is used already.`);
}

function create(call: Call) {
  const { store } = call.site;
  const input = call.body(createBody);
  checkName(call, input.name);
  const scheme = store.workflowSchemes.put({
    id: store.nextId('workflowScheme'),
    name: input.name,
    description: input.description,
    defaultWorkflowId: workflowNamed(call, input.defaultWorkflow).id,
    workflowByIssueType: byName(call, input.issueTypeMappings),
    versionId: randomUUID(),
    versionNumber: 1,
  });
  return created(bean(call, scheme));
}

const hasIssues = (call: Call, project: Project) => call.site.store.issues.countBy('project', project.id) > 0;

/** Only for a project without issues (OpenAPI, "Assign workflow scheme to project"); the others are switched. */
function assign(call: Call) {
  const input = call.body(z.object({ workflowSchemeId: id.optional(), projectId: id }));
  const project = classicProject(call, input.projectId);
  const scheme = schemeOf(call, input.workflowSchemeId ?? DEFAULT_WORKFLOW_SCHEME);
  if (hasIssues(call, project))
    throw badRequest('The project has issues: switch its workflow scheme with POST /workflowscheme/project/switch.');
  call.site.store.projects.put({ ...project, workflowSchemeId: scheme.id });
  return noContent();
}

const statusMapping = z.object({ oldStatusId: z.string(), newStatusId: z.string() });
const byIssueType = z.array(z.object({ issueTypeId: z.string(), statusMappings: z.array(statusMapping) })).default([]);
const switchBody = z.object({ projectId: id, targetSchemeId: id, mappingsByIssueTypeOverride: byIssueType });

function switchScheme(call: Call) {
  const input = call.body(switchBody);
  const project = classicProject(call, input.projectId);
  const target = schemeOf(call, input.targetSchemeId);
  moveIssues(call, [project], target, mappingsOf(input.mappingsByIssueTypeOverride, []));
  call.site.store.projects.put({ ...project, workflowSchemeId: target.id });
  return startTask(call, `Switch workflow scheme of project ${project.key}`, { projectId: project.id });
}

const workflowsForIssueTypes = z
  .array(z.object({ workflowId: z.string(), issueTypeIds: z.array(z.string()) }))
  .default([]);
const updateBody = z.object({
  id,
  name,
  description: z.string(),
  version: z.object({ id: z.string(), versionNumber: z.number().int() }),
  defaultWorkflowId: z.string().optional(),
  workflowsForIssueTypes,
  statusMappingsByIssueTypeOverride: byIssueType,
  statusMappingsByWorkflows: z
    .array(z.object({ oldWorkflowId: z.string(), newWorkflowId: z.string(), statusMappings: z.array(statusMapping) }))
    .default([]),
});

/** The scheme as a request wants it: `workflowsForIssueTypes` replaces all mappings. */
function wanted(
  call: Call,
  scheme: WorkflowScheme,
  input: { defaultWorkflowId?: string | undefined; workflowsForIssueTypes: z.infer<typeof workflowsForIssueTypes> },
): WorkflowScheme {
  const { store } = call.site;
  const named = [
    input.defaultWorkflowId ?? scheme.defaultWorkflowId,
    ...input.workflowsForIssueTypes.map((entry) => entry.workflowId),
  ];
  const unknown = named.find((workflowId) => !store.workflows.get(workflowId));
  if (unknown !== undefined) throw badRequest(`The workflow with id ${unknown} does not exist.`);
  const pairs = input.workflowsForIssueTypes.flatMap((entry) =>
    entry.issueTypeIds.map((typeId) => [typeId, entry.workflowId] as const),
  );
  const wrong = pairs.find(([typeId]) => !store.issueTypes.get(typeId));
  if (wrong) throw badRequest(`The issue type with id ${wrong[0]} does not exist.`);
  return {
    ...scheme,
    defaultWorkflowId: named[0] ?? scheme.defaultWorkflowId,
    workflowByIssueType: Object.fromEntries(pairs),
  };
}

/** No draft: takes effect at once. 303 with a task when issues move, else 200. */
function update(call: Call) {
  const { store } = call.site;
  const input = call.body(updateBody);
  const scheme = schemeOf(call, input.id);
  if (input.version.versionNumber !== scheme.versionNumber || input.version.id !== scheme.versionId)
    throw conflict('The workflow scheme has been changed by somebody else: read it again.');
  checkName(call, input.name, scheme.id);
  const next = {
    ...wanted(call, scheme, input),
    name: input.name,
    description: input.description,
    versionNumber: scheme.versionNumber + 1,
  };
  const mapping = mappingsOf(input.statusMappingsByIssueTypeOverride, input.statusMappingsByWorkflows);
  const moved = moveIssues(call, store.projects.by('workflowScheme', scheme.id), next, mapping);
  store.workflowSchemes.put(next);
  return moved > 0 ? startTask(call, `Update workflow scheme ${next.name}`, { moved }) : ok({});
}

function requiredMappings(call: Call) {
  const input = call.body(z.object({ id, defaultWorkflowId: z.string().optional(), workflowsForIssueTypes }));
  const scheme = schemeOf(call, input.id);
  return ok(
    neededMappings(call, call.site.store.projects.by('workflowScheme', scheme.id), scheme, wanted(call, scheme, input)),
  );
}

function read(call: Call) {
  const { store } = call.site;
  const input = call.body(
    z.object({ workflowSchemeIds: z.array(z.string()).default([]), projectIds: z.array(z.string()).default([]) }),
  );
  const fromProjects = input.projectIds
    .map((projectId) => store.projects.get(projectId)?.workflowSchemeId)
    .filter((one) => one !== undefined);
  const schemes = [...new Set([...input.workflowSchemeIds, ...fromProjects])]
    .map((schemeId) => store.workflowSchemes.get(schemeId))
    .filter((one) => one !== undefined);
  return ok(
    schemes.map((scheme) => showScheme(call, scheme)),
    schemes.length,
  );
}

function projectUsages(call: Call) {
  const scheme = schemeOf(call, call.param('workflowSchemeId'));
  const start = queryInteger(call, 'nextPageToken', 0);
  const size = queryInteger(call, 'maxResults', 50, 200);
  const projects = call.site.store.projects.by('workflowScheme', scheme.id);
  const values = projects.slice(start, start + size).map((project) => ({ id: project.id }));
  const next = start + size < projects.length ? { nextPageToken: String(start + size) } : {};
  return ok({ workflowSchemeId: scheme.id, projects: { ...next, values } }, values.length);
}

/** A change of one mapping, allowed here only while no project uses the scheme: Jira makes a draft otherwise. */
function changeMapping(call: Call, change: (scheme: WorkflowScheme) => Partial<WorkflowScheme>) {
  const scheme = schemeOf(call);
  if (call.site.store.projects.countBy('workflowScheme', scheme.id) > 0)
    throw badRequest('The workflow scheme is active: use POST /workflowscheme/update.');
  return ok(
    bean(
      call,
      call.site.store.workflowSchemes.put({ ...scheme, ...change(scheme), versionNumber: scheme.versionNumber + 1 }),
    ),
  );
}

const BASE = '/workflowscheme';
const TYPE = `${BASE}/{id}/issuetype/{issueType}`;

export const workflowSchemeRoutes: readonly Route[] = [
  route('GET', BASE, 'admin', MANAGE, (call) =>
    page(
      call,
      BASE,
      call.site.store.workflowSchemes.all().filter((scheme) => scheme.id !== DEFAULT_WORKFLOW_SCHEME),
      (scheme) => bean(call, scheme),
    ),
  ),
  route('POST', BASE, 'admin', MANAGE, create),
  route('GET', `${BASE}/project`, 'admin', MANAGE, (call) => {
    const values = projectsByScheme(call, (project) => project.workflowSchemeId).map(([schemeId, projectIds]) => ({
      projectIds,
      workflowScheme: bean(call, schemeOf(call, schemeId)),
    }));
    return ok({ values }, values.length);
  }),
  route('PUT', `${BASE}/project`, 'admin', MANAGE, assign),
  route('POST', `${BASE}/project/switch`, 'admin', MANAGE, switchScheme),
  route('POST', `${BASE}/read`, 'admin', MANAGE, read),
  route('POST', `${BASE}/update`, 'admin', MANAGE, update),
  route('POST', `${BASE}/update/mappings`, 'admin', MANAGE, requiredMappings),
  route('GET', `${BASE}/{id}`, 'admin', MANAGE, (call) => ok(bean(call, schemeOf(call)))),
  route('DELETE', `${BASE}/{id}`, 'admin', MANAGE, (call) => {
    const scheme = schemeOf(call);
    if (call.site.store.projects.countBy('workflowScheme', scheme.id) > 0)
      throw badRequest('The workflow scheme is used by projects.');
    call.site.store.workflowSchemes.delete(scheme.id);
    return noContent();
  }),
  route('GET', `${BASE}/{workflowSchemeId}/projectUsages`, 'admin', MANAGE, projectUsages),
  route('GET', TYPE, 'admin', MANAGE, (call) => {
    const scheme = schemeOf(call);
    const workflowId = scheme.workflowByIssueType[call.param('issueType')];
    if (workflowId === undefined) throw notFound('The issue type has no mapping of its own in the workflow scheme.');
    return ok({ issueType: call.param('issueType'), workflow: nameOf(call, workflowId) });
  }),
  route('PUT', TYPE, 'admin', MANAGE, (call) => {
    const { workflow } = call.body(
      z.object({ workflow: z.string(), issueType: z.string().optional(), updateDraftIfNeeded: z.boolean().optional() }),
    );
    return changeMapping(call, (scheme) => ({
      workflowByIssueType: { ...scheme.workflowByIssueType, ...byName(call, { [call.param('issueType')]: workflow }) },
    }));
  }),
  route('DELETE', TYPE, 'admin', MANAGE, (call) =>
    changeMapping(call, (scheme) => ({
      workflowByIssueType: Object.fromEntries(
        Object.entries(scheme.workflowByIssueType).filter(([typeId]) => typeId !== call.param('issueType')),
      ),
    })),
  ),
];
