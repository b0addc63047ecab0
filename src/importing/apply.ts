import { inventoryMappings } from '../../controls';
import { itemIdOf } from '../domain/item/item-id';
import { AppError } from '../errors';
import { changedByPeople } from '../jira/changed-by-people';
import { searchIssues } from '../jira/issue';
import { BULK_CREATE_LIMIT, bulkCreateIssues, editIssue } from '../jira/write-issue';
import { askToRead } from '../queue/facts-queue';
import { readConfiguration } from '../store/configuration';
import {
  forgetRows,
  goneIssues,
  type Import,
  type ImportedIssue,
  importedIssues,
  readImport,
  recordImported,
  stagedRows,
  writeImport,
} from '../store/import';
import { spendPoints } from '../store/points';
import { chunks } from '../store/sql';
import { type IssueForm, newIssue, readIssueForm, transitionTo, updated } from './issue-form';
import { type ImportPlan, type Left, planImport, type Work } from './plan';

/** Failures, and notes, that are listed one by one; more are a sign of one cause, and counted. */
const LISTED = 200;

const NO_TRANSITION = 'The workflow has no transition that leads there at once; the issue stays in its first status.';

/**
 * Applies a staged import batch by batch: AI systems first, then what concerns them. What is created is recorded before the
 * next batch, and a batch that a crash cut off is looked up in Jira by its origins first, so nothing is created twice.
 * @param pause asked before each batch: seconds to come back after, or null to go on
 * @returns seconds after which it wants to be called again, or null when it is finished
 */
export async function applyImport(
  importId: string,
  now: () => number,
  pause: () => Promise<number | null>,
): Promise<number | null> {
  const stored = await readImport(importId);
  if (stored?.state !== 'running') return null;
  const mapping = inventoryMappings.get(stored.mapping);
  if (!mapping) throw new AppError('import-unknown');
  const configuration = await readConfiguration();
  const form = await readIssueForm(stored.projectId, configuration);
  const imported = await importedIssues(stored.projectId);
  await adoptInFlight(stored, imported);
  const gone = await goneIssues([...imported.values()].map(({ issueId }) => issueId));
  const plan = planImport(await stagedRows(importId), mapping, stored.asOf, imported, gone);
  const run = new Run(
    importId,
    { ...stored, planned: plan.create.length + plan.update.length + plan.unchanged, done: plan.unchanged },
    imported,
    form,
    now,
  );

  const systems = plan.create.filter(({ planned }) => planned.kind === 'ai-system');
  const others = plan.create.filter(({ planned }) => planned.kind !== 'ai-system');
  for (const group of [systems, others]) {
    for (const batch of chunks(group, BULK_CREATE_LIMIT)) {
      const seconds = await pause();
      if (seconds !== null) return seconds;
      await run.create(batch);
    }
  }
  for (const batch of chunks(plan.update, BULK_CREATE_LIMIT)) {
    const seconds = await pause();
    if (seconds !== null) return seconds;
    await run.update(batch);
  }
  run.tell(plan);
  await run.finish();
  await forgetRows(importId);
  return null;
}

/** Ends an import that cannot go on, with what went wrong and what to do about it. What it created stays. */
export async function endImport(importId: string, error: AppError, now: number): Promise<void> {
  const stored = await readImport(importId);
  if (stored?.state !== 'running') return;
  const { code, message, remedy } = error;
  await writeImport(importId, { ...stored, state: 'failed', error: { code, message, remedy } }, now);
}

/** Issues of a batch whose outcome nobody recorded: found by the origin that each carries as a property. */
async function adoptInFlight(stored: Import, imported: Map<string, ImportedIssue>): Promise<void> {
  const unknown = stored.inFlight.filter((origin) => !imported.has(origin));
  if (unknown.length === 0) return;
  const list = unknown.map((origin) => `"${origin.replace(/["\\]/g, '')}"`).join(', ');
  const found = await searchIssues(
    `project = ${Number(stored.projectId)} AND aimsOrigin IN (${list})`,
    ['summary'],
    null,
  );
  const adopted = found.issues.flatMap((issue): ImportedIssue[] => {
    const origin = (issue.properties?.aims as { origin?: unknown } | undefined)?.origin;
    // Without a fingerprint the next comparison updates it, whatever the file says now.
    return typeof origin === 'string' ? [{ origin, hash: '', issueId: issue.id }] : [];
  });
  await recordImported(stored.projectId, adopted);
  for (const issue of adopted) imported.set(issue.origin, issue);
}

const LEFT_WORDS: Readonly<Record<Left['why'], (count: number) => string>> = {
  'row-not-in-file': (count) =>
    `${count} issues of earlier imports are of rows that this file does not have; they stay.`,
  'no-longer-said': (count) => `${count} issues stand for what their row says no more; they stay.`,
  'issue-gone': (count) => `${count} issues were deleted in Jira or left the project; nothing was made in their place.`,
};

class Run {
  constructor(
    private readonly importId: string,
    private body: Import,
    private readonly imported: Map<string, ImportedIssue>,
    private readonly form: IssueForm,
    private readonly now: () => number,
  ) {}

  async create(batch: readonly Work[]): Promise<void> {
    await this.write({ inFlight: batch.map(({ planned }) => planned.origin) });
    const outcomes = await bulkCreateIssues(
      batch.map(({ planned }) => newIssue(planned, this.form, this.systemOf(planned.concerns))),
    );
    await spendPoints(batch.length, this.now());
    const done: ImportedIssue[] = [];
    batch.forEach(({ planned, hash }, index) => {
      const outcome = outcomes[index];
      if (!outcome || 'error' in outcome) {
        this.fail(planned.line, outcome?.error ?? 'Jira did not say what became of it.');
        return;
      }
      done.push({ origin: planned.origin, hash, issueId: outcome.id });
      const unreachable = transitionTo(planned, this.form) === undefined ? NO_TRANSITION : null;
      const warning = outcome.warning ?? unreachable;
      if (warning !== null) this.fail(planned.line, warning);
    });
    await recordImported(this.form.projectId, done);
    for (const issue of done) this.imported.set(issue.origin, issue);
    this.body = { ...this.body, created: this.body.created + done.length, done: this.body.done + batch.length };
    await askToRead(done.map(({ issueId }) => itemIdOf(issueId)));
  }

  /**
   * Writes what the file says anew, and nothing that a person changed since the app created the issue: that is theirs. The
   * day and the state are those of the first import.
   */
  async update(batch: readonly (Work & { issueId: string })[]): Promise<void> {
    const done: ImportedIssue[] = [];
    const wanted = new Map(batch.map((work) => [work, updated(work.planned, this.form.configuration)]));
    const fieldIds = [...new Set([...wanted.values()].flatMap((fields) => Object.keys(fields)))];
    const changed = await changedByPeople(
      batch.map(({ issueId }) => issueId),
      fieldIds,
    );
    let written = 0;
    for (const work of batch) {
      const { planned, hash, issueId } = work;
      const theirs = changed.get(issueId);
      if (!theirs) {
        this.note(planned.line, 'The issue is not in Jira any more; nothing was made in its place.');
        continue;
      }
      const fields = Object.entries(wanted.get(work) ?? {});
      const ours = fields.filter(([id]) => !theirs.has(id));
      const kept = fields.flatMap(([id]) => (theirs.has(id) ? [id] : []));
      try {
        if (ours.length > 0) await editIssue(issueId, Object.fromEntries(ours));
        if (ours.length > 0) written += 1;
        if (kept.length > 0) this.note(planned.line, `Kept as people changed it: ${this.namesOf(kept)}.`);
        done.push({ origin: planned.origin, hash, issueId });
      } catch (error) {
        if (!(error instanceof AppError) || error.code === 'jira-rate-limited' || error.code === 'jira-unavailable')
          throw error;
        this.fail(planned.line, error.message);
      }
    }
    await spendPoints(2 * batch.length, this.now());
    await recordImported(this.form.projectId, done);
    this.body = { ...this.body, updated: this.body.updated + written, done: this.body.done + batch.length };
    await this.write({});
    await askToRead(done.map(({ issueId }) => itemIdOf(issueId)));
  }

  /** What the file says and the import left alone is told too. */
  tell(plan: ImportPlan): void {
    for (const { line, code, column, value } of plan.problems)
      if (code === 'state-stays')
        this.note(line, `The file names another state (${value}) for “${column}”; the issue stays.`);
      else if (code === 'same-name-unsure')
        this.note(line, `Which of several issues “${value}” is, is not sure; nothing was done.`);
    const count = (why: Left['why']) => plan.left.filter((one) => one.why === why).length;
    for (const why of ['row-not-in-file', 'no-longer-said', 'issue-gone'] as const)
      if (count(why) > 0) this.note(0, LEFT_WORDS[why](count(why)));
  }

  private namesOf(fieldIds: readonly string[]): string {
    const keys = new Map(Object.entries(this.form.configuration.fields).map(([key, id]) => [id, key]));
    return fieldIds.map((id) => keys.get(id) ?? id).join(', ');
  }

  async finish(): Promise<void> {
    await this.write({ inFlight: [], state: 'done' });
  }

  private systemOf(origin: string | null): string | null {
    return origin === null ? null : (this.imported.get(origin)?.issueId ?? null);
  }

  private fail(line: number, message: string): void {
    this.list('failed', line, message);
  }

  /** What is no failure: it was left alone on purpose. */
  private note(line: number, message: string): void {
    this.list('told', line, message);
  }

  private list(where: 'failed' | 'told', line: number, message: string): void {
    if (this.body[where].length < LISTED)
      this.body = { ...this.body, [where]: [...this.body[where], { line, message }] };
    else this.body = { ...this.body, more: this.body.more + 1 };
  }

  private async write(change: Partial<Import>): Promise<void> {
    this.body = { ...this.body, ...change };
    await writeImport(this.importId, this.body, this.now());
  }
}
