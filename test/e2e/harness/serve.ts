import { join, resolve } from 'node:path';
import { realClock } from '../../../local/clock';
import { serveSite } from '../../../local/host/http/server';
import { startSite } from '../../../local/site';
import { FIRST_ADMINISTRATOR } from '../../../local/site/jira';

/** The local site as `npm start` runs it, on free ports: the data folder is the first argument, another app the second. */
async function main(): Promise<void> {
  const [data, app] = process.argv.slice(2);
  if (!data) throw new Error('Give the data folder as the argument.');
  const repository = resolve(__dirname, '../../..');
  const root = app ?? repository;
  const site = await startSite({ root, clock: realClock(), data });
  const served = await serveSite({
    site,
    root,
    port: 0,
    accountId: FIRST_ADMINISTRATOR,
    shell: join(repository, 'local/shell/dist'),
  });
  if (!site.installation.told) await site.lifecycle('installed');
  console.log(`ready ${served.origin}`);
  process.on(
    'SIGTERM',
    () =>
      void served
        .close()
        .then(() => site.close())
        .then(() => process.exit(0)),
  );
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
