import type { Call } from '../call';
import { JiraError } from '../errors';
import type { Issue, IssueType, Project } from '../model/entities';
import { setProperty } from '../model/properties';
import { hasProject, visibleProject } from '../permissions/access';
import type { Actor } from '../permissions/actor';
import { SECURITY, schemeOf } from '../permissions/security';
import type { Site } from '../site';
import { runActions } from '../workflow/actions';
import { initialTransition, workflowOf } from '../workflow/of-issue';
import { runValidators } from '../workflow/validators';
import { failureReporter, publishIssue } from './events';
import { addLinks } from './links';
import { mentionsIn } from './mentions';
import { notify } from './notify';
import { DEFAULT_PRIORITY, settableFields, typesOfProject } from './screens';
import { arrive, type IssueInput, makeTransition } from './transition';
import { applyInput, type Values } from './values';
import { autowatch } from './watching';

export interface NewIssue extends IssueInput {
  readonly transition?: { readonly id?: string | undefined } | undefined;
  readonly properties: readonly { readonly key: string; readonly value: unknown }[];
}

/** What is said of the transition that a creation was asked to make along (`CreatedIssue.transition`). */
export interface TransitionOutcome {
  readonly status: number;
  readonly errorCollection: {
    readonly errorMessages: readonly string[];
    readonly errors: Readonly<Record<string, string>>;
  };
}

/**
 * Creates one issue, its links and properties, and makes the transition asked for. The issue stays created when only the
 * transition is refused: the outcome says so.
 * Errors: 400 with a message for each field.
 */
export function createIssue(call: Call, input: NewIssue): { issue: Issue; transition: TransitionOutcome | null } {
  const { site, actor } = call;
  const { project: projectInput, issuetype, ...fields } = input.fields;
  const project = targetProject(site, actor, projectInput);
  const type = targetType(site, project, issuetype);
  const place = { projectId: project.id, typeId: type.id };
  const settable = settableFields(site, project, type.id, 'create');
  const { issuelinks = [], ...update } = input.update;
  const start = startValues(site, actor, project, settable.has('priority'));
  const entered = applyInput(site, actor, project, place, settable, start, { fields, update });
  checkWhole(site, type, project, entered);

  const now = site.clock.now();
  const number = project.issueCounter + 1;
  const workflow = workflowOf(site, project, type.id);
  const transition = initialTransition(workflow);
  const draft: Issue = {
    id: site.store.nextId('issue'),
    key: `${project.key}-${number}`,
    number,
    ...place,
    statusId: transition.toStatusId,
    creator: actor.accountId ?? '',
    created: now,
    updated: now,
    statusChanged: now,
    resolved: null,
    values: entered,
  };
  const scene = {
    site,
    actor,
    project,
    issue: draft,
    before: start,
    onFailedExpression: failureReporter(call, draft, workflow),
  };
  runValidators(transition, scene);
  const issue = arrive(site, draft, transition, runActions(transition, scene));
  site.store.projects.put({ ...project, issueCounter: number });
  site.store.issues.put(issue);
  for (const property of input.properties) setProperty(site, `issue:${issue.id}`, property.key, property.value);
  publishIssue(call, 'created', issue);
  autowatch(site, actor, issue);
  const { assignee, description } = issue.values;
  const assigned = typeof assignee === 'string' ? assignee : null;
  notify(call, issue, { what: null, assigned, mentioned: mentionsIn(description) });
  if (issuelinks.length > 0) addLinks(call, issue, issuelinks);
  const outcome = input.transition?.id === undefined ? null : moveAtOnce(call, issue.id, input.transition.id);
  return { issue: site.store.issues.get(issue.id) ?? issue, transition: outcome };
}

function moveAtOnce(call: Call, issueId: string, transitionId: string): TransitionOutcome {
  const issue = call.site.store.issues.get(issueId);
  if (!issue) throw new Error(`Issue ${issueId} has just been created and is gone.`);
  const undo = call.savepoint();
  try {
    makeTransition(call, issue, transitionId, { fields: {}, update: {} });
    return { status: 204, errorCollection: { errorMessages: [], errors: {} } };
  } catch (error) {
    if (!(error instanceof JiraError)) throw error;
    undo();
    return { status: error.status, errorCollection: error.toBody() };
  }
}

function named(input: unknown): { id?: unknown; key?: unknown; name?: unknown } {
  return typeof input === 'object' && input !== null ? input : {};
}

function targetProject(site: Site, actor: Actor, input: unknown): Project {
  const { id, key } = named(input);
  const refuse = (message: string) => new JiraError(400, [], { fields: { project: message } });
  if (id === undefined && key === undefined) throw refuse('Specify a valid project ID or key');
  let project: Project;
  try {
    project = visibleProject(site, actor, String(id ?? key));
  } catch (error) {
    if (error instanceof JiraError && error.status === 404) throw refuse('valid project is required');
    throw error;
  }
  if (!hasProject(site, actor, 'CREATE_ISSUES', project)) {
    throw refuse('You do not have permission to create issues in this project.');
  }
  return project;
}

function targetType(site: Site, project: Project, input: unknown): IssueType {
  const { id, name } = named(input);
  const types = typesOfProject(site, project);
  const found = types.find((type) => (id === undefined ? type.name === name : type.id === String(id)));
  if (!found) {
    const known = id !== undefined && site.store.issueTypes.get(String(id)) !== undefined;
    throw new JiraError(400, [], {
      fields: { issuetype: known ? 'The issue type selected is invalid for this project.' : 'Specify an issue type' },
    });
  }
  return found;
}

/** What an issue has before anything is entered. */
function startValues(site: Site, actor: Actor, project: Project, withPriority: boolean): Values {
  const level = schemeOf(site, project)?.defaultLevelId;
  const lead = project.assigneeType === 'PROJECT_LEAD' && site.store.users.get(project.leadAccountId)?.active;
  return {
    ...(actor.accountId === null ? {} : { reporter: actor.accountId }),
    ...(lead ? { assignee: project.leadAccountId } : {}),
    ...(typeof level === 'string' ? { [SECURITY]: level } : {}),
    ...(withPriority ? { priority: DEFAULT_PRIORITY } : {}),
  };
}

function checkWhole(site: Site, type: IssueType, project: Project, values: Values): void {
  const errors: Record<string, string> = {};
  if (values.summary === undefined) errors.summary = 'You must specify a summary of the issue.';
  const parent = typeof values.parent === 'string' ? site.store.issues.get(values.parent) : undefined;
  if (type.hierarchyLevel === -1 && !parent)
    errors.parent = 'Issue type is a sub-task but parent issue key or id not specified.';
  if (parent) {
    const level = site.store.issueTypes.get(parent.typeId)?.hierarchyLevel ?? 0;
    const sameProject = type.hierarchyLevel !== -1 || parent.projectId === project.id;
    if (level !== type.hierarchyLevel + 1 || !sameProject)
      errors.parent = 'Given parent work item does not belong to appropriate hierarchy.';
  }
  if (Object.keys(errors).length > 0) throw new JiraError(400, [], { fields: errors });
}
