import type { Context } from '../context';
import { secondsUntilPoints } from '../store/points';

/** Seconds after which long work wants to be called again; null when it need not pause, or is finished. */
export type Pause = number | null;

/** Time kept back so that a batch in hand is finished before the platform ends the invocation. */
export const MARGIN_MILLISECONDS = 60_000;
/** The next invocation takes over at once. */
export const SOON = 1;

/**
 * Makes what long work asks before each batch of one invocation: whether bulk work has points left in this hour, and, but for
 * the first batch, whether there is time. So an invocation that begins late does a batch all the same, and work that is
 * called again and again comes to its end.
 */
export function pacer(context: Pick<Context, 'remaining' | 'now'>): () => Promise<Pause> {
  let begun = false;
  return async () => {
    if (begun && context.remaining() < MARGIN_MILLISECONDS) return SOON;
    const seconds = await secondsUntilPoints(context.now());
    begun ||= seconds === 0;
    return seconds === 0 ? null : seconds;
  };
}
