import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { firstFill } from '../../cli/sample/first-fill';
import { SAMPLE_SPAN_MS } from '../../cli/sample/seed';
import type { Site } from '../../local/site';
import { type RunningSite, startRunningSite } from '../e2e/harness/running-site';

const ROOT = resolve(__dirname, '../..');
/** More than a fill takes by the site's clock, which must not run ahead of the real one. */
const HEAD_START_MS = SAMPLE_SPAN_MS + 24 * 3_600_000;

/** A site that was filled in virtual time and then runs in a process of its own; `stop` removes its files. */
export async function startFilledSite(fill: (site: Site) => Promise<unknown>): Promise<RunningSite> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-'));
  const data = join(folder, 'site');
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    await firstFill({ root: ROOT, data, headStart: HEAD_START_MS }, async (site) => {
      await fill(site);
    });
    const site = await startRunningSite({ data });
    return {
      ...site,
      async stop() {
        await site.stop();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}
