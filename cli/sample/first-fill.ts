import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { claim } from '../../local/claim';
import { virtualClock } from '../../local/clock';
import { type Site, type SiteOptions, startSite } from '../../local/site';

/** Whether a data folder holds nothing yet. */
export function isEmpty(data: string): boolean {
  return !existsSync(data) || readdirSync(data).length === 0;
}

/**
 * Fills an empty data folder on a virtual clock, so that delays and schedules do not cost real time. The folder appears
 * when it is complete: a fill that was interrupted leaves nothing half done. Of two that start at once one fills.
 * @throws InUse while another process fills the folder
 * @param headStart ms by which the virtual clock starts in the past, so that it does not overtake the real one
 */
export async function firstFill(
  { headStart, data, ...options }: Omit<SiteOptions, 'clock'> & { headStart: number },
  fill: (site: Site) => Promise<void>,
): Promise<void> {
  const unfinished = `${data.replace(/\/$/, '')}.unfinished`;
  mkdirSync(dirname(data), { recursive: true });
  const release = claim(unfinished);
  try {
    if (!isEmpty(data)) return; // Somebody else filled it since it was looked at.
    rmSync(unfinished, { recursive: true, force: true });
    const site = await startSite({ ...options, clock: virtualClock(Date.now() - headStart), data: unfinished });
    try {
      await site.lifecycle('installed');
      await fill(site);
    } finally {
      await site.close();
    }
    if (existsSync(data)) rmdirSync(data);
    renameSync(unfinished, data);
  } finally {
    release();
  }
}
