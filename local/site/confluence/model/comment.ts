import type { Document } from '../../documents/table';

/** A comment below a page, or a reply to one. Its newest text alone is kept. */
export interface FooterComment extends Document {
  readonly pageId: string;
  readonly parentCommentId: string | null;
  /** The Atlassian document as JSON text. */
  readonly body: string;
  readonly authorId: string;
  readonly version: {
    readonly number: number;
    readonly message: string;
    readonly authorId: string;
    readonly createdAt: number;
  };
}
