/** One run of a function, as the capabilities see it. */
export interface Invocation {
  readonly id: string;
  readonly functionKey: string;
  readonly moduleKey: string;
  readonly kind: InvocationKind;
  /** Whose session it is; null where the platform gives no user: triggers, consumers, schedules, lifecycle. */
  readonly accountId: string | null;
  /** How many pushes led here from one start. */
  readonly chain: number;
}

export type InvocationKind = 'resolver' | 'trigger' | 'consumer' | 'schedule' | 'lifecycle' | 'other';
