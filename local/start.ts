import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { realClock } from './clock';
import { serveSite } from './host/http/server';
import { startSite } from './site';
import { FIRST_ADMINISTRATOR } from './site/jira';

/** `npm start`: the site on this machine, with the app installed. PORT (8042) and the next port; data in `.local/`. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { import: { type: 'string' }, 'log-app': { type: 'boolean', default: false } },
  });
  if (values.import !== undefined)
    throw new Error('--import is not available yet: import the file in the app, under Import.');
  const root = resolve(__dirname, '..');
  const port = Number(process.env.PORT ?? 8042);
  if (!Number.isInteger(port) || port < 1 || port > 65_534)
    throw new Error(`PORT must be a number from 1 to 65534, not ${process.env.PORT}.`);
  const site = await startSite({
    root,
    clock: realClock(),
    data: join(root, '.local'),
    baseUrl: `http://localhost:${port}`,
    ...(process.env.AIMS_SQL ? { sql: process.env.AIMS_SQL } : {}),
    ...(values['log-app'] ? { log: (line: string) => console.log(line) } : {}),
  });
  const served = await serveSite({
    site,
    root,
    port,
    accountId: FIRST_ADMINISTRATOR,
    shell: join(root, 'local/shell/dist'),
  });
  if (!site.installation.told) await site.lifecycle('installed');
  console.log(`Plumbline runs at ${served.origin}  (stop with Ctrl+C)`);
  const stop = async () => {
    await served.close();
    await site.close();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
