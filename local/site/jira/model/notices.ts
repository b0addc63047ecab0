import type { Document } from '../../documents/table';

/** That somebody watches an issue; the id is `issue/account`. */
export interface Watching extends Document {
  readonly issueId: string;
  readonly accountId: string;
}

/** What somebody is told of: the nearest thing that concerns him comes first. */
export type NoticeKind = 'mentioned' | 'assigned' | 'commented' | 'changed';

/** What a person is told of an issue. */
export interface Notice extends Document {
  readonly accountId: string;
  readonly issueId: string;
  readonly kind: NoticeKind;
  readonly by: string;
  readonly created: number;
  readonly read: boolean;
}
