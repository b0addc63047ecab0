import type { Clock } from '../seam';
import type { Activity } from './activity';
import type { Runner } from './queue/runner';

/**
 * Runs waiting work until nothing falls due within `within` ms, the time that the work itself takes not counted: what
 * a burst leaves to do is done, however long that is. A virtual clock moves on, a real one is waited for.
 */
export async function settle(clock: Clock, activity: Activity, runner: Runner, within: number): Promise<void> {
  let left = within;
  for (;;) {
    runner.pump();
    await activity.quiet();
    const next = runner.next();
    if (next === null) return;
    const wait = Math.max(0, next - clock.now());
    if (wait > left) return;
    if (clock.kind === 'virtual' && wait > 0) await clock.advance(wait);
    else if (clock.kind === 'real') await new Promise((done) => setTimeout(done, Math.min(50, Math.max(5, wait))));
    left -= clock.kind === 'virtual' ? wait : Math.min(wait, 50);
  }
}
