import { randomUUID } from 'node:crypto';
import type { FormFile } from '../../files/form';
import type { Call } from '../call';
import { badRequest, ConfluenceError, notFound } from '../errors';
import type { Attachment, AttachmentVersion } from '../model/attached';
import type { Page } from '../model/entities';
import type { Store } from '../model/store';
import { mayDoToPage, mayEditPage, visiblePage } from '../permissions/access';
import type { Site } from '../site';

/** Bytes of one file: 100 MB by default (support.atlassian.com/confluence-cloud/docs/configure-attachment-size). */
export const UPLOAD_LIMIT = 100 * 1024 * 1024;

/** What is said of a file beside its name and type. */
export interface Said {
  readonly comment: string;
  readonly minorEdit: boolean;
}

/** The attachment with that id, if its page may be viewed; otherwise 404. */
export function visibleAttachment(call: Call, id: string): { attachment: Attachment; page: Page } {
  const { site, actor } = call;
  const attachment = site.store.attachments.get(id);
  if (!attachment) throw notFound('The attachment does not exist or you may not view it.');
  return { attachment, page: visiblePage(site, actor, attachment.pageId) };
}

/** The newest state of an attachment, or an older one by its number; 404 without it. */
export function versionOf(site: Site, attachment: Attachment, number = attachment.version): AttachmentVersion {
  const version = site.store.attachmentVersions.get(`${attachment.id}/${number}`);
  if (!version) throw notFound(`The attachment has no version ${number}.`);
  return version;
}

/** The current attachments of a page that have the file's name; at most one. */
export const namesake = (site: Site, page: Page, title: string): Attachment | undefined =>
  site.store.attachments.by('page', page.id).find((one) => one.status === 'current' && one.title === title);

/** Stores a file as a new attachment. @throws ConfluenceError 400 when the page has one of its name, 413 when it is too large */
export function addAttachment(call: Call, page: Page, file: FormFile, said: Said): Attachment {
  const { store, clock } = call.site;
  if (namesake(call.site, page, file.filename))
    throw badRequest(`Cannot add a new attachment with same file name as an existing attachment: ${file.filename}`);
  const attachment: Attachment = {
    id: `att${store.nextId('content')}`,
    pageId: page.id,
    status: 'current',
    title: file.filename,
    fileId: randomUUID(),
    createdAt: clock.now(),
    version: 0,
  };
  return addVersion(call, attachment, file, said);
}

/** Stores a file as the newest version of an attachment. @throws ConfluenceError 413 when it is too large */
export function addVersion(call: Call, attachment: Attachment, file: FormFile, said: Said): Attachment {
  const { store, clock } = call.site;
  if (file.bytes.length > UPLOAD_LIMIT)
    throw new ConfluenceError(413, `The file ${file.filename} has more than the ${UPLOAD_LIMIT} bytes allowed.`);
  const next = store.attachments.put({ ...attachment, version: attachment.version + 1 });
  const id = `${next.id}/${next.version}`;
  store.attachmentVersions.put({
    id,
    attachmentId: next.id,
    number: next.version,
    mediaType: file.mimeType,
    size: file.bytes.length,
    ...said,
    authorId: call.actor.accountId ?? '',
    createdAt: clock.now(),
  });
  store.files.put(id, file.bytes);
  return next;
}

/** Moves an attachment to the trash. */
export function trashAttachment(call: Call, id: string): void {
  const { attachment, page } = visibleAttachment(call, id);
  if (!mayEditPage(call.site, call.actor, page)) throw notFound('You may view the attachment, but not delete it.');
  if (attachment.status === 'trashed')
    throw notFound('The attachment is in the trash already; delete it for good with purge=true.');
  call.site.store.attachments.put({ ...attachment, status: 'trashed' });
}

/** Removes an attachment of the trash for good. */
export function purgeAttachment(call: Call, id: string): void {
  const { attachment, page } = visibleAttachment(call, id);
  if (attachment.status !== 'trashed')
    throw badRequest('Only an attachment in the trash can be purged; delete it first.');
  if (!mayDoToPage(call.site, call.actor, page, 'administer'))
    throw notFound('Only who administers the space may purge.');
  eraseAttachment(call.site.store, attachment);
}

/** Removes all attachments of a page that goes for good. */
export function eraseAttachments(store: Store, pageId: string): void {
  for (const attachment of store.attachments.by('page', pageId)) eraseAttachment(store, attachment);
}

function eraseAttachment(store: Store, { id }: Attachment): void {
  for (const version of store.attachmentVersions.by('attachment', id)) {
    store.files.delete(version.id);
    store.attachmentVersions.delete(version.id);
  }
  store.attachments.delete(id);
}
