import { DocumentStore } from '../../documents/store';
import type { Attachment, RemoteLink } from './attached';
import type * as E from './entities';
import type { Notice, Watching } from './notices';
import type { SecurityScheme } from './security';
import type { Task } from './task';

/** First id of a new site, as in Jira Cloud. */
const FIRST_ID = 10_000;

/** The documents of the local Jira. */
export class Store extends DocumentStore {
  readonly users = this.table<E.User>('user');
  readonly groups = this.table<E.Group>('group', {
    name: (group) => [group.name.toLowerCase()],
    member: (g) => g.members,
  });
  readonly globalGrants = this.table<E.GlobalGrant>('globalGrant');
  readonly permissionSchemes = this.table<E.PermissionScheme>('permissionScheme');
  readonly securitySchemes = this.table<SecurityScheme>('securityScheme');
  readonly roles = this.table<E.Role>('role');
  readonly projects = this.table<E.Project>('project', {
    key: (project) => [project.key],
    issueTypeScheme: (project) => [project.issueTypeSchemeId],
    issueTypeScreenScheme: (project) => [project.issueTypeScreenSchemeId],
    workflowScheme: (project) => [project.workflowSchemeId],
    permissionScheme: (project) => [project.permissionSchemeId],
    securityScheme: (project) => (project.securitySchemeId === undefined ? [] : [project.securitySchemeId]),
  });
  readonly issueTypes = this.table<E.IssueType>('issueType');
  readonly issueTypeSchemes = this.table<E.IssueTypeScheme>('issueTypeScheme');
  readonly fields = this.table<E.CustomField>('field');
  readonly contexts = this.table<E.FieldContext>('fieldContext', { field: (context) => [context.fieldId] });
  readonly screens = this.table<E.Screen>('screen');
  readonly screenSchemes = this.table<E.ScreenScheme>('screenScheme');
  readonly issueTypeScreenSchemes = this.table<E.IssueTypeScreenScheme>('issueTypeScreenScheme');
  readonly statuses = this.table<E.Status>('status');
  readonly workflows = this.table<E.Workflow>('workflow', { name: (workflow) => [workflow.name] });
  readonly workflowSchemes = this.table<E.WorkflowScheme>('workflowScheme');
  readonly issues = this.table<E.Issue>('issue', {
    key: (issue) => [issue.key, ...(issue.formerKeys ?? [])],
    project: (issue) => [issue.projectId],
    type: (issue) => [issue.typeId],
    parent: (issue) => (typeof issue.values.parent === 'string' ? [issue.values.parent] : []),
  });
  readonly changes = this.table<E.Change>('change', { issue: (change) => [change.issueId] });
  readonly linkTypes = this.table<E.LinkType>('linkType');
  readonly links = this.table<E.Link>('link', {
    issue: (link) => [link.sourceId, link.destinationId],
    type: (link) => [link.typeId],
  });
  readonly comments = this.table<E.Comment>('comment', { issue: (comment) => [comment.issueId] });
  readonly attachments = this.table<Attachment>('attachment', { issue: (attachment) => [attachment.issueId] });
  readonly watching = this.table<Watching>('watching', { issue: (one) => [one.issueId] });
  readonly notices = this.table<Notice>('notice', {
    issue: (notice) => [notice.issueId],
    person: (notice) => [notice.accountId],
  });
  readonly remoteLinks = this.table<RemoteLink>('remoteLink', { issue: (link) => [link.issueId] });
  readonly properties = this.table<E.Property>('property', { owner: (property) => [property.owner] });
  readonly resolutions = this.table<E.NamedValue>('resolution');
  readonly priorities = this.table<E.NamedValue>('priority');
  readonly dashboards = this.table<E.Dashboard>('dashboard');
  readonly tasks = this.table<Task>('task');

  /** Opens the file (or `:memory:`) and loads every document. */
  constructor(path: string) {
    super(path, FIRST_ID);
    this.load();
  }
}
