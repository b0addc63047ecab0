import { type FormPart, fieldOf, filesOf, partsOf } from '../../files/form';
import { fileHeaders } from '../../files/serve';
import {
  addAttachment,
  addVersion,
  namesake,
  purgeAttachment,
  type Said,
  trashAttachment,
  versionOf,
  visibleAttachment,
} from '../attachments/change';
import { downloadLink, showAttachment, showContent, showVersion } from '../attachments/show';
import { type Call, cursorPage, noContent, ok, queryList, type Reply, type Route, v1, v2 } from '../call';
import { badRequest, forbidden, notFound } from '../errors';
import type { Attachment } from '../model/attached';
import { editablePage, maySeePage, visiblePage } from '../permissions/access';

const READ = ['read:attachment:confluence'];

const SORTS: Readonly<Record<string, (call: Call, a: Attachment, b: Attachment) => number>> = {
  'created-date': (_call, a, b) => a.createdAt - b.createdAt,
  'modified-date': (call, a, b) => versionOf(call.site, a).createdAt - versionOf(call.site, b).createdAt,
};

/** The attachments that pass the filters of the list operations, in the asked order. */
function listed(call: Call, attachments: readonly Attachment[]): Reply {
  const { site, query } = call;
  const statuses = queryList(call, 'status');
  const wanted = statuses.length === 0 ? ['current'] : statuses;
  const filename = query.get('filename');
  const mediaType = query.get('mediaType');
  const found = attachments
    .filter(({ status, title }) => wanted.includes(status) && (filename === null || title === filename))
    .filter((one) => mediaType === null || versionOf(site, one).mediaType === mediaType);
  const sort = query.get('sort');
  if (sort !== null) {
    const compare = SORTS[sort.replace(/^-/, '')];
    if (!compare) throw badRequest(`sort must be one of ${Object.keys(SORTS).join(', ')}, not '${sort}'.`);
    found.sort((a, b) => (sort.startsWith('-') ? compare(call, b, a) : compare(call, a, b)));
  }
  return cursorPage(call, found, (one) => showAttachment(site, one));
}

function everywhere(call: Call): Reply {
  const { store } = call.site;
  return listed(
    call,
    store.attachments.all().filter(({ pageId }) => {
      const page = store.pages.get(pageId);
      return page !== undefined && maySeePage(call.site, call.actor, page);
    }),
  );
}

const ofPage = (call: Call): Attachment[] =>
  call.site.store.attachments.by('page', visiblePage(call.site, call.actor, call.param('id')).id);

const versionsOf = (call: Call, { id }: Attachment) =>
  call.site.store.attachmentVersions.by('attachment', id).sort((a, b) => b.number - a.number);

function get(call: Call): Reply {
  const { site, query } = call;
  const { attachment } = visibleAttachment(call, call.param('id'));
  const number = query.get('version');
  const version = versionOf(site, attachment, number === null ? undefined : Number(number));
  const versions = () => ({
    versions: { results: versionsOf(call, attachment).map(showVersion), meta: { hasMore: false }, _links: {} },
  });
  return ok(showAttachment(site, attachment, version, query.get('include-versions') === 'true' ? versions() : {}));
}

function remove(call: Call): Reply {
  if (call.query.get('purge') === 'true') purgeAttachment(call, call.param('id'));
  else trashAttachment(call, call.param('id'));
  return noContent();
}

function versions(call: Call): Reply {
  const { attachment } = visibleAttachment(call, call.param('id'));
  const list = versionsOf(call, attachment);
  if (call.query.get('sort') === 'modified-date') list.reverse();
  const { id, title } = attachment;
  return cursorPage(call, list, (version) => ({ ...showVersion(version), attachment: { id, title } }));
}

function oneVersion(call: Call): Reply {
  const { attachment } = visibleAttachment(call, call.param('attachment-id'));
  const version = versionOf(call.site, attachment, Number(call.param('version-number')));
  return ok({
    ...showVersion(version),
    contentTypeModified: false,
    collaborators: [version.authorId],
    ...(version.number > 1 ? { prevVersion: version.number - 1 } : {}),
    ...(version.number < attachment.version ? { nextVersion: version.number + 1 } : {}),
  });
}

/** Files are form data, and a header says that no browser was tricked into sending them. */
function formOf(call: Call): readonly FormPart[] {
  if (!/^no-?check$/.test(call.header('X-Atlassian-Token') ?? '')) throw forbidden('XSRF check failed');
  const parts = partsOf(call.header('Content-Type') ?? '', call.form());
  if (filesOf(parts).length === 0) throw badRequest('The request has no part with the name "file".');
  return parts;
}

const saidIn = (parts: readonly FormPart[]): Said => ({
  comment: fieldOf(parts, 'comment') ?? '',
  minorEdit: fieldOf(parts, 'minorEdit') === 'true',
});

/** `replace`: a file that has the name of one that is there becomes its newest version. */
const attach = (replace: boolean) => (call: Call) => {
  const page = editablePage(call.site, call.actor, call.param('id'));
  const parts = formOf(call);
  const stored = filesOf(parts).map((file) => {
    const there = replace ? namesake(call.site, page, file.filename) : undefined;
    return there ? addVersion(call, there, file, saidIn(parts)) : addAttachment(call, page, file, saidIn(parts));
  });
  const results = stored.map((one) => showContent(call, one));
  const _links = { base: call.site.base, context: '/wiki' };
  return ok({ results, start: 0, limit: results.length, size: results.length, _links }, results.length);
};

/** The attachment of the address, which must be one of the page's. */
function attachmentOfPage(call: Call): Attachment {
  const { attachment } = visibleAttachment(call, call.param('attachmentId'));
  if (attachment.pageId !== call.param('id')) throw notFound('The page has no such attachment.');
  return attachment;
}

function replaceData(call: Call): Reply {
  editablePage(call.site, call.actor, call.param('id'));
  const attachment = attachmentOfPage(call);
  const parts = formOf(call);
  const [file] = filesOf(parts);
  if (!file) throw badRequest('The request has no part with the name "file".');
  return ok(showContent(call, addVersion(call, attachment, file, saidIn(parts))));
}

/** `GET …/download`: 302 to where the file is. */
function download(call: Call): Reply {
  const attachment = attachmentOfPage(call);
  const number = call.query.get('version');
  const version = versionOf(call.site, attachment, number === null ? undefined : Number(number));
  return { status: 302, headers: { Location: `${call.site.base}${downloadLink(attachment, version)}` } };
}

/** The address that links name: the newest file of that name, or one of its versions. */
function file(call: Call): Reply {
  const { site } = call;
  const page = visiblePage(site, call.actor, call.param('pageId'));
  const attachment = site.store.attachments
    .by('page', page.id)
    .filter(({ title }) => title === call.param('fileName'))
    .sort((a, b) => Number(a.status === 'trashed') - Number(b.status === 'trashed'))[0];
  if (!attachment) throw notFound('The page has no such attachment.');
  const number = call.query.get('version');
  const version = versionOf(site, attachment, number === null ? undefined : Number(number));
  const bytes = site.store.files.get(version.id);
  if (!bytes) throw notFound('The file is missing.');
  return { status: 200, file: bytes, headers: fileHeaders(attachment.title, version.mediaType) };
}

const CHILD = '/content/{id}/child/attachment';
const WRITE = ['write:confluence-file', 'write:attachment:confluence'] as const;
const DOWNLOAD = ['readonly:content.attachment:confluence', 'read:attachment:confluence'] as const;

export const attachmentRoutes: readonly Route[] = [
  v2('GET', '/attachments', READ, everywhere),
  v2('GET', '/pages/{id}/attachments', READ, (call) => listed(call, ofPage(call))),
  v2('GET', '/attachments/{id}', READ, get),
  v2('DELETE', '/attachments/{id}', ['delete:attachment:confluence'], remove),
  v2('GET', '/attachments/{id}/versions', READ, versions),
  v2('GET', '/attachments/{attachment-id}/versions/{version-number}', READ, oneVersion),
  v1('POST', CHILD, WRITE, attach(false)),
  v1('PUT', CHILD, WRITE, attach(true)),
  v1('POST', `${CHILD}/{attachmentId}/data`, WRITE, replaceData),
  v1('GET', `${CHILD}/{attachmentId}/download`, DOWNLOAD, download, 'anyone'),
  {
    method: 'GET',
    path: '/wiki/download/attachments/{pageId}/{fileName}',
    scopes: DOWNLOAD.map((scope) => [scope]),
    access: 'anyone',
    handle: file,
  },
];
