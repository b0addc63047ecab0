import type { Catalogue, Requirement } from '../controls';
import type { Day } from './domain/day';
import type { TimeZone } from './domain/time-zone';
import type { Log } from './log';
import type { Configuration } from './store/configuration';

/** What an invocation has beside its input: built once in `entries/wiring.ts`, narrowed by whoever takes it to what is needed. */
export interface Context {
  catalogue: Catalogue;
  requirements: ReadonlyMap<string, Requirement>;
  configuration: Configuration;
  /** Epoch milliseconds. */
  now(): number;
  /** The site's time zone, and the day that it is there. */
  zone: TimeZone;
  today(): Day;
  random(): number;
  /** Milliseconds until the platform ends this invocation. */
  remaining(): number;
  log: Log;
}
