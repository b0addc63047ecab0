import { kvs } from '@forge/kvs';
import { migrationRunner } from '@forge/sql';

/**
 * Tables of the app in Forge SQL (TiDB, MySQL dialect). Instants are epoch milliseconds, days `YYYY-MM-DD`.
 * A migration is never edited once released; each can be run again without harm, for the platform records it only
 * after it ran (developer.atlassian.com/platform/forge/storage-reference/sql-tutorial).
 */
const MIGRATIONS: readonly (readonly [name: string, ddl: string])[] = [
  [
    '001-item',
    `CREATE TABLE IF NOT EXISTS item (
      item_id VARCHAR(64) NOT NULL, kind VARCHAR(24) NOT NULL, project_id VARCHAR(32) NOT NULL,
      standing VARCHAR(48) NOT NULL, fact TEXT NOT NULL, lost_on CHAR(10) NULL, checked_at BIGINT NOT NULL,
      fence BIGINT NOT NULL, PRIMARY KEY (item_id),
      KEY item_by_project (project_id, kind, standing), KEY item_by_check (checked_at))`,
  ],
  [
    '002-item-reference',
    `CREATE TABLE IF NOT EXISTS item_reference (
      item_id VARCHAR(64) NOT NULL, role VARCHAR(16) NOT NULL, target_id VARCHAR(64) NOT NULL, gone INT NOT NULL,
      fence BIGINT NOT NULL, PRIMARY KEY (item_id, role, target_id),
      KEY reference_by_target (target_id, role, gone))`,
  ],
  [
    '003-cell',
    `CREATE TABLE IF NOT EXISTS cell (
      scope VARCHAR(64) NOT NULL, requirement_id VARCHAR(16) NOT NULL, project_id VARCHAR(32) NOT NULL,
      state VARCHAR(16) NOT NULL, reasons TEXT NOT NULL, changes_on CHAR(10) NULL, fence BIGINT NOT NULL,
      PRIMARY KEY (scope, requirement_id), KEY cell_totals (project_id, requirement_id, state),
      KEY cell_by_change (changes_on))`,
  ],
  [
    '004-coverage-snapshot',
    `CREATE TABLE IF NOT EXISTS coverage_snapshot (
      scope VARCHAR(64) NOT NULL, requirement_id VARCHAR(16) NOT NULL, at BIGINT NOT NULL,
      project_id VARCHAR(32) NOT NULL, state VARCHAR(16) NOT NULL,
      PRIMARY KEY (scope, requirement_id, at), KEY snapshot_by_time (at))`,
  ],
  [
    '005-mark',
    `CREATE TABLE IF NOT EXISTS mark (
      subject VARCHAR(80) NOT NULL, stamp BIGINT NOT NULL, ends_at BIGINT NOT NULL,
      PRIMARY KEY (subject), KEY mark_by_end (ends_at))`,
  ],
  [
    '006-decision',
    `CREATE TABLE IF NOT EXISTS decision (
      decision_id VARCHAR(64) NOT NULL, kind VARCHAR(24) NOT NULL, subject VARCHAR(64) NOT NULL,
      requirement_id VARCHAR(16) NOT NULL, at BIGINT NOT NULL, account_id VARCHAR(128) NOT NULL, body TEXT NOT NULL,
      PRIMARY KEY (decision_id), KEY decision_by_kind (kind, requirement_id, subject))`,
  ],
  [
    '007-ingest-cursor',
    `CREATE TABLE IF NOT EXISTS ingest_cursor (
      cursor_id VARCHAR(64) NOT NULL, body TEXT NOT NULL, updated_at BIGINT NOT NULL, PRIMARY KEY (cursor_id))`,
  ],
  [
    '008-setup-step',
    `CREATE TABLE IF NOT EXISTS setup_step (
      run_id VARCHAR(64) NOT NULL, step_id VARCHAR(96) NOT NULL, position INT NOT NULL, outcome VARCHAR(16) NOT NULL,
      body TEXT NOT NULL, updated_at BIGINT NOT NULL, PRIMARY KEY (run_id, step_id))`,
  ],
  [
    '009-import-row',
    `CREATE TABLE IF NOT EXISTS import_row (
      import_id VARCHAR(64) NOT NULL, line INT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (import_id, line))`,
  ],
  [
    '010-imported-issue',
    `CREATE TABLE IF NOT EXISTS imported_issue (
      project_id VARCHAR(32) NOT NULL, origin VARCHAR(255) NOT NULL, hash VARCHAR(64) NOT NULL,
      issue_id VARCHAR(32) NOT NULL, PRIMARY KEY (project_id, origin))`,
  ],
  [
    '011-points-spent',
    'CREATE TABLE IF NOT EXISTS points_spent (hour BIGINT NOT NULL, points BIGINT NOT NULL, PRIMARY KEY (hour))',
  ],
  [
    '020-property-witness',
    `CREATE TABLE IF NOT EXISTS property_witness (
      item_id VARCHAR(64) NOT NULL, requirement_id VARCHAR(16) NOT NULL, at BIGINT NOT NULL, named INT NOT NULL,
      past_app INT NOT NULL, PRIMARY KEY (item_id, requirement_id, at),
      KEY witness_by_requirement (requirement_id, past_app, at))`,
  ],
];

const SCHEMA_KEY = 'schema';
const newest = MIGRATIONS[MIGRATIONS.length - 1]?.[0];

/** Whoever brings the tables up to date says so here, until this instant: the platform allows 25 DDL statements a minute. */
const CLAIM_KEY = 'schema-migrating';
const CLAIM_MILLISECONDS = 60_000;
/** How often others look whether it is done, and for how long: less than a resolver may run. */
const LOOK_MILLISECONDS = 500;
const LOOKS = 30;

const isUpToDate = async (): Promise<boolean> => (await kvs.get(SCHEMA_KEY)) === newest;

/**
 * Brings the tables up to date; a no-op after the first run of a version. Called before first use and by schedule,
 * because the upgrade event is sent for major versions only
 * (developer.atlassian.com/platform/forge/events-reference/life-cycle). Of several at once one does it and the others
 * wait; whoever waited in vain does it too, for every migration can be run again.
 */
export async function migrate(): Promise<void> {
  if (await isUpToDate()) return;
  const mine = await claim();
  for (let look = 0; !mine && look < LOOKS; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MILLISECONDS));
    if (await isUpToDate()) return;
  }
  try {
    for (const [name, ddl] of MIGRATIONS) migrationRunner.enqueue(name, ddl);
    await migrationRunner.run();
    await kvs.set(SCHEMA_KEY, newest);
  } finally {
    if (mine) await kvs.delete(CLAIM_KEY);
  }
}

/** True when nobody else is at it. A claim that was left behind by a crash ends by itself. */
async function claim(): Promise<boolean> {
  const until = Date.now() + CLAIM_MILLISECONDS;
  try {
    const held = await kvs.get<number>(CLAIM_KEY);
    if (held !== undefined && held < Date.now()) await kvs.delete(CLAIM_KEY);
    await kvs.set(CLAIM_KEY, until, { keyPolicy: 'FAIL_IF_EXISTS' });
    return true;
  } catch (error) {
    if ((await kvs.get(CLAIM_KEY)) === undefined && !(await isUpToDate())) throw error;
    return false;
  }
}
