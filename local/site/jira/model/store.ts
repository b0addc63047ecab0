import { type Database, openDatabase } from '../../../sqlite';
import type * as E from './entities';
import { type Document, type Journal, Table } from './table';

/** First id of a new site, as in Jira Cloud. */
const FIRST_ID = 10_000;

const CREATE =
  'CREATE TABLE IF NOT EXISTS document (kind TEXT, id TEXT, json TEXT, PRIMARY KEY (kind, id)) WITHOUT ROWID';
/** One statement for any number of rows: the binding's cost is by statement. */
const UPSERT = `INSERT OR REPLACE INTO document (kind, id, json)
  SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)`;
const REMOVE = `DELETE FROM document WHERE (kind, id) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))`;

/** The site's documents in memory, written through to one SQLite table request by request. */
export class Store {
  private undo: (() => void)[] = [];
  private readonly dirty = new Map<string, { kind: string; id: string; after: Document | undefined }>();
  private readonly tables: Table<Document>[] = [];
  private readonly database: Database;
  /** Counts committed requests: whatever is cached from the documents is valid for one value. */
  version = 0;

  private readonly journal: Journal = {
    record: (kind, id, after, undo) => {
      this.undo.push(undo);
      this.dirty.set(`${kind}/${id}`, { kind, id, after });
    },
  };

  readonly users = this.table<E.User>('user');
  readonly groups = this.table<E.Group>('group', {
    name: (group) => [group.name.toLowerCase()],
    member: (g) => g.members,
  });
  readonly globalGrants = this.table<E.GlobalGrant>('globalGrant');
  readonly permissionSchemes = this.table<E.PermissionScheme>('permissionScheme');
  readonly roles = this.table<E.Role>('role');
  readonly projects = this.table<E.Project>('project', {
    key: (project) => [project.key],
    issueTypeScheme: (project) => [project.issueTypeSchemeId],
    issueTypeScreenScheme: (project) => [project.issueTypeScreenSchemeId],
    workflowScheme: (project) => [project.workflowSchemeId],
    permissionScheme: (project) => [project.permissionSchemeId],
  });
  readonly issueTypes = this.table<E.IssueType>('issueType');
  readonly issueTypeSchemes = this.table<E.IssueTypeScheme>('issueTypeScheme');
  readonly fields = this.table<E.CustomField>('field');
  readonly contexts = this.table<E.FieldContext>('fieldContext', { field: (context) => [context.fieldId] });
  readonly screens = this.table<E.Screen>('screen');
  readonly screenSchemes = this.table<E.ScreenScheme>('screenScheme');
  readonly issueTypeScreenSchemes = this.table<E.IssueTypeScreenScheme>('issueTypeScreenScheme');
  readonly statuses = this.table<E.Status>('status');
  readonly workflows = this.table<E.Workflow>('workflow', { name: (workflow) => [workflow.name] });
  readonly workflowSchemes = this.table<E.WorkflowScheme>('workflowScheme');
  readonly issues = this.table<E.Issue>('issue', {
    key: (issue) => [issue.key],
    project: (issue) => [issue.projectId],
    type: (issue) => [issue.typeId],
    parent: (issue) => (typeof issue.values.parent === 'string' ? [issue.values.parent] : []),
  });
  readonly changes = this.table<E.Change>('change', { issue: (change) => [change.issueId] });
  readonly linkTypes = this.table<E.LinkType>('linkType');
  readonly links = this.table<E.Link>('link', {
    issue: (link) => [link.sourceId, link.destinationId],
    type: (link) => [link.typeId],
  });
  readonly comments = this.table<E.Comment>('comment', { issue: (comment) => [comment.issueId] });
  readonly properties = this.table<E.Property>('property', { owner: (property) => [property.owner] });
  readonly resolutions = this.table<E.NamedValue>('resolution');
  readonly priorities = this.table<E.NamedValue>('priority');
  readonly tasks = this.table<E.Task>('task');
  private readonly counters = this.table<E.Counter>('counter');

  /** Opens the file (or `:memory:`) and loads every document. */
  constructor(path: string) {
    this.database = openDatabase(path);
    this.database.exec(CREATE);
    const tables = new Map(this.tables.map((table) => [table.kind, table]));
    for (const row of this.database.all('SELECT kind, json FROM document ORDER BY kind, CAST(id AS INTEGER), id')) {
      tables.get(String(row.kind))?.load(JSON.parse(String(row.json)) as Document);
    }
  }

  /** The next id of a kind, as a decimal string. */
  nextId(kind: string): string {
    const next = this.counters.get(kind)?.next ?? FIRST_ID;
    this.counters.put({ id: kind, next: next + 1 });
    return String(next);
  }

  /** A point that `rollbackTo` returns to; parts of a bulk request fail alone. */
  savepoint(): number {
    return this.undo.length;
  }

  rollbackTo(savepoint: number): void {
    for (const undo of this.undo.splice(savepoint).reverse()) undo();
    if (savepoint === 0) {
      this.dirty.clear();
      return;
    }
    const tables = new Map(this.tables.map((table) => [table.kind, table]));
    for (const change of this.dirty.values()) change.after = tables.get(change.kind)?.get(change.id);
  }

  /** Writes what the request changed, in one transaction. Returns whether anything had changed. */
  commit(): boolean {
    const changes = [...this.dirty.values()];
    // The disk first: when it fails, the caller can still undo what lies in memory.
    if (changes.length > 0) this.write(changes);
    this.undo = [];
    this.dirty.clear();
    if (changes.length > 0) this.version += 1;
    return changes.length > 0;
  }

  private write(changes: readonly { kind: string; id: string; after: Document | undefined }[]): void {
    const put = changes.filter((change) => change.after !== undefined);
    const removed = changes.filter((change) => change.after === undefined);
    this.database.transaction(() => {
      if (put.length > 0) {
        const rows = put.map((change) => [change.kind, change.id, JSON.stringify(change.after)]);
        this.database.run(UPSERT, [JSON.stringify(rows)]);
      }
      if (removed.length > 0) {
        this.database.run(REMOVE, [JSON.stringify(removed.map((change) => [change.kind, change.id]))]);
      }
    });
  }

  close(): void {
    this.database.close();
  }

  private table<T extends Document>(
    kind: string,
    keys: Readonly<Record<string, (row: T) => readonly string[]>> = {},
  ): Table<T> {
    const table = new Table<T>(kind, this.journal, keys);
    this.tables.push(table as unknown as Table<Document>);
    return table;
  }
}
