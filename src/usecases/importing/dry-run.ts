import type { Output } from '../../contract/procedures';
import { claimCounts } from '../../domain/import/claim-counts';
import type { InterpretedRow, RowProblem } from '../../domain/import/interpret';
import type { UseCase } from '../use-case';
import { type Change, changesOfIssues } from './changes';
import { stateIn } from './fingerprint';
import { editable, type LeftOut, readIssueForm } from './issue-form';
import { issuesAsSeen, knownImport, mappingOf } from './known';
import { hasName, type Left, type Work } from './plan';
import { prepare } from './prepare';
import type { Renames } from './renames';

type DryRun = Output<'import.dryRun'>;

/** Problems listed in one answer, texts that name no risk, and rows that may be renamed; all are counted. */
const LISTED_PROBLEMS = 1_000;
const LISTED_TEXTS = 100;
const LISTED_RENAMES = 200;
/** A name in a list is cut here: it is there to be recognised. */
const SHOWN = 120;

/** A problem, and the issue that it is about, whose name is looked up only if the problem is listed. */
type Problem = RowProblem & { issueId?: string };

/** What applying would do; nothing is changed. */
export const importDryRun: UseCase<'import.dryRun', 'configuration'> = async (
  { importId, problemsFrom = 0 },
  { configuration },
) => {
  const stored = await knownImport(importId);
  const mapping = mappingOf(stored.mapping);
  const { rows, renames, plan } = await prepare(importId, stored, mapping, configuration);
  const planned = [...plan.create, ...plan.changed].map((work) => work.planned);
  const form = await readIssueForm(stored.projectId, configuration, planned);
  const changes = await changesOfIssues(plan.changed, form);
  const known = changes.flatMap(({ change }) => change ?? []);
  const { clearEmptied } = stored.answers;
  const isWritten = ({ write, emptied }: Change) =>
    Object.keys(write).length > 0 || (clearEmptied && emptied.length > 0);
  const update = known.filter(isWritten).length;
  const problems: Problem[] = [
    ...plan.problems,
    ...changes.flatMap(({ work, change }) => (change ? problemsOf(change) : [gone(work)])),
    ...plan.create.flatMap(({ planned: issue }) => leftOutProblems(issue.line, editable(issue, form).leftOut)),
    ...plan.left.map(leftProblem),
  ];
  const named = rows.filter(hasName);
  const { otherwise } = mapping.stage;
  const hasStage = ({ problems: found }: InterpretedRow) => !found.some(({ code }) => code === otherwise.problem);
  const staged = named.filter(hasStage);
  const created = (kind: Work['planned']['kind']) => plan.create.filter((work) => work.planned.kind === kind).length;
  return {
    rows: rows.length,
    nameless: rows.length - named.length,
    byStage: countsBy(staged, ({ stage }) => stage),
    stageNotKnown: { count: named.length - staged.length, countsAs: otherwise.stage },
    issues: { systems: created('ai-system'), records: created('record'), risks: created('ai-risk') },
    create: plan.create.length,
    update,
    unchanged: plan.unchanged + known.length - update,
    problemCount: problems.length,
    problemsByCause: countsBy(problems, ({ code }) => code),
    problems: await namedProblems(problems.slice(problemsFrom, problemsFrom + LISTED_PROBLEMS)),
    notes: named.flatMap(({ line, claims }) =>
      claims.flatMap(({ id, note }) => (note === null ? [] : [{ line, claim: id, note }])),
    ),
    claims: claimCounts(named, mapping),
    noRisk: noRiskOf(named),
    renamed: await renamedOf(renames, stored.answers.renamed),
    renamedCount: renames.asked.length,
    emptied: { fields: known.reduce((sum, { emptied }) => sum + emptied.length, 0), clear: clearEmptied },
  };
};

function countsBy<Entry>(entries: readonly Entry[], of: (entry: Entry) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const entry of entries) counts[of(entry)] = (counts[of(entry)] ?? 0) + 1;
  return counts;
}

function problemsOf({ work, kept, emptied, stateStays, leftOut }: Change): Problem[] {
  const { issueId, was, hash } = work;
  const { line, summary } = work.planned;
  const moved = { line, code: 'state-stays', column: summary, value: `${was} -> ${stateIn(hash)}` };
  return [
    ...kept.map((column) => ({ line, code: 'kept-as-people-changed-it', column, value: '', issueId })),
    ...emptied.map(({ name }) => ({ line, code: 'emptied-in-file', column: name, value: '', issueId })),
    ...(stateStays ? [moved] : []),
    ...leftOutProblems(line, leftOut),
  ];
}

const leftOutProblems = (line: number, leftOut: readonly LeftOut[]): Problem[] =>
  leftOut.map(({ name, why }) => ({ line, code: why, column: name, value: '' }));

const gone = ({ planned, issueId }: Work & { issueId: string }): Problem => ({
  line: planned.line,
  code: 'issue-gone',
  column: '',
  value: planned.summary.slice(0, SHOWN),
  issueId,
});

const leftProblem = ({ issueId, why, line }: Left): Problem => ({ line, code: why, column: '', value: '', issueId });

/** With keys and titles of the issues, as far as the viewer may see them. */
async function namedProblems(problems: readonly Problem[]): Promise<RowProblem[]> {
  const visible = await issuesAsSeen(problems.flatMap(({ issueId }) => issueId ?? []));
  return problems.map(({ issueId, ...problem }) => {
    const issue = visible.get(issueId ?? '');
    return issue ? { ...problem, value: `${issue.key} ${issue.summary}`.slice(0, SHOWN) } : problem;
  });
}

function noRiskOf(rows: readonly InterpretedRow[]): DryRun['noRisk'] {
  const texts = new Map<string, DryRun['noRisk']['texts'][number]>();
  let count = 0;
  for (const { noRisk } of rows) {
    // Rows that a version before this one staged do not say.
    if (!noRisk) continue;
    count += 1;
    const key = noRisk.text.toLowerCase();
    const known = texts.get(key);
    if (known) known.rows += 1;
    else texts.set(key, { ...noRisk, rows: 1 });
  }
  const byCount = [...texts.values()].sort((a, b) => b.rows - a.rows);
  return { rows: count, texts: byCount.slice(0, LISTED_TEXTS) };
}

async function renamedOf(
  { asked }: Renames,
  answers: readonly { line: number; is: string }[],
): Promise<DryRun['renamed']> {
  const listed = asked.slice(0, LISTED_RENAMES);
  const visible = await issuesAsSeen(listed.flatMap(({ candidates }) => candidates.map(({ issueId }) => issueId)));
  return listed.map(({ row, candidates }) => ({
    line: row.line,
    name: row.name.slice(0, SHOWN),
    answer: answers.find(({ line }) => line === row.line)?.is ?? null,
    candidates: candidates.map(({ issueId }) => ({ issueId, issue: visible.get(issueId) ?? null })),
  }));
}
