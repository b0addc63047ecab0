/** What the host saw, for the drawer of the shell and for tests that count calls. Newest last, bounded. */
export interface Entries {
  event: {
    at: number;
    name: string;
    causedByApp: boolean;
    /** `no-scope`: the manifest lacks a scope that the event needs. */
    fate: 'delivered' | 'lost' | 'filtered' | 'no-trigger' | 'no-scope';
    trigger?: string;
  };
  job: {
    at: number;
    queue: string;
    eventId: string;
    state: 'pushed' | 'done' | 'retry' | 'dropped' | 'cancelled';
    reason?: string;
  };
  invocation: {
    at: number;
    function: string;
    module: string;
    key?: string;
    wall: number;
    outcome: string;
    memory: number | null;
    /** Lines of log beyond the platform's limit. */
    linesDropped?: number;
  };
  sql: { at: number; text: string; parameters: number; rows: number; wall: number; error?: string };
  product: { at: number; remote: string; method: string; path: string; status: number; points: number; as: string };
  kvs: { at: number; path: string; key: string; status: number };
  queue: { at: number; path: string; status: number; events: number };
  log: { at: number; level: string; line: string; invocation: string };
}

export type Kind = keyof Entries;
const KINDS: readonly Kind[] = ['event', 'job', 'invocation', 'sql', 'product', 'kvs', 'queue', 'log'];
const KEPT = 2_000;

export type Totals = Record<Kind, number>;

export class Journal {
  private readonly rings = new Map<Kind, unknown[]>(KINDS.map((kind) => [kind, []]));
  readonly totals = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Totals;

  add<K extends Kind>(kind: K, entry: Entries[K]): void {
    const ring = this.rings.get(kind) as Entries[K][];
    ring.push(entry);
    if (ring.length > KEPT * 2) ring.splice(0, ring.length - KEPT);
    this.totals[kind] += 1;
  }

  /** The newest entries of a kind, oldest first. */
  list<K extends Kind>(kind: K, limit = KEPT): Entries[K][] {
    return (this.rings.get(kind) as Entries[K][]).slice(-limit);
  }

  /** Remembers where the journal stands; `since` counts and lists what came after. */
  mark(): Totals {
    return { ...this.totals };
  }

  /** How many entries of each kind came since `mark`, and the entries themselves as far as they are kept. */
  since(mark: Totals): { counts: Totals; list<K extends Kind>(kind: K): Entries[K][] } {
    const counts = Object.fromEntries(KINDS.map((kind) => [kind, this.totals[kind] - mark[kind]])) as Totals;
    return { counts, list: (kind) => (counts[kind] > 0 ? this.list(kind, counts[kind]) : []) };
  }
}
