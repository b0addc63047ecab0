import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { bundleApp } from './bundle';
import { Activity } from './host/activity';
import type { AppLicence } from './host/app-licence';
import { Calls } from './host/calls';
import { type CheckName, Checks } from './host/checks';
import { Faults } from './host/faults';
import { type Installation, Invoker } from './host/invoker';
import { Journal } from './host/journal';
import { entitiesOf } from './host/kvs/entities';
import { Kvs } from './host/kvs/kvs';
import { lifecycleEvent, runPreUninstall } from './host/lifecycle';
import { type Limits, PLATFORM_LIMITS } from './host/limits';
import { type Manifest, readManifest } from './host/manifest';
import { PersonalData } from './host/personal-data';
import { checkedConfluence } from './host/product/checked-confluence';
import { checkedJira } from './host/product/checked-jira';
import { ProductGate } from './host/product/product';
import { QueueApi } from './host/queue/publish';
import { Runner } from './host/queue/runner';
import { QueueStore } from './host/queue/store';
import { createInvoke, type Invoke } from './host/resolver/invoke';
import { Schedules } from './host/schedule/schedule';
import { settle } from './host/settle';
import { openMysql } from './host/sql/mysql-engine';
import { Sql } from './host/sql/sql';
import { SqliteEngine } from './host/sql/sqlite-engine';
import { Triggers } from './host/triggers/triggers';
import { compileWorker } from './host/worker/compile';
import { Pool } from './host/worker/pool';
import type { Clock, Product } from './seam';
import { type Confluence, createConfluence } from './site/confluence';
import { createJira, type Jira } from './site/jira';
import { openDatabase, type Row } from './sqlite';

/** What a product is told about the site that it is part of. */
export interface ProductSetting {
  data: string | ':memory:';
  clock: Clock;
  baseUrl: string;
  timeZone: string | undefined;
  /** The parsed `manifest.yml`. */
  manifest: unknown;
  appId: string;
  environmentId: string;
  appName: string;
}

export interface SiteOptions {
  /** Repository with `manifest.yml`. */
  root: string;
  clock: Clock;
  /** Folder of the site's files, or memory. */
  data: string | ':memory:';
  /** `mysql://user:password@host/database`; SQLite without it. */
  sql?: string;
  /** The app's SQLite file, where it is none of `data`: tables of a site in memory may be too large to be there, too. */
  tables?: string;
  /** A bundle that exists already; built from `root` without it. */
  bundle?: string;
  /** Shared folder with the OpenAPI files: turns request and response checks on. */
  openapi?: string;
  log?: (line: string) => void;
  /** For tests: limits other than the platform's. */
  limits?: Partial<Limits>;
  /** Leaves out what these checks refuse: for the proof that it is they that refuse it. */
  withoutChecks?: readonly CheckName[];
  /** Address of the site in links. */
  baseUrl?: string;
  /** The site's default time zone, an IANA name; UTC without it. */
  timeZone?: string;
  /** Makes the Jira of the site; the local Jira without it. */
  jira?: (setting: ProductSetting) => Jira;
  /** False leaves Confluence out, as on a site that has Jira alone. */
  confluence?: boolean;
}

export interface Site {
  readonly clock: Clock;
  readonly jira: Jira;
  /** Null on a site without Confluence. */
  readonly confluence: Confluence | null;
  readonly manifest: Manifest;
  readonly installation: Installation;
  /** Runs the resolver function of a module. Rejects with the message that the real bridge would give. */
  invoke(call: Invoke): Promise<unknown>;
  /** Runs a function that a product calls: a JQL function, a workflow validator, an export. @throws InvocationFailed */
  call(functionKey: string, moduleKey: string, payload: unknown, accountId: string | null): Promise<unknown>;
  /** Runs what is due now and what falls due within `within` ms (60,000): events, queues and delays, not schedules. Moves a virtual clock. */
  settle(options?: { within?: number }): Promise<void>;
  runSchedule(moduleKey: string): Promise<void>;
  /** Tells the app of an installation, or of a new major version. */
  lifecycle(event: 'installed' | 'upgraded'): Promise<void>;
  /** Runs the app's `preUninstall` functions, at most 55 s each. Resolves with the keys of those that failed. */
  uninstall(): Promise<string[]>;
  /** Gives the app a licence, or takes it away; functions and frames that start from now on are told. */
  setLicence(licence: AppLicence): void;
  readonly faults: Faults;
  readonly journal: Journal;
  /** Product REST as the front end's bridge reaches it: as the user, within the app's scopes. */
  readonly gate: ProductGate;
  product(name: string): Product | undefined;
  /** For tests: looks into the app's database. */
  sql(statement: string, parameters?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** Events are up to three minutes late on the platform; the usual case is short. A virtual clock delivers at once. */
const LATENESS_MS = { real: 300, virtual: 0 };
const WITHIN_MS = 60_000;

export type { Invoke } from './host/resolver/invoke';

/** Starts the site: the app's bundle on the host, and its products. */
export async function startSite(options: SiteOptions): Promise<Site> {
  const { clock, data } = options;
  const root = resolve(options.root);
  const limits: Limits = { ...PLATFORM_LIMITS, ...options.limits };
  const checks = new Checks(options.withoutChecks);
  const manifest = readManifest(root);
  const log = options.log ?? (() => {});
  for (const type of manifest.unserved) log(`warn manifest.yml: modules of the type ${type} are not served here.`);
  const bundle = options.bundle ?? (await bundleApp(root));
  const file = (name: string) => (data === ':memory:' ? data : join(data, name));

  const journal = new Journal();
  const database = openDatabase(file('host.sqlite'));
  const store = new QueueStore(database);
  const installation = store.installation<Installation>(() => ({
    cloudId: randomUUID(),
    installationId: randomUUID(),
    environmentId: randomUUID(),
  }));
  const baseUrl = options.baseUrl ?? 'http://localhost:8042';
  const setting: ProductSetting = {
    data: file('jira.sqlite'),
    clock,
    baseUrl,
    timeZone: options.timeZone,
    manifest: manifest.raw,
    appId: manifest.appId,
    environmentId: installation.environmentId,
    appName: manifest.name,
  };
  const made = (options.jira ?? localJira)(setting);
  const jira = options.openapi === undefined ? made : checkedJira(made, options.openapi);
  const confluence = options.confluence === false ? null : localConfluence(setting, file, jira, options.openapi);
  const products: Product[] = confluence ? [jira, confluence] : [jira];
  const byName = new Map(products.map((product) => [product.name as string, product]));

  const faults = new Faults((product, fault) => (product === 'jira' ? jira : confluence)?.faults.rateLimit(fault));
  const activity: Activity = new Activity(clock, () => pool.nextWait());
  const pool: Pool = new Pool(
    compileWorker(join(root, '.cache', 'host')),
    bundle,
    limits.workers,
    clock,
    activity,
    checks,
  );
  const address = options.sql;
  const engine = address
    ? await openMysql(address, data === ':memory:')
    : new SqliteEngine(openDatabase(options.tables ?? file('app.sqlite')), clock, checks);
  const sql = new Sql(engine, limits, clock, journal, faults, activity);
  const kvs = new Kvs(database, clock, entitiesOf(manifest.raw), limits, checks);
  const gate = new ProductGate(manifest, byName, journal, () => clock.now(), faults, activity, jira.directory, checks);
  const queue = new QueueApi(manifest, limits, store, clock, journal, () => runner.pump());
  const personalData = new PersonalData(jira.directory, clock, journal);
  const calls = new Calls(
    {
      sql: { kind: 'sql', serve: ({ path, init }) => sql.serve(path, init.body) },
      kvs: {
        kind: 'kvs',
        serve({ path, init }) {
          const answer = kvs.serve(path, init.body);
          journal.add('kvs', {
            at: clock.now(),
            path,
            key: String((JSON.parse(init.body ?? '{}') as { key?: string }).key ?? ''),
            status: answer.status,
          });
          return answer;
        },
      },
      queue: { kind: 'queue', serve: ({ path, init }, invocation) => queue.serve(path, init.body, invocation) },
      product: {
        kind: 'product',
        serve: ({ meta, path, init }, invocation) => gate.serve(meta, path, init, invocation),
      },
      'personal-data': { kind: 'product', serve: ({ init }) => personalData.serve(init.method, init.body) },
    },
    manifest.scopes,
    checks,
    faults,
    activity,
  );
  const invoker = new Invoker(manifest, limits, installation, pool, calls, clock, journal, log, checks);
  const runner: Runner = new Runner(manifest, store, invoker, clock, activity, journal, faults, limits.workers);
  const triggers = new Triggers(
    manifest,
    store,
    clock,
    journal,
    faults,
    checks,
    installation,
    LATENESS_MS[clock.kind],
    () => runner.pump(),
  );
  const schedules = new Schedules(manifest, store, invoker, clock, activity, installation);
  for (const product of products) product.onEvent((event) => triggers.receive(event));
  runner.pump(); // What a host that was ended left behind.

  const invoke = createInvoke(manifest, limits, installation, invoker, baseUrl, jira.directory);
  let closing: Promise<void> | null = null;
  const shut = async () => {
    runner.close();
    schedules.close();
    await pool.close();
    await sql.close();
    database.close();
    for (const product of products) product.close();
  };

  return {
    clock,
    jira,
    confluence,
    manifest,
    installation,
    invoke,
    call: (functionKey, moduleKey, payload, accountId) =>
      invoker.run({ functionKey, moduleKey, payload, accountId, kind: 'other' }),
    settle: ({ within = WITHIN_MS } = {}) => settle(clock, activity, runner, within),
    runSchedule: (moduleKey) => schedules.run(moduleKey),
    async lifecycle(event) {
      installation.told = true;
      store.setInstallation(installation);
      triggers.receive(lifecycleEvent(event, manifest, installation));
    },
    uninstall: () => runPreUninstall(manifest, installation, invoker),
    setLicence(licence) {
      installation.licence = licence;
      store.setInstallation(installation);
    },
    faults,
    journal,
    gate,
    product: (name) => byName.get(name),
    async sql(statement, parameters = []) {
      const rows = await sql.run(statement, parameters);
      return (Array.isArray(rows) ? rows : [rows]) as Row[];
    },
    close() {
      closing ??= shut();
      return closing;
    },
  };
}

function localJira({ data, clock, baseUrl, timeZone, appId, environmentId, appName, manifest }: ProductSetting): Jira {
  const app = { appId, environmentId, name: appName, manifest };
  return createJira({ clock, databasePath: data, baseUrl, app, ...(timeZone === undefined ? {} : { timeZone }) });
}

function localConfluence(
  { clock, baseUrl, appId }: ProductSetting,
  file: (name: string) => string,
  { directory }: Jira,
  openapi: string | undefined,
): Confluence {
  const made = createConfluence({ clock, databasePath: file('confluence.sqlite'), baseUrl, directory, appId });
  return openapi === undefined ? made : checkedConfluence(made, openapi);
}
