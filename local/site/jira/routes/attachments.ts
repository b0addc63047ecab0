import { type Call, noContent, ok, type Reply, type Route, route } from '../call';
import { badRequest, JiraError, notFound } from '../errors';
import { publishIssueUpdate } from '../issues/events';
import { filesOf } from '../issues/multipart';
import { showAttachment } from '../issues/show-attachment';
import { changeItem, storeChange } from '../issues/values';
import type { Attachment } from '../model/attached';
import type { Issue } from '../model/entities';
import { mayBrowse, requireOnIssue, visibleIssue } from '../permissions/access';

const WRITE = 'write:jira-work';
/** OpenAPI, "Add attachment". */
const MOST_FILES = 60;

/** Files are form data, and a header says that no browser was tricked into sending them. Only what describes a file is kept. */
function attach(call: Call): Reply {
  const { site, actor } = call;
  if (call.header('X-Atlassian-Token') !== 'no-check') throw new JiraError(403, ['XSRF check failed']);
  const issue = visibleIssue(site, actor, call.param('issueIdOrKey'));
  requireOnIssue(site, actor, 'CREATE_ATTACHMENTS', issue);
  const files = filesOf(call.header('Content-Type') ?? '', call.text());
  if (files.length === 0) throw badRequest('The request has no part with the name "file".');
  if (files.length > MOST_FILES) throw new JiraError(413, [`At most ${MOST_FILES} files can be added at once.`]);
  const stored = files.map((file) =>
    site.store.attachments.put({
      id: site.store.nextId('attachment'),
      issueId: issue.id,
      author: actor.accountId ?? '',
      created: site.clock.now(),
      ...file,
    }),
  );
  for (const one of stored) record(call, issue, one, true);
  return ok(
    stored.map((one) => showAttachment(site, one)),
    stored.length,
  );
}

/** An attachment is a change of its issue: it stands in the history, and the issue's event tells of it. */
function record(call: Call, { id: issueId }: Issue, { id, filename }: Attachment, added: boolean): void {
  const issue = call.site.store.issues.get(issueId);
  if (!issue) return;
  const none = { id: null, text: null };
  const file = { id, text: filename };
  const items = [changeItem('Attachment', added ? none : file, added ? file : none)];
  publishIssueUpdate(call, storeChange(call.site, call.actor.accountId ?? '', issue, items), items);
}

function attachmentOf(call: Call): { attachment: Attachment; issue: Issue } {
  const { site, actor } = call;
  const attachment = site.store.attachments.get(call.param('id'));
  const issue = attachment && site.store.issues.get(attachment.issueId);
  if (!attachment || !issue || !mayBrowse(site, actor, issue))
    throw notFound(`The attachment with id '${call.param('id')}' does not exist`);
  return { attachment, issue };
}

function remove(call: Call): Reply {
  const { attachment, issue } = attachmentOf(call);
  const own = attachment.author === call.actor.accountId;
  requireOnIssue(call.site, call.actor, own ? 'DELETE_OWN_ATTACHMENTS' : 'DELETE_ALL_ATTACHMENTS', issue);
  call.site.store.attachments.delete(attachment.id);
  record(call, issue, attachment, false);
  return noContent();
}

export const attachmentRoutes: readonly Route[] = [
  route('POST', '/issue/{issueIdOrKey}/attachments', 'user', WRITE, attach),
  route('DELETE', '/attachment/{id}', 'user', WRITE, remove),
];
