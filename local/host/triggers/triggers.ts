import { randomUUID } from 'node:crypto';
import type { Clock, ProductEvent } from '../../seam';
import { runsLicensed } from '../app-licence';
import type { Checks } from '../checks';
import type { Faults } from '../faults';
import type { Installation } from '../invoker';
import type { Entries, Journal } from '../journal';
import type { Manifest, TriggerModule } from '../manifest';
import type { QueueStore } from '../queue/store';
import { compileFilter, type Filter } from './filter';
import { covers } from './scopes';

/** Hands product events to the app's triggers, late and by filter, as the platform does. */
export class Triggers {
  private readonly filters = new Map<string, Filter>();

  /** @throws FilterUnsupported when a filter's expression is outside the subset */
  constructor(
    private readonly manifest: Manifest,
    private readonly store: QueueStore,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly faults: Faults,
    private readonly checks: Checks,
    private readonly installation: Installation,
    /** How late events usually are, in ms. The platform says at most three minutes. */
    private readonly lateness: number,
    private readonly added: () => void,
  ) {
    for (const trigger of manifest.triggers) {
      if (trigger.filter?.expression !== undefined)
        this.filters.set(trigger.key, compileFilter(trigger.key, trigger.filter.expression));
    }
  }

  receive(event: ProductEvent): void {
    const note = (fate: Entries['event']['fate'], trigger?: string) =>
      this.journal.add('event', {
        at: this.clock.now(),
        name: event.name,
        causedByApp: event.causedByApp,
        fate,
        ...(trigger === undefined ? {} : { trigger }),
      });
    const interested = this.manifest.triggers.filter((trigger) => trigger.events.includes(event.name));
    if (interested.length === 0) {
      note('no-trigger');
      return;
    }
    if (this.checks.holds('event-scope') && !covers(this.manifest.scopes, event.name)) {
      note('no-scope');
      return;
    }
    const now = this.clock.now();
    const payload = {
      timestamp: String(now),
      ...event.payload,
      eventType: event.name,
      selfGenerated: event.causedByApp,
    };
    for (const trigger of interested) {
      if (!this.passes(trigger, event, payload)) {
        note('filtered', trigger.key);
        continue;
      }
      const arrivals = this.faults.arrivals(event, this.lateness);
      note(arrivals.length > 0 ? 'delivered' : 'lost', trigger.key);
      for (const delay of arrivals) this.deliver(trigger, payload, now, delay);
    }
    this.added();
  }

  private passes(trigger: TriggerModule, event: ProductEvent, payload: Record<string, unknown>): boolean {
    if (!runsLicensed(trigger.filter, this.installation.licence)) return false;
    if (trigger.filter?.ignoreSelf && event.causedByApp) return false;
    const filter = this.filters.get(trigger.key);
    if (!filter) return true;
    try {
      const value = filter({ event: payload });
      if (typeof value !== 'boolean') throw new Error(`The filter gave ${JSON.stringify(value)}, not a Boolean.`);
      return value;
    } catch (error) {
      const mode = trigger.filter?.onError ?? 'IGNORE';
      if (mode.endsWith('LOG'))
        this.journal.add('log', {
          at: this.clock.now(),
          level: 'warn',
          line: `Filter of ${trigger.key}: ${String(error)}`,
          invocation: '',
        });
      return mode.startsWith('RECEIVE');
    }
  }

  private deliver(trigger: TriggerModule, payload: Record<string, unknown>, now: number, delay: number): void {
    const eventId = randomUUID();
    this.store.add({
      kind: 'trigger',
      module: trigger.key,
      queue: trigger.function,
      jobId: eventId,
      eventId,
      body: payload,
      concurrency: null,
      delayInSeconds: null,
      due: now + delay,
      first: now,
      chain: 0,
    });
  }
}
