import { z } from 'zod';
import type { Context } from '../context';
import { ACCOUNTS_A_REPORT, reportAccounts } from '../product/personal-data';
import { dropCursor, readCursor, writeCursor } from '../store/cursor';
import { eraseAccounts, knownAccounts } from '../store/person';
import { accountsHoldingItems } from '../store/unknown-account';
import { type Pause, pacer } from './pause';

/** How often every account is reported (developer.atlassian.com/platform/forge/user-privacy-guidelines). */
const CYCLE = 7 * 86_400_000;
/** A night begins a little earlier or later than the one before. */
const EARLY = 3_600_000;

const CURSOR = 'accounts';
const placeSchema = z.object({ from: z.enum(['person', 'item']), after: z.string() });
type Place = z.infer<typeof placeSchema>;

/** Whether a report is due, seven nights after the last one. @param last when that began, 0 for never */
export const isReportDue = (last: number, now: number): boolean => now - last >= CYCLE - EARLY;

/**
 * Reports every account that is stored, first those under whose tokens decisions stand, then those that items alone name, and erases
 * those that are closed: the token stays, and whose it was is known to nobody. An item goes on naming whom Jira names. Goes on where an
 * earlier run was cut off; what is refused for now is asked again.
 */
export async function reportStoredAccounts(context: Context): Promise<Pause> {
  let place: Place | null = (await readCursor(CURSOR, placeSchema)) ?? { from: 'person', after: '' };
  const wait = pacer(context);
  while (place !== null) {
    const pause = await wait();
    if (pause !== null) return pause;
    place = await reportPage(place, context);
    if (place !== null) await writeCursor(CURSOR, place, context.now());
  }
  await dropCursor(CURSOR);
  return null;
}

/** @returns where to go on, or null at the end */
async function reportPage({ from, after }: Place, { now }: Context): Promise<Place | null> {
  const accounts = await READ[from](after, ACCOUNTS_A_REPORT);
  if (accounts.length > 0) await eraseAccounts(await reportAccounts(accounts, now()));
  const last = accounts.at(-1);
  if (last !== undefined) return { from, after: last };
  return from === 'person' ? { from: 'item', after: '' } : null;
}

const READ = { person: knownAccounts, item: accountsHoldingItems } as const;
