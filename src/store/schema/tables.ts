/**
 * Tables of the app in Forge SQL (TiDB, MySQL dialect). Instants are epoch milliseconds, days `YYYY-MM-DD`.
 * A migration is never edited once released; each can be run again without harm, for the platform records it only
 * after it ran (developer.atlassian.com/platform/forge/storage-reference/sql-tutorial).
 */
export const TABLES: readonly (readonly [name: string, ddl: string])[] = [
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
    '012-item-standing',
    `ALTER TABLE item ADD COLUMN IF NOT EXISTS (
      likelihood INT NULL, consequence INT NULL, residual_likelihood INT NULL, residual_consequence INT NULL,
      acceptance_expires CHAR(10) NULL, grade VARCHAR(16) NULL, detected_on CHAR(10) NULL, effectiveness_due CHAR(10) NULL)`,
  ],
  [
    '013-coverage-cell',
    `CREATE TABLE IF NOT EXISTS coverage_cell (
      scope VARCHAR(64) NOT NULL, requirement_id VARCHAR(64) NOT NULL, project_id VARCHAR(32) NOT NULL,
      state VARCHAR(16) NOT NULL, reasons TEXT NOT NULL, changes_on CHAR(10) NULL, fence BIGINT NOT NULL,
      PRIMARY KEY (scope, requirement_id), KEY cell_totals (project_id, requirement_id, state),
      KEY cell_by_change (changes_on))`,
  ],
  [
    '014-coverage-history',
    `CREATE TABLE IF NOT EXISTS coverage_history (
      scope VARCHAR(64) NOT NULL, requirement_id VARCHAR(64) NOT NULL, at BIGINT NOT NULL,
      project_id VARCHAR(32) NOT NULL, state VARCHAR(16) NOT NULL,
      PRIMARY KEY (scope, requirement_id, at), KEY history_by_time (at))`,
  ],
  [
    '015-aims-decision',
    `CREATE TABLE IF NOT EXISTS aims_decision (
      decision_id VARCHAR(64) NOT NULL, kind VARCHAR(24) NOT NULL, subject VARCHAR(64) NOT NULL,
      requirement_id VARCHAR(64) NOT NULL, at BIGINT NOT NULL, person VARCHAR(36) NOT NULL, body TEXT NOT NULL,
      PRIMARY KEY (decision_id), KEY decision_by_kind (kind, requirement_id, subject))`,
  ],
  [
    '020-property-witness',
    `CREATE TABLE IF NOT EXISTS property_witness (
      item_id VARCHAR(64) NOT NULL, requirement_id VARCHAR(64) NOT NULL, at BIGINT NOT NULL, named INT NOT NULL,
      past_app INT NOT NULL, PRIMARY KEY (item_id, requirement_id, at),
      KEY witness_by_requirement (requirement_id, past_app, at))`,
  ],
  [
    '021-person',
    `CREATE TABLE IF NOT EXISTS person (
      token VARCHAR(36) NOT NULL, account_id VARCHAR(128) NULL, PRIMARY KEY (token),
      UNIQUE KEY person_by_account (account_id))`,
  ],
  [
    '024-approval-entry',
    `CREATE TABLE IF NOT EXISTS approval_entry (
      kind VARCHAR(24) NOT NULL, subject VARCHAR(64) NOT NULL, revision INT NOT NULL, row_key VARCHAR(160) NOT NULL,
      act VARCHAR(16) NOT NULL, part VARCHAR(96) NOT NULL, item_id VARCHAR(64) NOT NULL, about INT NOT NULL, at BIGINT NOT NULL,
      person VARCHAR(36) NOT NULL, body TEXT NOT NULL,
      PRIMARY KEY (kind, subject, revision, row_key), KEY entry_by_row (kind, subject, row_key, revision),
      KEY entry_by_item (item_id, kind), KEY entry_by_person (person, kind))`,
  ],
  [
    '032-settling-witness',
    `CREATE TABLE IF NOT EXISTS settling_witness (
      item_id VARCHAR(64) NOT NULL, how VARCHAR(16) NOT NULL, at BIGINT NOT NULL, person VARCHAR(36) NULL,
      held VARCHAR(16) NOT NULL, found_at BIGINT NOT NULL, PRIMARY KEY (item_id, how, at), KEY witness_by_person (person, at))`,
  ],
  [
    '033-item-acceptance',
    'ALTER TABLE item ADD COLUMN IF NOT EXISTS (accepted_on CHAR(10) NULL, accepted_by VARCHAR(16) NULL)',
  ],
  [
    '037-seen-holder',
    `CREATE TABLE IF NOT EXISTS seen_holder (
      person VARCHAR(36) NOT NULL, permissions VARCHAR(160) NOT NULL, seen_at BIGINT NOT NULL,
      PRIMARY KEY (person), KEY holder_by_day (seen_at))`,
  ],
  [
    '038-audience-group',
    `CREATE TABLE IF NOT EXISTS audience_group (
      decision_id VARCHAR(64) NOT NULL, group_id VARCHAR(64) NOT NULL, version VARCHAR(64) NOT NULL,
      cursor_id VARCHAR(64) NOT NULL, PRIMARY KEY (decision_id, group_id))`,
  ],
  [
    '039-audience-member',
    `CREATE TABLE IF NOT EXISTS audience_member (
      group_id VARCHAR(64) NOT NULL, person VARCHAR(36) NOT NULL, seen_on CHAR(10) NOT NULL, counts_from CHAR(10) NOT NULL,
      gone INT NOT NULL, PRIMARY KEY (group_id, person), KEY member_by_person (person))`,
  ],
];
