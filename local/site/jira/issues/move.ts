import type { Call } from '../call';
import { badRequest } from '../errors';
import { coveringContext, fieldById } from '../fields/registry';
import type { ChangeItem, Issue, IssueType, Project } from '../model/entities';
import { requireOnIssue } from '../permissions/access';
import { SECURITY, schemeOf } from '../permissions/security';
import type { Site } from '../site';
import { initialTransition, workflowOf } from '../workflow/of-issue';
import { publishIssueUpdate } from './events';
import { typesOfProject } from './screens';
import { changedItems, changeItem, storeChange, type Values } from './values';

/** Where issues are moved to. */
export interface Destination {
  readonly project: Project;
  readonly type: IssueType;
  readonly parent: Issue | null;
  /** The status chosen for one that the workflow there lacks, by its id; null takes the workflow's first. */
  readonly statuses: ReadonlyMap<string, string> | null;
  /** Whether sub-tasks go along, as the project's own kind of sub-task. */
  readonly withSubtasks: boolean;
}

export const subtasksOf = (site: Site, issue: Issue): Issue[] =>
  site.store.issues
    .by('parent', issue.id)
    .filter((child) => site.store.issueTypes.get(child.typeId)?.hierarchyLevel === -1);

/**
 * Moves an issue to another project, issue type or parent, with its sub-tasks where that is asked for. It gets a key of its
 * new project, and the old one goes on finding it. Publishes the update.
 * Errors: 403 without Move issues, 400 for what has no place there.
 */
export function moveIssue(call: Call, issue: Issue, to: Destination): void {
  const { site, actor } = call;
  const from = requireOnIssue(site, actor, 'MOVE_ISSUES', issue);
  const statusId = statusThere(site, issue, to);
  const values = valuesThere(site, issue, to);
  const moved = withKey(site, { ...issue, typeId: to.type.id, statusId, values }, to.project);
  const category = (id: string) => site.store.statuses.get(id)?.category;
  const isOther = category(issue.statusId) !== category(statusId);
  const items = [
    ...placeItems(site, issue, moved, from, to.project),
    ...changedItems(site, issue, issue.values, values, (id) => fieldById(site, id)),
  ];
  const arrived = { ...moved, statusChanged: isOther ? site.clock.now() : issue.statusChanged };
  const stored = storeChange(site, actor.accountId ?? '', arrived, items);
  publishIssueUpdate(call, stored, items);
  if (to.withSubtasks) moveSubtasks(call, stored, to);
}

function moveSubtasks(call: Call, parent: Issue, to: Destination): void {
  const children = subtasksOf(call.site, parent);
  if (children.length === 0) return;
  const type = typesOfProject(call.site, to.project).find(({ hierarchyLevel }) => hierarchyLevel === -1);
  if (!type) throw badRequest(`The project ${to.project.key} has no issue type for the sub-tasks of ${parent.key}.`);
  for (const child of children) moveIssue(call, child, { ...to, type, parent, statuses: null });
}

function statusThere(site: Site, issue: Issue, { project, type, statuses }: Destination): string {
  const workflow = workflowOf(site, project, type.id);
  const has = (id: string | undefined): id is string => workflow.statuses.some(({ statusId }) => statusId === id);
  if (has(issue.statusId)) return issue.statusId;
  if (statuses === null) return initialTransition(workflow).toStatusId;
  const chosen = statuses.get(issue.statusId);
  if (!has(chosen)) {
    const name = site.store.statuses.get(issue.statusId)?.name;
    throw badRequest(`The status '${name}' is not in the workflow of the destination: map it to one that is.`);
  }
  return chosen;
}

/** What has no context there, or another list of options, is lost; a level that is not there gives way to the default. */
function valuesThere(site: Site, issue: Issue, { project, type, parent }: Destination): Values {
  const scheme = schemeOf(site, project);
  const hasLevel = scheme?.levels.some(({ id }) => id === issue.values[SECURITY]) ?? false;
  const level = hasLevel ? issue.values[SECURITY] : (scheme?.defaultLevelId ?? undefined);
  const kept = Object.entries(issue.values).filter(([id]) => {
    const custom = fieldById(site, id)?.custom;
    if (!custom) return id !== 'parent' && id !== SECURITY;
    const here = coveringContext(site, id, issue.projectId, issue.typeId);
    const there = coveringContext(site, id, project.id, type.id);
    return there !== undefined && (here?.id === there.id || there.options.length === 0);
  });
  const above = parent?.id ?? parentKept(site, issue, type);
  return {
    ...Object.fromEntries(kept),
    ...(level === undefined ? {} : { [SECURITY]: level }),
    ...(above === undefined ? {} : { parent: above }),
  };
}

function parentKept(site: Site, issue: Issue, type: IssueType): string | undefined {
  const { parent } = issue.values;
  if (typeof parent !== 'string' || type.hierarchyLevel === -1) return undefined;
  const level = site.store.issueTypes.get(site.store.issues.get(parent)?.typeId ?? '')?.hierarchyLevel;
  return level === type.hierarchyLevel + 1 ? parent : undefined;
}

function withKey(site: Site, issue: Issue, project: Project): Issue {
  if (issue.projectId === project.id) return issue;
  const number = (site.store.projects.get(project.id)?.issueCounter ?? project.issueCounter) + 1;
  site.store.projects.put({ ...project, issueCounter: number });
  const formerKeys = [...(issue.formerKeys ?? []), issue.key];
  return { ...issue, key: `${project.key}-${number}`, number, projectId: project.id, formerKeys };
}

/** What the history says of another key, project, type and status. */
function placeItems(site: Site, before: Issue, after: Issue, from: Project, to: Project): ChangeItem[] {
  const none = { id: null, text: null };
  const type = (id: string) => ({ id, text: site.store.issueTypes.get(id)?.name ?? '' });
  const status = (id: string) => ({ id, text: site.store.statuses.get(id)?.name ?? '' });
  const key = changeItem('Key', { ...none, text: before.key }, { ...none, text: after.key });
  return [
    ...(from.id === to.id
      ? []
      : [
          changeItem('project', { id: from.id, text: from.name }, { id: to.id, text: to.name }),
          { ...key, fieldId: 'issuekey' },
        ]),
    ...(before.typeId === after.typeId ? [] : [changeItem('issuetype', type(before.typeId), type(after.typeId))]),
    ...(before.statusId === after.statusId
      ? []
      : [changeItem('status', status(before.statusId), status(after.statusId))]),
  ];
}
