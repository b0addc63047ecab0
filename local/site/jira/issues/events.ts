import type { Call } from '../call';
import type { ChangeItem, Issue, Link, Workflow } from '../model/entities';
import { renderIssueType, renderLinkType, renderProjectDetails, renderStatus, renderUser } from '../render';
import { jiraTime, type Site } from '../site';
import type { FailedExpression } from '../workflow/rule';
import { notify } from './notify';

/**
 * Payloads of https://developer.atlassian.com/platform/forge/events-reference/jira/ — the few system fields only: no
 * custom fields, links, labels or description.
 */
function issuePayload(site: Site, issue: Issue): Record<string, unknown> {
  const type = site.store.issueTypes.get(issue.typeId);
  const project = site.store.projects.get(issue.projectId);
  const status = site.store.statuses.get(issue.statusId);
  const person = (id: unknown) => (typeof id === 'string' ? renderUser(site, id) : null);
  return {
    id: issue.id,
    key: issue.key,
    fields: {
      summary: issue.values.summary ?? '',
      issuetype: type ? renderIssueType(site, type) : null,
      creator: person(issue.creator),
      created: jiraTime(issue.created),
      project: project ? renderProjectDetails(site, project) : null,
      reporter: person(issue.values.reporter),
      assignee: person(issue.values.assignee),
      updated: jiraTime(issue.updated),
      status: status ? renderStatus(site, status) : null,
    },
  };
}

function envelope(call: Call): Record<string, unknown> {
  const { site, actor } = call;
  return { timestamp: String(site.clock.now()), ...(actor.accountId === null ? {} : { atlassianId: actor.accountId }) };
}

export function publishIssue(call: Call, what: 'created' | 'deleted', issue: Issue): void {
  call.publish(`avi:jira:${what}:issue`, { ...envelope(call), issue: issuePayload(call.site, issue) });
}

/** Tells the app of a change, and the people whom it concerns; `mentioned` are those whom the issue did not mention before. */
export function publishIssueUpdate(
  call: Call,
  issue: Issue,
  items: readonly ChangeItem[],
  mentioned: readonly string[] = [],
): void {
  if (items.length === 0) return;
  const assigned = items.find(({ fieldId }) => fieldId === 'assignee')?.to;
  notify(call, issue, { what: 'changed', assigned, mentioned });
  const status = items.find((item) => item.fieldId === 'status');
  const statuses = [status?.from, status?.to].map((id) => (id ? call.site.store.statuses.get(id) : undefined));
  const associated = statuses.filter((found) => found !== undefined).map((found) => renderStatus(call.site, found));
  call.publish('avi:jira:updated:issue', {
    ...envelope(call),
    issue: issuePayload(call.site, issue),
    changelog: { items: items.map(({ fieldtype: _, ...item }) => item) },
    ...(associated.length > 0 ? { associatedStatuses: associated } : {}),
  });
}

export function publishLink(call: Call, what: 'created' | 'deleted', link: Link): void {
  const { site } = call;
  const type = site.store.linkTypes.get(link.typeId);
  call.publish(`avi:jira:${what}:issuelink`, {
    ...envelope(call),
    id: link.id,
    sourceIssueId: link.sourceId,
    destinationIssueId: link.destinationId,
    sourceProjectId: site.store.issues.get(link.sourceId)?.projectId ?? null,
    destinationProjectId: site.store.issues.get(link.destinationId)?.projectId ?? null,
    issueLinkType: type ? renderLinkType(site, type) : null,
  });
}

/** Publishes `avi:jira:failed:expression` for rules of a workflow; it is sent although the transition is refused. */
export function failureReporter(call: Call, issue: Issue, workflow: Workflow): (failure: FailedExpression) => void {
  return ({ extensionId, ruleId, ruleType, expression, message }) =>
    call.report('avi:jira:failed:expression', {
      ...envelope(call),
      extensionId,
      workflowId: workflow.id,
      workflowName: workflow.name,
      [ruleType === 'condition' ? 'conditionId' : 'validatorId']: ruleId,
      expression,
      errorMessages: [message],
      context: { issue: { id: issue.id, key: issue.key }, project: { id: issue.projectId } },
    });
}

/** Events of configuration: projects, issue types and fields. */
export function publishConfiguration(call: Call, name: string, payload: Record<string, unknown>): void {
  call.publish(name, { ...envelope(call), ...payload });
}
