import { DocumentStore } from '../../documents/store';
import type { Attachment, AttachmentVersion } from './attached';
import type { FooterComment } from './comment';
import type * as E from './entities';

/** Apart from Jira's, so that an id that goes astray is not found. */
const FIRST_ID = 131_073;

/** The documents of the local Confluence. */
export class Store extends DocumentStore {
  readonly spaces = this.table<E.Space>('space', { key: (space) => [space.key.toLowerCase()] });
  readonly pages = this.table<E.Page>('page', {
    space: (page) => [page.spaceId],
    parent: (page) => (page.parentId === null ? [] : [page.parentId]),
    title: (page) => (page.status === 'trashed' || page.status === 'draft' ? [] : [titleKey(page.spaceId, page.title)]),
    label: (page) => page.labelIds,
  });
  readonly versions = this.table<E.PageVersion>('version', { page: (version) => [version.pageId] });
  readonly properties = this.table<E.ContentProperty>('property', { page: (property) => [property.pageId] });
  readonly attachments = this.table<Attachment>('attachment', { page: (attachment) => [attachment.pageId] });
  readonly attachmentVersions = this.table<AttachmentVersion>('attachmentVersion', {
    attachment: (version) => [version.attachmentId],
  });
  readonly comments = this.table<FooterComment>('comment', {
    page: (comment) => [comment.pageId],
    parent: (comment) => (comment.parentCommentId === null ? [] : [comment.parentCommentId]),
  });
  readonly labels = this.table<E.Label>('label', { name: (label) => [label.name] });
  readonly tasks = this.table<E.Task>('task');

  /** Opens the file (or `:memory:`) and loads every document. */
  constructor(path: string) {
    super(path, FIRST_ID);
    this.load();
  }
}

/** Titles are unique in a space whatever their case. */
export const titleKey = (spaceId: string, title: string): string => `${spaceId}/${title.trim().toLowerCase()}`;
