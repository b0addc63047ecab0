import type { Document } from '../../documents/table';

/** What describes a file; its bytes are among the store's files, under the same id. */
export interface Attachment extends Document {
  readonly issueId: string;
  readonly author: string;
  readonly created: number;
  readonly filename: string;
  readonly mimeType: string;
  readonly size: number;
}

/** A link to something outside Jira, such as a page of Confluence. */
export interface RemoteLink extends Document {
  readonly issueId: string;
  readonly globalId: string | null;
  readonly application: Readonly<Record<string, unknown>> | null;
  readonly relationship: string | null;
  readonly object: Readonly<Record<string, unknown>>;
}
