import type { Document } from '../../documents/table';
import type { PermissionGrant } from './entities';

/** Somebody who sees the issues of a level. */
export interface SecurityMember {
  readonly id: string;
  readonly holder: PermissionGrant['holder'];
}

export interface SecurityLevel {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly members: readonly SecurityMember[];
}

/** Levels that the issues of its projects can have: an issue with one is seen by its members alone. */
export interface SecurityScheme extends Document {
  readonly name: string;
  readonly description: string;
  /** The level that new issues get; null for none. */
  readonly defaultLevelId: string | null;
  readonly levels: readonly SecurityLevel[];
}
