import { inventoryMappings } from '../../controls';
import { itemIdOf } from '../domain/item/item-id';
import { AppError } from '../errors';
import { searchIssues } from '../jira/issue';
import { BULK_CREATE_LIMIT, bulkCreateIssues, editIssue, transitionIssue, transitionsOf } from '../jira/write-issue';
import { askToRead } from '../queue/facts-queue';
import { readConfiguration } from '../store/configuration';
import {
  forgetRows,
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
import { editable, type IssueForm, newIssue, readIssueForm, transitionTo } from './issue-form';
import { planImport, type Work } from './plan';

/** Failures that are told one by one; more are a sign of one cause. */
const TOLD_FAILURES = 200;

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
  const plan = planImport(await stagedRows(importId), mapping, stored.asOf, imported);
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

  async update(batch: readonly (Work & { issueId: string })[]): Promise<void> {
    const done: ImportedIssue[] = [];
    for (const { planned, hash, issueId } of batch) {
      try {
        await editIssue(issueId, editable(planned, this.form.configuration));
        await this.moveOn(issueId, planned);
        done.push({ origin: planned.origin, hash, issueId });
      } catch (error) {
        if (!(error instanceof AppError) || error.code === 'jira-rate-limited' || error.code === 'jira-unavailable')
          throw error;
        this.fail(planned.line, error.message);
      }
    }
    await spendPoints(batch.length, this.now());
    await recordImported(this.form.projectId, done);
    this.body = { ...this.body, updated: this.body.updated + done.length, done: this.body.done + batch.length };
    await this.write({});
    await askToRead(done.map(({ issueId }) => itemIdOf(issueId)));
  }

  async finish(): Promise<void> {
    await this.write({ inFlight: [], state: 'done' });
  }

  /** Brings an existing issue to the target, when one transition of its workflow leads there from where it is. */
  private async moveOn(issueId: string, planned: Work['planned']): Promise<void> {
    const { target } = planned;
    if (target === null) return;
    const open = await transitionsOf(issueId);
    const category = { 'to-do': 'new', 'in-progress': 'indeterminate', done: 'done' } as const;
    const wanted =
      'stage' in target
        ? open.find((transition) =>
            this.form.configuration.statuses[transition.statusId]?.includes(`ai-system:${target.stage}`),
          )
        : open.find((transition) => transition.category === category[target.progress]);
    if (wanted) await transitionIssue(issueId, wanted.id);
  }

  private systemOf(origin: string | null): string | null {
    return origin === null ? null : (this.imported.get(origin)?.issueId ?? null);
  }

  private fail(line: number, message: string): void {
    if (this.body.failed.length < TOLD_FAILURES)
      this.body = { ...this.body, failed: [...this.body.failed, { line, message }] };
  }

  private async write(change: Partial<Import>): Promise<void> {
    this.body = { ...this.body, ...change };
    await writeImport(this.importId, this.body, this.now());
  }
}
