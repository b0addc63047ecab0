import type { Call } from '../call';
import { badRequest } from '../errors';
import { fieldById } from '../fields/registry';
import type { Issue, Transition } from '../model/entities';
import { hasProject, requireLive } from '../permissions/access';
import type { Site } from '../site';
import { resolutionAfter, runActions } from '../workflow/actions';
import { conditionsHold } from '../workflow/conditions';
import { transitionsFrom, workflowOf } from '../workflow/of-issue';
import { runValidators } from '../workflow/validators';
import { failureReporter, publishIssueUpdate } from './events';
import { addLinks } from './links';
import { newMentions } from './mentions';
import { screenFieldIds, withContext } from './screens';
import { applyInput, changedItems, changeItem, type Operation, storeChange, type Values } from './values';

export interface IssueInput {
  readonly fields: Values;
  readonly update: Readonly<Record<string, readonly Operation[]>>;
}

/**
 * The transitions that the actor may make on an issue now.
 * @param listed without those that are hidden from people, though a call may make them
 */
export function availableTransitions(call: Call, issue: Issue, listed = false): Transition[] {
  const { site, actor } = call;
  const project = site.store.projects.get(issue.projectId);
  if (!project || !hasProject(site, actor, 'TRANSITION_ISSUES', project, issue)) return [];
  const workflow = workflowOf(site, project, issue.typeId);
  const onFailedExpression = failureReporter(call, issue, workflow);
  const scene = { site, actor, project, issue, before: issue.values, listed, onFailedExpression };
  return transitionsFrom(workflow, issue.statusId).filter((transition) => conditionsHold(transition.conditions, scene));
}

/** The fields of a transition's screen that an issue can have. */
export function transitionFields(site: Site, transition: Transition, issue: Issue) {
  const screenId = transition.transitionScreen?.parameters.screenId;
  const screen = screenId === undefined ? undefined : site.store.screens.get(screenId);
  return screen ? withContext(site, screenFieldIds(screen), issue) : null;
}

/**
 * Moves an issue. Without a screen the transition ignores `fields`, as Jira does.
 * Errors: 400 when the transition is not available, when a field is not on its screen, or when a validator refuses.
 */
export function makeTransition(call: Call, issue: Issue, transitionId: string, input: IssueInput): Issue {
  const { site, actor } = call;
  requireLive(site, issue, 400);
  const transition = availableTransitions(call, issue).find((candidate) => candidate.id === transitionId);
  const project = site.store.projects.get(issue.projectId);
  if (!transition || !project) {
    throw badRequest(
      `It seems that you have tried to perform a workflow operation (${transitionId}) that is not valid for the current state of this issue. The likely cause is that somebody has changed the issue recently, please look at the issue history for details.`,
    );
  }
  const settable = transitionFields(site, transition, issue);
  const { issuelinks = [], ...update } = input.update;
  const entered = settable
    ? applyInput(site, actor, project, issue, settable, issue.values, { fields: input.fields, update })
    : issue.values;
  const onFailedExpression = failureReporter(call, issue, workflowOf(site, project, issue.typeId));
  const scene = {
    site,
    actor,
    project,
    issue: { ...issue, values: entered },
    before: issue.values,
    onFailedExpression,
  };
  runValidators(transition, scene);
  const moved = arrive(site, issue, transition, runActions(transition, scene));
  const items = changedItems(site, issue, issue.values, moved.values, (id) => fieldById(site, id));
  if (moved.statusId !== issue.statusId) {
    const name = (id: string) => ({ id, text: site.store.statuses.get(id)?.name ?? '' });
    items.push(changeItem('status', name(issue.statusId), name(moved.statusId)));
  }
  const stored = storeChange(site, actor.accountId ?? '', moved, items);
  publishIssueUpdate(call, stored, items, newMentions(issue.values.description, moved.values.description));
  if (settable?.has('issuelinks')) addLinks(call, stored, issuelinks);
  return site.store.issues.get(issue.id) ?? stored;
}

/** The issue in the transition's target status, with what Jira sets along: resolution and times. */
export function arrive(site: Site, issue: Issue, transition: Transition, values: Values): Issue {
  const category = (id: string) => site.store.statuses.get(id)?.category;
  const done = category(transition.toStatusId) === 'DONE';
  const { resolution: chosen, ...rest } = values;
  const resolution = resolutionAfter(done, chosen, transition);
  const now = site.clock.now();
  const changedCategory = category(issue.statusId) !== category(transition.toStatusId);
  return {
    ...issue,
    statusId: transition.toStatusId,
    statusChanged: changedCategory ? now : issue.statusChanged,
    resolved: resolution === undefined ? null : (issue.resolved ?? now),
    values: resolution === undefined ? rest : { ...rest, resolution },
  };
}
