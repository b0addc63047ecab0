import { type Call, noContent, ok, type Reply, type Route, route } from '../call';
import { badRequest, notFound } from '../errors';
import { eraseIssue } from '../issues/delete';
import type { Project } from '../model/entities';
import { requireAdmin, visibleProject } from '../permissions/access';
import { projectBean, publishProject } from './project-bean';

const MANAGE = 'manage:jira-configuration';

/** `enableUndo=true` (the default) puts the project in the recycle bin; without it everything goes at once, silently. */
function remove(call: Call) {
  const { site } = call;
  const project = visibleProject(site, call.actor, call.param('projectIdOrKey'));
  requireAdmin(site, call.actor);
  if (project.archivedAt !== null) throw badRequest('An archived project cannot be deleted: restore it first.');
  if (call.query.get('enableUndo') !== 'false') {
    publishProject(call, 'softdeleted', project);
    site.store.projects.put({ ...project, deletedAt: site.clock.now() });
    return noContent();
  }
  publishProject(call, 'deleted', project);
  eraseProject(call, project);
  return noContent();
}

function eraseProject(call: Call, project: Project): void {
  const { store } = call.site;
  for (const issue of store.issues.by('project', project.id)) eraseIssue(call.site, issue);
  for (const property of store.properties.by('owner', `project:${project.id}`)) store.properties.delete(property.id);
  for (const type of store.issueTypes.all()) if (type.projectId === project.id) store.issueTypes.delete(type.id);
  for (const context of store.contexts.all()) {
    if (!context.projectIds.includes(project.id)) continue;
    const projectIds = context.projectIds.filter((other) => other !== project.id);
    // A context that named only this project must not turn into a global one.
    if (projectIds.length === 0) store.contexts.delete(context.id);
    else store.contexts.put({ ...context, projectIds });
  }
  store.projects.delete(project.id);
}

function restore(call: Call) {
  const { store } = call.site;
  const text = call.param('projectIdOrKey');
  const project = store.projects.get(text) ?? store.projects.by('key', text)[0];
  if (!project || (project.archivedAt === null && project.deletedAt === null))
    throw notFound(`No archived or deleted project with id or key '${text}'.`);
  const stored = store.projects.put({ ...project, archivedAt: null, deletedAt: null });
  publishProject(call, project.deletedAt === null ? 'unarchived' : 'restored', stored);
  return ok(projectBean(call, stored, true));
}

/** Its issues can then be read by whoever knows their id or key, and found or changed by nobody. */
function archive(call: Call): Reply {
  const { site, actor } = call;
  const project = visibleProject(site, actor, call.param('projectIdOrKey'));
  requireAdmin(site, actor);
  if (project.archivedAt !== null) throw badRequest('The project is archived already.');
  publishProject(call, 'archived', site.store.projects.put({ ...project, archivedAt: site.clock.now() }));
  return noContent();
}

const ONE = '/project/{projectIdOrKey}';

/** How a project ends and comes back. */
export const projectLifeRoutes: readonly Route[] = [
  route('DELETE', ONE, 'user', MANAGE, remove),
  route('POST', `${ONE}/archive`, 'user', 'manage:jira-project', archive),
  route('POST', `${ONE}/restore`, 'admin', MANAGE, restore),
];
