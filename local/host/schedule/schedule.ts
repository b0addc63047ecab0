import type { Clock } from '../../seam';
import type { Activity } from '../activity';
import { runsLicensed } from '../app-licence';
import type { Installation, Invoker } from '../invoker';
import type { Manifest } from '../manifest';
import type { QueueStore } from '../queue/store';
import { InvocationFailed } from '../worker/pool';

const MINUTE = 60_000;
/** developer.atlassian.com/platform/forge/manifest-reference/modules/scheduled-trigger */
const INTERVALS = { fiveMinute: 5 * MINUTE, hour: 60 * MINUTE, day: 24 * 60 * MINUTE, week: 7 * 24 * 60 * MINUTE };
/** The first run comes about five minutes after deployment (same page). */
const FIRST_RUN = 5 * MINUTE;

/** Runs scheduled triggers on the host's clock; an error is not retried, and what was missed in sleep runs once. */
export class Schedules {
  private readonly cancels = new Map<string, () => void>();

  constructor(
    private readonly manifest: Manifest,
    private readonly store: QueueStore,
    private readonly invoker: Invoker,
    private readonly clock: Clock,
    private readonly activity: Activity,
    private readonly installation: Installation,
  ) {
    for (const { key } of manifest.schedules) {
      const due = store.scheduleDue(key) ?? clock.now() + FIRST_RUN;
      this.arm(key, Math.max(due, clock.now() + 1_000));
    }
  }

  /** Runs one schedule now. @throws InvocationFailed */
  async run(moduleKey: string): Promise<void> {
    const schedule = this.manifest.schedules.find((candidate) => candidate.key === moduleKey);
    if (!schedule) throw new Error(`manifest.yml has no scheduled trigger ${moduleKey}.`);
    await this.invoker.run({
      functionKey: schedule.function,
      moduleKey,
      kind: 'schedule',
      payload: { context: { cloudId: this.invoker.contextAri().split('/')[1], moduleKey }, contextToken: '' },
      accountId: null,
    });
  }

  close(): void {
    for (const cancel of this.cancels.values()) cancel();
  }

  private arm(key: string, due: number): void {
    const schedule = this.manifest.schedules.find((candidate) => candidate.key === key);
    if (!schedule) return;
    this.store.setSchedule(key, due);
    this.cancels.set(
      key,
      this.clock.at(due, () => {
        const next = due + INTERVALS[schedule.interval];
        this.arm(key, next > this.clock.now() ? next : this.clock.now() + INTERVALS[schedule.interval]);
        if (!runsLicensed(schedule.filter, this.installation.licence)) return;
        void this.run(key).catch((error: unknown) => {
          if (!(error instanceof InvocationFailed)) throw error; // The invoker has put it in the journal.
        });
        return this.activity.settled();
      }),
    );
  }
}
