import { type FormFile, filesOf, partsOf } from '../../files/form';
import { fileHeaders } from '../../files/serve';
import { type Call, noContent, ok, type Reply, type Route, route } from '../call';
import { badRequest, JiraError, notFound } from '../errors';
import { eraseAttachment } from '../issues/delete';
import { publishIssueUpdate } from '../issues/events';
import { showAttachment, showMetadata } from '../issues/show-attachment';
import { changeItem, storeChange } from '../issues/values';
import type { Attachment } from '../model/attached';
import type { Issue } from '../model/entities';
import { mayBrowse, requireOnIssue, visibleIssue } from '../permissions/access';

const READ = 'read:jira-work';
const WRITE = 'write:jira-work';
/** OpenAPI, "Add attachment". */
const MOST_FILES = 60;
/** Bytes of one file: 1 GB by default (support.atlassian.com/jira-cloud-administration/docs/configure-file-attachments). */
export const UPLOAD_LIMIT = 1024 ** 3;

/** Files are form data, and a header says that no browser was tricked into sending them. */
function attach(call: Call): Reply {
  const { site, actor } = call;
  if (call.header('X-Atlassian-Token') !== 'no-check') throw new JiraError(403, ['XSRF check failed']);
  const issue = visibleIssue(site, actor, call.param('issueIdOrKey'));
  requireOnIssue(site, actor, 'CREATE_ATTACHMENTS', issue);
  const files = filesOf(partsOf(call.header('Content-Type') ?? '', call.form()));
  if (files.length === 0) throw badRequest('The request has no part with the name "file".');
  if (files.length > MOST_FILES) throw new JiraError(413, [`At most ${MOST_FILES} files can be added at once.`]);
  const tooLarge = files.find(({ bytes }) => bytes.length > site.uploadLimit);
  if (tooLarge)
    throw new JiraError(413, [`The file ${tooLarge.filename} has more than the ${site.uploadLimit} bytes allowed.`]);
  const stored = files.map((file) => keep(call, issue, file));
  for (const one of stored) record(call, issue, one, true);
  return ok(
    stored.map((one) => showAttachment(site, one)),
    stored.length,
  );
}

function keep({ site, actor }: Call, issue: Issue, { filename, mimeType, bytes }: FormFile): Attachment {
  const attachment = site.store.attachments.put({
    id: site.store.nextId('attachment'),
    issueId: issue.id,
    author: actor.accountId ?? '',
    created: site.clock.now(),
    filename,
    mimeType,
    size: bytes.length,
  });
  site.store.files.put(attachment.id, bytes);
  return attachment;
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
  eraseAttachment(call.site, attachment);
  record(call, issue, attachment, false);
  return noContent();
}

function bytesOf(call: Call): Reply {
  const { id, filename, mimeType } = attachmentOf(call).attachment;
  const file = call.site.store.files.get(id);
  if (!file) throw notFound(`The file of the attachment '${filename}' was never kept: it is older than this site.`);
  return { status: 200, file, headers: fileHeaders(filename, mimeType) };
}

/** Jira Cloud leads to its file store, by an address that needs no login for a while; here it is one of the site's own. */
function content(call: Call): Reply {
  if (call.query.get('redirect') === 'false') return bytesOf(call);
  const { id } = attachmentOf(call).attachment;
  return { status: 303, headers: { Location: `${call.site.baseUrl}${FILES}/${id}` } };
}

const FILES = '/local/jira/files';

export const attachmentRoutes: readonly Route[] = [
  route('POST', '/issue/{issueIdOrKey}/attachments', 'user', WRITE, attach),
  route('GET', '/attachment/meta', 'anyone', READ, (call) => ok({ enabled: true, uploadLimit: call.site.uploadLimit })),
  route('GET', '/attachment/{id}', 'anyone', READ, (call) =>
    ok(showMetadata(call.site, attachmentOf(call).attachment)),
  ),
  route('GET', '/attachment/content/{id}', 'anyone', READ, content),
  route('DELETE', '/attachment/{id}', 'user', WRITE, remove),
  { method: 'GET', path: `${FILES}/{id}`, scopes: [READ], access: 'anyone', handle: bytesOf },
];
