import { itemIdOf } from '../../domain/item/item-id';
import { AppError } from '../../errors';
import { bulkCreateIssues, editIssue } from '../../jira/write-issue';
import { askToRead } from '../../queue/facts-queue';
import { type Import, type ImportedIssue, recordImported, writeImport } from '../../store/import';
import { spendPoints } from '../../store/points';
import { IMPORT_WORDS, LEFT_OUT_WORDS, LEFT_WORDS, PROBLEM_WORDS } from '../../words/importing';
import { type Change, changesOfIssues } from './changes';
import { stateIn } from './fingerprint';
import { type IssueForm, type LeftOut, newIssue, transitionTo } from './issue-form';
import type { Changed, ImportPlan, Work } from './plan';

/** Failures, and notes, that are listed one by one; more are a sign of one cause, and counted. */
const LISTED = 200;

/** One import as it is applied: what it has done so far, and what it has to tell. */
export class Run {
  constructor(
    private readonly importId: string,
    private body: Import,
    private readonly imported: Map<string, ImportedIssue>,
    private readonly form: IssueForm,
    private readonly now: () => number,
  ) {}

  async create(batch: readonly Work[]): Promise<void> {
    await this.write({ inFlight: batch.map(({ planned }) => planned.origin) });
    const wanted = batch.map(({ planned }) => newIssue(planned, this.form, this.systemOf(planned.concerns)));
    const outcomes = await bulkCreateIssues(wanted);
    await spendPoints(batch.length, this.now());
    const done: ImportedIssue[] = [];
    batch.forEach(({ planned, hash }, index) => {
      const outcome = outcomes[index];
      if (!outcome || 'error' in outcome) {
        this.fail(planned.line, outcome?.error || IMPORT_WORDS.silent);
        return;
      }
      done.push({ origin: planned.origin, hash, issueId: outcome.id });
      const unreachable = transitionTo(planned, this.form) === undefined ? IMPORT_WORDS.noTransition : null;
      const warning = outcome.warning === '' ? IMPORT_WORDS.transitionRefused : (outcome.warning ?? unreachable);
      if (warning !== null) this.fail(planned.line, warning);
      this.noteLeftOut(planned.line, wanted[index]?.leftOut ?? [], outcome.id);
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
  async update(batch: readonly Changed[]): Promise<void> {
    const done: ImportedIssue[] = [];
    let written = 0;
    for (const { work, change } of await changesOfIssues(batch, this.form)) {
      const { planned, hash, issueId } = work;
      if (!change) {
        this.note(planned.line, IMPORT_WORDS.gone, issueId);
        continue;
      }
      const { clearEmptied } = this.body.answers;
      const cleared = clearEmptied ? change.emptied.map(({ id }) => [id, null] as const) : [];
      const fields = { ...change.write, ...Object.fromEntries(cleared) };
      try {
        if (Object.keys(fields).length > 0) {
          await editIssue(issueId, fields);
          written += 1;
        }
        this.noteChange(change);
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
    for (const { line, code, value } of plan.problems) {
      const words = PROBLEM_WORDS[code];
      if (words) this.note(line, words(value));
    }
    for (const { issueId, why, line } of plan.left) this.note(line, LEFT_WORDS[why], issueId);
  }

  async finish(): Promise<void> {
    await this.write({ inFlight: [], state: 'done' });
  }

  private noteChange({ work, kept, emptied, stateStays, leftOut }: Change): void {
    const { planned, issueId, hash, was } = work;
    const { line } = planned;
    if (kept.length > 0) this.note(line, IMPORT_WORDS.kept(kept), issueId);
    const names = emptied.map(({ name }) => name);
    if (emptied.length > 0)
      this.note(
        line,
        this.body.answers.clearEmptied ? IMPORT_WORDS.emptied(names) : IMPORT_WORDS.keptThoughEmpty(names),
        issueId,
      );
    if (stateStays) this.note(line, IMPORT_WORDS.stateStays(was, stateIn(hash)), issueId);
    this.noteLeftOut(line, leftOut, issueId);
  }

  private noteLeftOut(line: number, leftOut: readonly LeftOut[], issueId: string): void {
    for (const [why, words] of Object.entries(LEFT_OUT_WORDS satisfies Record<LeftOut['why'], string>)) {
      const names = leftOut.flatMap((one) => (one.why === why ? [one.name] : []));
      if (names.length > 0) this.note(line, `${words}: ${names.join(', ')}.`, issueId);
    }
  }

  private systemOf(origin: string | null): string | null {
    return origin === null ? null : (this.imported.get(origin)?.issueId ?? null);
  }

  private fail(line: number, message: string): void {
    this.list('failed', { line, message });
  }

  /** What is no failure: it was left alone on purpose. */
  private note(line: number, message: string, issueId?: string): void {
    this.list('told', { line, message, ...(issueId === undefined ? {} : { issueId }) });
  }

  private list(where: 'failed' | 'told', entry: Import['told'][number]): void {
    if (this.body[where].length < LISTED) this.body = { ...this.body, [where]: [...this.body[where], entry] };
    else this.body = { ...this.body, more: this.body.more + 1 };
  }

  private async write(change: Partial<Import>): Promise<void> {
    this.body = { ...this.body, ...change };
    await writeImport(this.importId, this.body, this.now());
  }
}
