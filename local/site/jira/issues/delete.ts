import type { Attachment } from '../model/attached';
import type { Issue } from '../model/entities';
import type { Site } from '../site';

/** Removes an issue with its history, links, comments, attachments, watchers, notices and properties. Cascades publish nothing (events reference). */
export function eraseIssue(site: Site, issue: Issue): void {
  const { store } = site;
  for (const link of store.links.by('issue', issue.id)) store.links.delete(link.id);
  for (const change of store.changes.by('issue', issue.id)) store.changes.delete(change.id);
  for (const comment of store.comments.by('issue', issue.id)) store.comments.delete(comment.id);
  for (const attachment of store.attachments.by('issue', issue.id)) eraseAttachment(site, attachment);
  for (const link of store.remoteLinks.by('issue', issue.id)) store.remoteLinks.delete(link.id);
  for (const one of store.watching.by('issue', issue.id)) store.watching.delete(one.id);
  for (const notice of store.notices.by('issue', issue.id)) store.notices.delete(notice.id);
  for (const property of store.properties.by('owner', `issue:${issue.id}`)) store.properties.delete(property.id);
  store.issues.delete(issue.id);
}

/** Removes an attachment with its file. */
export function eraseAttachment({ store }: Site, { id }: Attachment): void {
  store.files.delete(id);
  store.attachments.delete(id);
}
