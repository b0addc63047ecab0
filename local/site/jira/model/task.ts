import type { Document } from '../../documents/table';

export interface Task extends Document {
  readonly description: string;
  readonly submittedBy: string;
  readonly submitted: number;
  /** The instant from which it runs, and from which it is complete. */
  readonly runsAt: number;
  readonly endsAt: number;
  readonly result: unknown;
  /** What a bulk operation came to; absent for other tasks. */
  readonly bulk?: BulkOutcome;
}

export interface BulkOutcome {
  readonly processed: readonly string[];
  /** Why, by the id of the issue. */
  readonly failed: Readonly<Record<string, readonly string[]>>;
  /** How many issues were not found, and how many were asked for. */
  readonly unknown: number;
  readonly total: number;
}
