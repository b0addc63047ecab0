import type { Call } from '../../../local/host/faults';
import type { Site } from '../../../local/site';
import type { Command, Weather as Fault } from './history';
import type { Tally } from './tally';

const MINUTE = 60_000;
/** Events are at most three minutes late. */
const LATEST_MS = 3 * MINUTE;
const KILLS = 2;
/** More would be an outage, after which the platform drops work; `long-work-ends.test.ts` tells of those. */
const REFUSALS = 6;

/** Numbers from 0 to 1 that are the same again for the same start (Park and Miller). */
function orderFrom(start: number): () => number {
  let last = 1 + (start % 2_147_483_646);
  return () => {
    last = (last * 16_807) % 2_147_483_647;
    return last / 2_147_483_647;
  };
}

/** Turns one fault on at a time, and counts what it did to the app. */
export class Weather {
  private fault: Fault = 'calm';
  private since: ReturnType<Site['journal']['mark']>;
  private hits = 0;
  private seen = 0;

  constructor(
    private readonly site: Site,
    private readonly tally: Tally,
  ) {
    this.since = site.journal.mark();
  }

  get isCalm(): boolean {
    return this.fault === 'calm';
  }

  turn(fault: Fault, command: Command, lossless: boolean): void {
    this.count();
    const { faults } = this.site;
    faults.clear();
    this.fault = fault;
    switch (fault) {
      case 'lost':
        faults.loseEvents(() => this.hit((command.a + this.seen++) % 2 === 0));
        break;
      case 'twice':
        faults.repeatEvents(1);
        break;
      case 'shuffled':
        faults.shuffleEvents(true, orderFrom(command.a));
        break;
      case 'late':
        faults.delayEvents(1 + (command.a % LATEST_MS));
        break;
      case '429':
        faults.rateLimit({ calls: 1 + (command.a % REFUSALS), retryAfterSeconds: 1 + (command.b % 20) });
        break;
      case '503':
        faults.unavailable('jira', { calls: 1 + (command.a % REFUSALS) });
        break;
      case 'slow SQL':
        faults.sqlDelay(50 + (command.a % 400));
        break;
      case 'kill':
        faults.killWorkerAt(this.killer(command, lossless));
        break;
      default:
    }
  }

  /** Ends what goes wrong. */
  clear(): void {
    this.turn('calm', { do: { weather: 'calm' }, a: 0, b: 0, c: 0 }, true);
  }

  /** A trigger that is ended before it noted its event has lost it: without losses, only what comes after is ended. */
  private killer({ a, b }: Command, lossless: boolean): (call: Call) => 'before' | 'after' | null {
    let place = a % 20;
    let kills = 0;
    return ({ kind, text }) => {
      const isWrite = kind === 'sql' && /^(INSERT|UPDATE|DELETE)/.test(text);
      if (kills === KILLS || (lossless && !isWrite)) return null;
      if (place > 0) {
        place -= 1;
        return null;
      }
      place = b % 30;
      kills += 1;
      this.hit(true);
      return (a + kills) % 2 === 0 ? 'before' : 'after';
    };
  }

  private hit(happens: boolean): boolean {
    if (happens) this.hits += 1;
    return happens;
  }

  private count(): void {
    const { counts, list } = this.site.journal.since(this.since);
    const delivered = list('event').filter(({ fate }) => fate === 'delivered').length;
    const answered = (status: number) => list('product').filter((call) => call.status === status).length;
    const times: Partial<Record<Fault, number>> = {
      lost: this.hits,
      kill: this.hits,
      twice: delivered,
      // One event alone cannot change places.
      shuffled: delivered > 1 ? delivered : 0,
      late: delivered,
      '429': answered(429),
      '503': answered(503),
      'slow SQL': counts.sql,
    };
    if (this.fault !== 'calm') this.tally.add(this.fault, times[this.fault] ?? 0);
    this.hits = 0;
    this.since = this.site.journal.mark();
  }
}
