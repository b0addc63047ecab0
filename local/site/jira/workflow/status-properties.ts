import type { Issue, Project } from '../model/entities';
import type { Site } from '../site';
import { workflowOf } from './of-issue';

/**
 * Properties of a workflow's status that take something from everybody, the app and administrators too
 * (support page "Use workflow properties"). Others are kept and do nothing here.
 */
const DENIES: Readonly<Record<string, string>> = {
  ADD_COMMENTS: 'jira.permission.comment.denied',
  ASSIGN_ISSUES: 'jira.permission.assign.denied',
  CREATE_ATTACHMENTS: 'jira.permission.attach.denied',
  DELETE_ALL_ATTACHMENTS: 'jira.permission.attachdeleteall.denied',
  DELETE_ISSUES: 'jira.permission.delete.denied',
  DELETE_OWN_ATTACHMENTS: 'jira.permission.attachdeleteown.denied',
  EDIT_ISSUES: 'jira.permission.edit.denied',
  LINK_ISSUES: 'jira.permission.link.denied',
  MOVE_ISSUES: 'jira.permission.move.denied',
};
/** With the value `false` no field of the issue can be edited. */
const EDITABLE = 'jira.issue.editable';

/** Whether the status that an issue is in takes a permission from everybody. */
export function isDeniedByStatus(site: Site, project: Project, issue: Issue, permission: string): boolean {
  const denied = DENIES[permission];
  if (denied === undefined) return false;
  const { statuses } = workflowOf(site, project, issue.typeId);
  const properties = statuses.find(({ statusId }) => statusId === issue.statusId)?.properties ?? {};
  return denied in properties || (permission === 'EDIT_ISSUES' && properties[EDITABLE] === 'false');
}
