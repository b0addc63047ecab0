import { secondsUntilPoints } from '../store/points';
import type { Ingest } from './collaborators';

/** Seconds after which long work wants to be called again; null when it need not pause, or is finished. */
export type Pause = number | null;

/** Time kept back so that a batch in hand is finished before the platform ends the invocation. */
export const MARGIN_MILLISECONDS = 60_000;
/** The next invocation takes over at once. */
export const SOON = 1;

/**
 * Looked at before each batch of long work: whether there is time for it in this invocation, and whether bulk work has
 * points left in this hour.
 */
export async function pauseFor(ingest: Ingest): Promise<Pause> {
  if (ingest.remaining() < MARGIN_MILLISECONDS) return SOON;
  const seconds = await secondsUntilPoints(ingest.now());
  return seconds === 0 ? null : seconds;
}
