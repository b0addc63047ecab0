/** How often each kind of thing really happened: not how often it was asked for. */
export class Tally {
  private readonly counts = new Map<string, number>();

  add(kind: string, times = 1): void {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + times);
  }
  of(kind: string): number {
    return this.counts.get(kind) ?? 0;
  }
  addAll(other: Tally): void {
    for (const [kind, times] of other.counts) this.add(kind, times);
  }
  /** The kinds that happened less often than `least`, each with how often it did. */
  rarerThan(least: number, kinds: readonly string[]): string[] {
    return kinds.filter((kind) => this.of(kind) < least).map((kind) => `${kind}: ${this.of(kind)}`);
  }
  toString(): string {
    return [...this.counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([kind, times]) => `${kind} ${times}`)
      .join(', ');
  }
}
