import { eraseAttachments } from '../attachments/change';
import type { Page } from '../model/entities';
import type { Store } from '../model/store';

/** Removes a page with all that belongs to it. */
export function erasePage(store: Store, { id }: Page): void {
  for (const version of store.versions.by('page', id)) store.versions.delete(version.id);
  for (const property of store.properties.by('page', id)) store.properties.delete(property.id);
  for (const comment of store.comments.by('page', id)) store.comments.delete(comment.id);
  eraseAttachments(store, id);
  store.pages.delete(id);
}
