import type { Call } from '../call';
import { fieldError } from '../errors';
import { fieldById } from '../fields/registry';
import type { Issue } from '../model/entities';
import { requireOnIssue } from '../permissions/access';
import { publishIssueUpdate } from './events';
import { addLinks } from './links';
import { newMentions } from './mentions';
import { settableFields } from './screens';
import type { IssueInput } from './transition';
import { applyInput, changedItems, storeChange } from './values';

/**
 * Changes an issue's values through its edit screen.
 * Errors: 403 without Edit issues, 400 with a message for each field.
 */
export function editIssue(call: Call, issue: Issue, input: IssueInput): Issue {
  const { site, actor } = call;
  const project = requireOnIssue(site, actor, 'EDIT_ISSUES', issue);
  const { issuelinks = [], ...update } = input.update;
  const settable = settableFields(site, project, issue.typeId, 'edit');
  const values = applyInput(site, actor, project, issue, settable, issue.values, { fields: input.fields, update });
  if (values.summary === undefined) throw fieldError('summary', 'You must specify a summary of the issue.');
  const stored = storeValues(call, issue, values);
  if (issuelinks.length > 0) addLinks(call, stored, issuelinks);
  return stored;
}

/** Stores changed values with their history and publishes the update. */
export function storeValues(call: Call, issue: Issue, values: Issue['values']): Issue {
  const { site, actor } = call;
  const items = changedItems(site, issue, issue.values, values, (id) => fieldById(site, id));
  const stored = storeChange(site, actor.accountId ?? '', { ...issue, values }, items);
  publishIssueUpdate(call, stored, items, newMentions(issue.values.description, values.description));
  return stored;
}
