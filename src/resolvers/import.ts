import { randomUUID } from 'node:crypto';
import { inventoryMappings } from '../../controls';
import { type InterpretedRow, Interpreter, type RowProblem } from '../domain/import/interpret';
import { AppError } from '../errors';
import { hasName, type Left, planImport, type Work } from '../importing/plan';
import { issuesAsViewer } from '../jira/viewed-issue';
import { pushSetup } from '../queue/setup-queue';
import {
  forgetImport,
  goneIssues,
  type Import,
  importedIssues,
  readImport,
  stagedRows,
  stageRows,
  writeImport,
} from '../store/import';
import type { Handler } from './define';

/** Problems listed in one answer; all are counted. */
const LISTED_PROBLEMS = 1_000;

function mappingOf(id: string) {
  const mapping = inventoryMappings.get(id);
  if (!mapping) throw new AppError('import-mapping-invalid', { detail: `There is no mapping "${id}".` });
  return mapping;
}

async function knownImport(importId: string): Promise<Import> {
  const stored = await readImport(importId);
  if (!stored) throw new AppError('import-unknown');
  return stored;
}

/** Begins an import of a file whose columns are these; refuses one that lacks a column of the mapping. */
export const importStart: Handler<'import.start'> = async (
  { projectId, mapping: mappingId, columns, asOf },
  { configuration, now, today },
) => {
  if (!configuration.projects.includes(projectId)) throw new AppError('setup-not-started');
  const mapping = mappingOf(mappingId);
  const missing = new Interpreter(mapping).missingColumns(columns);
  if (missing.length > 0)
    throw new AppError('import-mapping-invalid', {
      detail: `Missing: ${missing.map((column) => `"${column.slice(0, 80)}"`).join(', ')}.`,
    });
  const importId = randomUUID();
  await writeImport(
    importId,
    {
      projectId,
      mapping: mappingId,
      asOf: asOf ?? mapping.file.asOf ?? today(),
      state: 'staging',
      planned: 0,
      done: 0,
      created: 0,
      updated: 0,
      failed: [],
      error: null,
      told: [],
      more: 0,
      inFlight: [],
    },
    now(),
  );
  return { importId };
};

/** Takes a chunk of rows. Rows are read here, so that what is kept is what the mapping needs and nothing else. */
export const importStage: Handler<'import.stage'> = async ({ importId, rows }) => {
  const stored = await knownImport(importId);
  if (stored.state !== 'staging') throw new AppError('import-busy');
  const interpreter = new Interpreter(mappingOf(stored.mapping));
  await stageRows(
    importId,
    rows.map((row) => interpreter.interpret(row)),
  );
  return { staged: rows.length };
};

/** What applying would do; nothing is changed. */
export const importDryRun: Handler<'import.dryRun'> = async ({ importId }) => {
  const stored = await knownImport(importId);
  const mapping = mappingOf(stored.mapping);
  const rows = await stagedRows(importId);
  const imported = await importedIssues(stored.projectId);
  const gone = await goneIssues([...imported.values()].map(({ issueId }) => issueId));
  const plan = planImport(rows, mapping, stored.asOf, imported, gone);
  const problems = [...plan.problems, ...(await leftProblems(plan.left))];
  const named = rows.filter(hasName);
  const { otherwise } = mapping.stage;
  const isStageKnown = ({ problems }: InterpretedRow) => !problems.some(({ code }) => code === otherwise.problem);
  const known = named.filter(isStageKnown);
  const byStage: Record<string, number> = {};
  for (const { stage } of known) byStage[stage] = (byStage[stage] ?? 0) + 1;
  const created = (kind: Work['planned']['kind']) => plan.create.filter(({ planned }) => planned.kind === kind).length;
  return {
    rows: rows.length,
    nameless: rows.length - named.length,
    byStage,
    stageNotKnown: { count: named.length - known.length, countsAs: otherwise.stage },
    issues: { systems: created('ai-system'), records: created('record'), risks: created('ai-risk') },
    create: plan.create.length,
    update: plan.update.length,
    unchanged: plan.unchanged,
    problemCount: problems.length,
    problems: problems.slice(0, LISTED_PROBLEMS),
    notes: named.flatMap(({ line, claims }) =>
      claims.flatMap(({ id, note }) => (note === null ? [] : [{ line, claim: id, note }])),
    ),
    silent: mapping.claims.flatMap((rule) => {
      const outcomes = named.flatMap((row) =>
        row.claims.filter((claim) => claim.id === rule.id).map((claim) => claim.outcome),
      );
      const count = (outcome: string) => outcomes.filter((candidate) => candidate === outcome).length;
      return rule.requirements.map((requirementId) => ({
        requirementId,
        declaredNo: count('declared-no'),
        notAsked: count('not-asked'),
      }));
    }),
  };
};

/** Titles of issues that a dry run names; more are counted by their code. */
const NAMED_LEFT = 100;

/** What the file does not speak of any more, by the issues' keys as far as the viewer may see them. */
async function leftProblems(left: readonly Left[]): Promise<RowProblem[]> {
  const visible = await issuesAsViewer(left.slice(0, NAMED_LEFT).map(({ issueId }) => issueId));
  return left.map(({ issueId, why, line }) => {
    const issue = visible.get(issueId);
    return { line, code: why, column: '', value: issue ? `${issue.key} ${issue.summary}`.slice(0, 120) : '' };
  });
}

/** Gives up an import that was only looked at: nothing of its rows stays. */
export const importDiscard: Handler<'import.discard'> = async ({ importId }) => {
  const stored = await knownImport(importId);
  if (stored.state !== 'staging') throw new AppError('import-busy');
  await forgetImport(importId);
  return { accepted: true };
};

export const importApply: Handler<'import.apply'> = async ({ importId }, { now }) => {
  const stored = await knownImport(importId);
  if (stored.state === 'running') throw new AppError('import-busy');
  if (stored.state !== 'done') await writeImport(importId, { ...stored, state: 'running', error: null }, now());
  await pushSetup([{ kind: 'import', importId }]);
  return { accepted: true };
};

export const importProgress: Handler<'import.progress'> = async ({ importId }) => {
  const { state, planned, done, created, updated, failed, told, more, error } = await knownImport(importId);
  return { state, rows: planned, done, created, updated, failed, told, more, error };
};
