import type { Issue, Project, Transition, Workflow } from '../model/entities';
import type { Site } from '../site';

/** The workflow that a project's scheme gives to an issue type. */
export function workflowOf(site: Site, project: Project, typeId: string): Workflow {
  const scheme = site.store.workflowSchemes.get(project.workflowSchemeId);
  const id = scheme?.workflowByIssueType[typeId] ?? scheme?.defaultWorkflowId;
  const workflow = id === undefined ? undefined : site.store.workflows.get(id);
  if (!workflow) throw new Error(`Project ${project.key} has no workflow for issue type ${typeId}.`);
  return workflow;
}

/** The transitions that lead out of a status, before conditions. */
export function transitionsFrom(workflow: Workflow, statusId: string): Transition[] {
  return workflow.transitions.filter(
    (transition) =>
      transition.type === 'GLOBAL' ||
      (transition.type === 'DIRECTED' && transition.links.some((link) => link.fromStatusId === statusId)),
  );
}

export function initialTransition(workflow: Workflow): Transition {
  const found = workflow.transitions.find((transition) => transition.type === 'INITIAL');
  if (!found) throw new Error(`Workflow ${workflow.name} has no initial transition.`);
  return found;
}

/** Whether an issue's workflow is `workflow`. */
export function uses(site: Site, issue: Issue, workflow: Workflow): boolean {
  const project = site.store.projects.get(issue.projectId);
  return project !== undefined && workflowOf(site, project, issue.typeId).id === workflow.id;
}
