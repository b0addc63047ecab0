import { z } from 'zod';
import { type Call, created, ok, page, queryList, type Route, route, self } from '../call';
import { JiraError } from '../errors';
import { typesOfProject } from '../issues/screens';
import type { Project } from '../model/entities';
import { ADMINISTRATORS_ROLE, DEFAULT_PERMISSION_SCHEME } from '../model/fresh-site';
import {
  COMPANY_MANAGED_TEMPLATES,
  createTeamManagedParts,
  DEFAULT_SCHEMES,
  type ProjectSchemes,
  schemesOfTemplate,
  TEAM_MANAGED_TEMPLATES,
} from '../model/templates';
import { administeredProject, hasProject, isAdmin, visibleProject } from '../permissions/access';
import { renderStatus } from '../render';
import { workflowOf } from '../workflow/of-issue';
import { id, name } from './bodies';
import { projectBean, publishProject } from './project-bean';

const READ = 'read:jira-work';
const MANAGE = 'manage:jira-configuration';

const createBody = z.object({
  key: z.string(),
  name,
  description: z.string().default(''),
  projectTypeKey: z.enum(['software', 'business', 'service_desk']).optional(),
  projectTemplateKey: z.string().optional(),
  leadAccountId: z.string().optional(),
  assigneeType: z.enum(['PROJECT_LEAD', 'UNASSIGNED']).default('UNASSIGNED'),
  url: z.string().default(''),
  permissionScheme: id.optional(),
  issueTypeScheme: id.optional(),
  issueTypeScreenScheme: id.optional(),
  workflowScheme: id.optional(),
});
type NewProject = z.infer<typeof createBody>;

/** Longest project key of a new site (project key format setting). */
const KEY = /^[A-Z][A-Z0-9]{1,9}$/;

function refuse(field: string, message: string): JiraError {
  return new JiraError(400, [], { fields: { [field]: message } });
}

function create(call: Call) {
  const { site } = call;
  const input = call.body(createBody);
  if (!KEY.test(input.key))
    throw refuse(
      'projectKey',
      'Project keys must start with an uppercase letter, followed by one or more uppercase alphanumeric characters, at most 10.',
    );
  const taken = site.store.projects.by('key', input.key)[0];
  if (taken) throw refuse('projectKey', `Project '${taken.name}' uses this project key.`);
  if (site.store.projects.find((project) => project.name === input.name))
    throw refuse('projectName', 'A project with that name already exists.');
  const leadAccountId = input.leadAccountId ?? call.actor.accountId ?? '';
  const lead = site.store.users.get(leadAccountId);
  if (!lead?.active || lead.accountType !== 'atlassian')
    throw refuse('projectLead', 'You must specify a valid project lead: the account id of an active person.');
  const projectId = site.store.nextId('project');
  const teamManaged = TEAM_MANAGED_TEMPLATES.includes(input.projectTemplateKey ?? '');
  const project = site.store.projects.put({
    id: projectId,
    key: input.key,
    name: input.name,
    description: input.description,
    style: teamManaged ? 'next-gen' : 'classic',
    projectTypeKey: input.projectTypeKey ?? (input.projectTemplateKey?.includes('core') ? 'business' : 'software'),
    leadAccountId,
    assigneeType: input.assigneeType,
    url: input.url,
    archivedAt: null,
    deletedAt: null,
    permissionSchemeId: input.permissionScheme ?? DEFAULT_PERMISSION_SCHEME,
    ...schemes(call, input, projectId),
    issueCounter: 0,
    actors: { [ADMINISTRATORS_ROLE]: { users: [leadAccountId], groups: [] } },
  });
  if (!site.store.permissionSchemes.get(project.permissionSchemeId))
    throw refuse('permissionScheme', 'The permission scheme does not exist.');
  publishProject(call, 'created', project);
  return created({ self: self(site, `/project/${project.id}`), id: Number(project.id), key: project.key });
}

function schemes(call: Call, input: NewProject, projectId: string): ProjectSchemes {
  const { site } = call;
  const template = input.projectTemplateKey;
  if (template !== undefined) {
    if (input.workflowScheme !== undefined)
      throw refuse('workflowScheme', 'Give either a workflow scheme or a project template, not both.');
    if (TEAM_MANAGED_TEMPLATES.includes(template)) return createTeamManagedParts(site, input.key, projectId);
    if (!COMPANY_MANAGED_TEMPLATES.includes(template))
      throw refuse(
        'projectTemplateKey',
        `The template '${template}' is not one of this site: ${[...COMPANY_MANAGED_TEMPLATES, ...TEAM_MANAGED_TEMPLATES].join(', ')}.`,
      );
  }
  const base = template === undefined ? DEFAULT_SCHEMES : schemesOfTemplate(site, input.key);
  const chosen = {
    issueTypeSchemeId: input.issueTypeScheme ?? base.issueTypeSchemeId,
    issueTypeScreenSchemeId: input.issueTypeScreenScheme ?? base.issueTypeScreenSchemeId,
    workflowSchemeId: input.workflowScheme ?? base.workflowSchemeId,
  };
  if (!site.store.issueTypeSchemes.get(chosen.issueTypeSchemeId))
    throw refuse('issueTypeScheme', 'The issue type scheme does not exist.');
  if (!site.store.issueTypeScreenSchemes.get(chosen.issueTypeScreenSchemeId))
    throw refuse('issueTypeScreenScheme', 'The issue type screen scheme does not exist.');
  if (!site.store.workflowSchemes.get(chosen.workflowSchemeId))
    throw refuse('workflowScheme', 'The workflow scheme does not exist.');
  return chosen;
}

function search(call: Call) {
  const { site, actor, query } = call;
  const status = queryList(call, 'status');
  const wanted = (query.get('query') ?? '').toLowerCase();
  const ids = queryList(call, 'id');
  const keys = queryList(call, 'keys');
  const types = queryList(call, 'typeKey');
  const permission =
    { browse: 'BROWSE_PROJECTS', edit: 'ADMINISTER_PROJECTS', create: 'CREATE_ISSUES', view: 'BROWSE_PROJECTS' }[
      query.get('action') ?? 'view'
    ] ?? 'BROWSE_PROJECTS';
  const inState = (project: Project) => {
    const state = project.deletedAt !== null ? 'deleted' : project.archivedAt !== null ? 'archived' : 'live';
    return status.length === 0 ? state === 'live' : status.includes(state);
  };
  const found = site.store.projects
    .all()
    .filter(inState)
    .filter(
      (project) =>
        hasProject(site, actor, permission, project) || (permission !== 'CREATE_ISSUES' && isAdmin(site, actor)),
    )
    .filter((project) => wanted === '' || `${project.key} ${project.name}`.toLowerCase().includes(wanted))
    .filter(
      (project) => (ids.length === 0 || ids.includes(project.id)) && (keys.length === 0 || keys.includes(project.key)),
    )
    .filter((project) => types.length === 0 || types.includes(project.projectTypeKey))
    .sort(projectOrder(query.get('orderBy') ?? 'key'));
  return page(call, '/project/search', found, (project) => projectBean(call, project, false));
}

function projectOrder(orderBy: string): (a: Project, b: Project) => number {
  const field = orderBy.replace(/^[+-]/, '') === 'name' ? 'name' : 'key';
  const sign = orderBy.startsWith('-') ? -1 : 1;
  return (a, b) => sign * a[field].localeCompare(b[field]);
}

const updateBody = z.object({
  name: name.optional(),
  description: z.string().optional(),
  leadAccountId: z.string().optional(),
  assigneeType: z.enum(['PROJECT_LEAD', 'UNASSIGNED']).optional(),
  url: z.string().optional(),
  permissionScheme: id.optional(),
});

function update(call: Call) {
  const project = administeredProject(call.site, call.actor, call.param('projectIdOrKey'));
  const { permissionScheme, ...input } = call.body(updateBody);
  if (input.leadAccountId !== undefined && !call.site.store.users.get(input.leadAccountId)?.active)
    throw refuse('projectLead', 'You must specify a valid project lead.');
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const stored = call.site.store.projects.put({
    ...project,
    ...given,
    permissionSchemeId: permissionScheme ?? project.permissionSchemeId,
  });
  publishProject(call, 'updated', stored);
  return ok(projectBean(call, stored, true));
}

function statuses(call: Call) {
  const { site } = call;
  const project = visibleProject(site, call.actor, call.param('projectIdOrKey'));
  const types = typesOfProject(site, project).map((type) => ({
    self: self(site, `/issuetype/${type.id}`),
    id: type.id,
    name: type.name,
    subtask: type.hierarchyLevel === -1,
    statuses: workflowOf(site, project, type.id)
      .statuses.map(({ statusId }) => site.store.statuses.get(statusId))
      .filter((status) => status !== undefined)
      .map((status) => renderStatus(site, status)),
  }));
  return ok(types, types.length);
}

const ONE = '/project/{projectIdOrKey}';

export const projectRoutes: readonly Route[] = [
  route('POST', '/project', 'admin', MANAGE, create),
  route('GET', '/project/search', 'anyone', READ, search),
  route('GET', ONE, 'anyone', READ, (call) =>
    ok(projectBean(call, visibleProject(call.site, call.actor, call.param('projectIdOrKey')), true)),
  ),
  route('PUT', ONE, 'user', 'manage:jira-project', update),
  route('GET', `${ONE}/statuses`, 'anyone', READ, statuses),
];
