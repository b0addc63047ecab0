import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { operate, setUp } from '../../cli/operator';
import { seedOrganisation } from '../../cli/sample/seed';
import { virtualClock } from '../../local/clock';
import { startSite } from '../../local/site';
import { decideEverything } from './every-decision';
import { figuresOf } from './figures';
import { dumpSite } from './site-dump';

/**
 * `npx tsx test/released/make.ts VERSION`, once for each released version, at its commit: what an installation of that
 * version leaves in the app's tables, its key-value store and both products, and the figures that it showed. Every later
 * migration is tried on it.
 */
const ROOT = resolve(__dirname, '../..');
const START = Date.parse('2026-09-29T08:00:00Z');

async function main(): Promise<void> {
  const version = process.argv[2];
  if (!/^\d+\.\d+\.\d+$/.test(version ?? '')) throw new Error('Give the released version, such as 0.1.0.');
  for (const name of ['sample', 'decisions']) {
    const data = mkdtempSync(join(tmpdir(), 'plumbline-released-'));
    const site = await startSite({ root: ROOT, clock: virtualClock(START), data });
    await site.lifecycle('installed');
    const seeded = await seedOrganisation(site);
    if (name === 'decisions') {
      const operator = operate(site);
      await setUp(site, operator, seeded.projects.PRICE);
      await decideEverything(site, operator, seeded);
    }
    const target = join(__dirname, String(version), name);
    const figures = { at: site.clock.now(), ...(await figuresOf(site)) };
    await site.close();
    dumpSite(data, target);
    writeFileSync(join(target, 'figures.json'), `${JSON.stringify(figures, null, 2)}\n`);
    rmSync(data, { recursive: true });
    console.log(`${version}, ${name}`);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
