import type { Document } from '../../documents/table';

/** Entities as they are stored. Ids are decimal strings, instants epoch milliseconds. */

export interface Subject {
  readonly type: 'user' | 'group' | 'anonymous';
  /** Account or group id; empty for anonymous. */
  readonly id: string;
}

export type SpaceOperation = 'read' | 'create' | 'delete' | 'archive' | 'restrict_content' | 'administer' | 'export';

/** One line of a space's permissions: somebody may do `operation` to things of the kind `target`. */
export interface SpacePermission {
  readonly id: string;
  readonly subject: Subject;
  readonly operation: SpaceOperation;
  readonly target: 'space' | 'page';
}

export interface Space extends Document {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly status: 'current' | 'archived';
  readonly authorId: string;
  readonly createdAt: number;
  readonly homepageId: string;
  readonly permissions: readonly SpacePermission[];
}

/** Who may; empty lists restrict nobody. */
export interface Restriction {
  readonly users: readonly string[];
  readonly groups: readonly string[];
}

/** `draft`: never published, and its author's alone. */
export type PageStatus = 'current' | 'archived' | 'trashed' | 'draft';

export interface Page extends Document {
  readonly spaceId: string;
  readonly status: PageStatus;
  readonly title: string;
  readonly parentId: string | null;
  /** Order among siblings. */
  readonly position: number;
  readonly authorId: string;
  readonly ownerId: string;
  readonly lastOwnerId: string | null;
  readonly createdAt: number;
  /** Number of the newest version. */
  readonly version: number;
  readonly restrictions: { readonly read: Restriction; readonly update: Restriction };
  /** Ids of labels. */
  readonly labelIds: readonly string[];
}

/** One published state of a page; its id is `<page id>/<number>`. */
export interface PageVersion extends Document {
  readonly pageId: string;
  readonly number: number;
  readonly title: string;
  /** The Atlassian document as JSON text. */
  readonly body: string;
  readonly message: string;
  readonly authorId: string;
  readonly createdAt: number;
}

export interface ContentProperty extends Document {
  readonly pageId: string;
  readonly key: string;
  readonly value: unknown;
  readonly version: { readonly number: number; readonly message: string; authorId: string; createdAt: number };
}

export interface Label extends Document {
  readonly name: string;
  readonly prefix: 'global' | 'my';
}

/** A long-running task; its work is done at once, its report comes later. */
export interface Task extends Document {
  readonly name: string;
  readonly submittedBy: string;
  readonly startedAt: number;
  readonly endsAt: number;
}
