/**
 * What the platform refuses and a milder host would let through. Each has a breach in `local/test/planted`, which shows
 * that the host refuses it, and that it is this check that does.
 */
export const CHECKS = {
  'storage-scope': 'The key-value store and Forge SQL need the scope storage:app.',
  'event-scope': 'An event of a product comes only with the scope that its page names.',
  'kvs-write-rate': 'One key takes 1 MB a second.',
  'kvs-key-length': 'A key has at most 500 characters.',
  'entity-index': 'An entity is queried by an index that the manifest declares.',
  'buffer-memory': 'Buffers count as memory of an invocation.',
  'log-lines': 'An invocation leaves 100 lines and 200 KB of log a minute of its time limit.',
  'licence-of-user': 'No product is asked by asUser for who has no licence on the site.',
  'wide-integers-as-text': 'BIGINT arrives as text.',
} as const;

export type CheckName = keyof typeof CHECKS;

/** Which checks hold: all of them, but for the proof that one of them is what refuses. */
export class Checks {
  private readonly without: ReadonlySet<CheckName>;

  constructor(without: readonly CheckName[] = []) {
    this.without = new Set(without);
  }

  holds(check: CheckName): boolean {
    return !this.without.has(check);
  }
}
