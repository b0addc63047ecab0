import type { Site } from '../../local/site';
import { versionSeen } from './seen-version';

/** Settings that change figures, as far as a count from REST needs them. */
export interface SeenSettings {
  awarenessThreshold: number;
  /** For how many months evidence counts, by requirement, where it is the organisation's own. */
  intervals: ReadonlyMap<string, number>;
}

/** The default of 7.3, in per cent. */
const AWARENESS_PERCENT = 95;

export async function settingsSeen(site: Site): Promise<SeenSettings> {
  const { rows } = await versionSeen<{ percent?: number; months?: number }>(site, 'settings');
  const intervals = new Map<string, number>();
  for (const [key, { months }] of rows)
    if (key.startsWith('interval/') && months !== undefined) intervals.set(key.slice('interval/'.length), months);
  return { awarenessThreshold: (rows.get('awareness')?.percent ?? AWARENESS_PERCENT) / 100, intervals };
}
