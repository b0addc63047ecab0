import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { InUse } from '../local/claim';
import { realClock } from '../local/clock';
import { API_TOKEN } from '../local/host/http/basic';
import { PortInUse, takePorts } from '../local/host/http/ports';
import { serveSite } from '../local/host/http/server';
import { type Site, startSite } from '../local/site';
import { FIRST_ADMINISTRATOR } from '../local/site/jira';
import { buildOutdatedPages } from './built-pages';
import { type InventoryFile, InventoryFileError, readInventoryFile } from './inventory-file';
import { createProject, importInventory, operate, Refused, setUp } from './operator';
import { firstFill, isEmpty } from './sample/first-fill';
import { SAMPLE_SPAN_MS, seedOrganisation } from './sample/seed';

const IMPORT_PROJECT = 'AIMS';
/** More than the first fill ever takes by the site's clock, which must not run ahead of the real one. */
const HEAD_START_MS = 3_600_000;

const say = (line: string): void => console.log(`  ${line}`);

interface Wanted {
  root: string;
  data: string;
  port: number;
  file: InventoryFile | null;
  logApp: boolean;
}

const USAGE = 'npm start -- [--import FILE [--mapping M]] [--log-app]';

const HELP = `${USAGE}

Serves a local site with Jira, Confluence and the app; the first start fills it with a small sample organisation.

  --import FILE  imports an AI inventory (CSV) into the project AIMS, in place of the sample organisation
  --mapping M    the mapping in controls/inventory; found by the file's columns without it
  --log-app      prints what the app logs
  --help         this text

PORT is where it is served (8042, and the next port), DATA the folder of its data (.local).
`;

/** What was asked for on the command line. @throws InventoryFileError usage */
function readArguments() {
  try {
    return parseArgs({
      options: {
        import: { type: 'string' },
        mapping: { type: 'string' },
        'log-app': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    throw new InventoryFileError('usage', (error as Error).message, USAGE);
  }
}

function wanted(values: ReturnType<typeof readArguments>): Wanted {
  const root = resolve(__dirname, '..');
  const port = Number(process.env.PORT ?? 8042);
  if (!Number.isInteger(port) || port < 1 || port > 65_534)
    throw new InventoryFileError(
      'usage',
      `PORT must be a number from 1 to 65534, not ${process.env.PORT}.`,
      'The next port is used too.',
    );
  if (values.mapping !== undefined && values.import === undefined)
    throw new InventoryFileError('usage', '--mapping goes with --import.', 'npm start -- --import FILE --mapping M');
  return {
    root,
    data: resolve(process.env.DATA ?? join(root, '.local')),
    port,
    file: values.import === undefined ? null : readInventoryFile(values.import, root, values.mapping ?? null),
    logApp: values['log-app'],
  };
}

/** Imports an inventory into the project AIMS, which is created and set up where it is missing. */
async function importInto(site: Site, file: InventoryFile): Promise<void> {
  const operator = operate(site);
  const found = await operator.rest<{ values: { id: string }[] }>(
    'GET',
    `/rest/api/3/project/search?keys=${IMPORT_PROJECT}`,
  );
  const projectId = found.values[0]?.id ?? (await createProject(operator, IMPORT_PROJECT, 'AI management'));
  say(`setting up ${IMPORT_PROJECT}`);
  await setUp(site, operator, projectId);
  say(`importing ${file.rows.length} rows by the mapping ${file.mapping}`);
  const { created, updated, failed } = await importInventory(site, operator, projectId, file, file.asOf);
  say(`${created} issues created, ${updated} updated, ${failed.length} rows failed`);
}

/** `npm start`: the site on this machine, with the app installed. PORT (8042) and the next port; DATA (`.local/`). */
async function main(): Promise<void> {
  const values = readArguments();
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const { root, data, port, file, logApp } = wanted(values);
  const baseUrl = `http://localhost:${port}`;
  const common = { root, data, baseUrl, ...(process.env.AIMS_SQL ? { sql: process.env.AIMS_SQL } : {}) };
  // Before anything that takes time: a port that is taken is told at once.
  const ports = await takePorts(port);
  buildOutdatedPages(root, say);
  const fresh = isEmpty(data);
  if (fresh)
    await firstFill({ ...common, headStart: HEAD_START_MS + (file ? 0 : SAMPLE_SPAN_MS) }, async (site) => {
      if (file) await importInto(site, file);
      else await seedOrganisation(site, (line) => say(`sample organisation: ${line}`));
    });
  const site = await startSite({
    ...common,
    clock: realClock(),
    ...(logApp ? { log: (line: string) => console.log(line) } : {}),
  });
  if (!site.installation.told) await site.lifecycle('installed');
  if (file && !fresh) await importInto(site, file);
  const shell = join(root, 'local/shell/dist');
  const served = await serveSite({ site, root, port: ports, accountId: FIRST_ADMINISTRATOR, shell });
  console.log(`Plumbline runs at ${served.origin}  (stop with Ctrl+C)`);
  const { emailAddress } = site.jira.directory.person(FIRST_ADMINISTRATOR) ?? {};
  say(`clients of REST log in as ${emailAddress} with the API token ${API_TOKEN}`);
  const stop = async () => {
    await served.close();
    await site.close();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
}

main().catch((error: unknown) => {
  const known = error instanceof InventoryFileError || error instanceof Refused;
  if (known) console.error(`${error.code}: ${error.message}\n${error.remedy}`);
  else console.error(error instanceof InUse || error instanceof PortInUse ? error.message : error);
  process.exit(1);
});
