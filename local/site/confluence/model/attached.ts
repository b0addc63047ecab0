import type { Document } from '../../documents/table';

/** A file of a page. Its bytes are among the store's files, under the id of each version. */
export interface Attachment extends Document {
  readonly pageId: string;
  readonly status: 'current' | 'trashed';
  /** The file's name; one of a page has it while it is current. */
  readonly title: string;
  /** What bodies name the file by. */
  readonly fileId: string;
  readonly createdAt: number;
  /** Number of the newest version. */
  readonly version: number;
}

/** One state of an attachment; its id is `<attachment id>/<number>`. */
export interface AttachmentVersion extends Document {
  readonly attachmentId: string;
  readonly number: number;
  readonly mediaType: string;
  readonly size: number;
  readonly comment: string;
  readonly minorEdit: boolean;
  readonly authorId: string;
  readonly createdAt: number;
}
