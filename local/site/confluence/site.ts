import type { Clock, Directory } from '../../seam';
import type { Store } from './model/store';

/** The group whose members have a Confluence licence. */
export const LICENSED_GROUP = 'confluence-users';
/** Members are guests, whom Confluence's answers call external collaborators. */
export const GUESTS_GROUP = 'confluence-guests';
/** The group that administers Confluence: creates spaces and administers those it created. */
export const ADMINISTRATORS_GROUP = 'confluence-administrators';

/** What every part of the local Confluence works with. */
export interface Site {
  readonly store: Store;
  readonly clock: Clock;
  readonly directory: Directory;
  /** Address of Confluence, `http://localhost:8042/wiki`: what links start with. */
  readonly base: string;
  /** Account id of the app's own user. */
  readonly appAccountId: string;
}

/** Confluence's form of an instant: ISO 8601 in UTC. */
export const isoTime = (instant: number): string => new Date(instant).toISOString();
