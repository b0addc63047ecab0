import { type Call, queryList, self } from '../call';
import { publishConfiguration } from '../issues/events';
import { typesOfProject } from '../issues/screens';
import type { Project } from '../model/entities';
import { renderIssueType, renderProjectDetails, renderUser } from '../render';
import { jiraTime } from '../site';

/** The events of a project (events reference). */
export function publishProject(call: Call, what: string, project: Project): void {
  const lead = renderUser(call.site, project.leadAccountId);
  publishConfiguration(call, `avi:jira:${what}:project`, {
    project: {
      ...renderProjectDetails(call.site, project),
      style: project.style,
      projectLead: lead,
      assigneeType: project.assigneeType,
    },
  });
}

/** `Project`, with what the OpenAPI lists under `expand` where it is asked for. */
export function projectBean(call: Call, project: Project, full: boolean): Record<string, unknown> {
  const { site } = call;
  const expand = (call.query.get('expand') ?? '').split(',');
  const details = full || expand.includes('issueTypes');
  return {
    expand: 'description,lead,issueTypes,url,projectKeys,permissions,insight',
    ...renderProjectDetails(site, project),
    ...(full || expand.includes('description') ? { description: project.description } : {}),
    ...(full || expand.includes('lead') ? { lead: renderUser(site, project.leadAccountId) } : {}),
    ...(details ? { issueTypes: typesOfProject(site, project).map((type) => renderIssueType(site, type)) } : {}),
    ...(full
      ? {
          assigneeType: project.assigneeType,
          components: [],
          versions: [],
          roles: Object.fromEntries(
            site.store.roles.all().map((role) => [role.name, self(site, `/project/${project.id}/role/${role.id}`)]),
          ),
        }
      : {}),
    style: project.style,
    isPrivate: false,
    properties: Object.fromEntries(
      queryList(call, 'properties').flatMap((key) => {
        const property = site.store.properties.get(`project:${project.id}/${key}`);
        return property ? [[key, property.value]] : [];
      }),
    ),
    ...(project.archivedAt === null ? {} : { archived: true, archivedDate: jiraTime(project.archivedAt) }),
    ...(project.deletedAt === null ? {} : { deleted: true, deletedDate: jiraTime(project.deletedAt) }),
  };
}
