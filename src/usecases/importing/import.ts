import { randomUUID } from 'node:crypto';
import { Interpreter } from '../../domain/import/interpret';
import { AppError, DETAILS } from '../../errors';
import { pushSetup } from '../../queue/setup-queue';
import { forgetImport, stageRows, writeImport } from '../../store/import';
import type { UseCase } from '../use-case';
import { issuesAsSeen, knownImport, mappingOf } from './known';

/** Begins an import of a file whose columns are these; refuses one that lacks a column of the mapping. */
export const importStart: UseCase<'import.start', 'configuration' | 'now' | 'today'> = async (
  { projectId, mapping: mappingId, columns, asOf },
  { configuration, now, today },
) => {
  if (!configuration.projects.includes(projectId)) throw new AppError('setup-not-started');
  const mapping = mappingOf(mappingId);
  const missing = new Interpreter(mapping).missingColumns(columns);
  if (missing.length > 0)
    throw new AppError('import-mapping-invalid', {
      detail: DETAILS.columnsMissing(missing),
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
      answers: { renamed: [], clearEmptied: false },
      inFlight: [],
    },
    now(),
  );
  return { importId };
};

/** Takes a chunk of rows. Rows are read here, so that what is kept is what the mapping needs and nothing else. */
export const importStage: UseCase<'import.stage', never> = async ({ importId, rows }) => {
  const stored = await knownImport(importId);
  if (stored.state !== 'staging') throw new AppError('import-busy');
  const interpreter = new Interpreter(mappingOf(stored.mapping));
  await stageRows(
    importId,
    rows.map((row) => interpreter.interpret(row)),
  );
  return { staged: rows.length };
};

/** Keeps what a person says about a file that is checked; applying goes by it. The last answer for a row counts. */
export const importAnswer: UseCase<'import.answer', 'now'> = async ({ importId, answer }, { now }) => {
  const stored = await knownImport(importId);
  if (stored.state !== 'staging') throw new AppError('import-busy');
  const { renamed, clearEmptied } = stored.answers;
  const answers =
    answer.about === 'emptied'
      ? { renamed, clearEmptied: answer.clear }
      : {
          clearEmptied,
          renamed: [
            ...renamed.filter(({ line }) => line !== answer.line),
            ...(answer.is === null ? [] : [{ line: answer.line, is: answer.is }]),
          ],
        };
  await writeImport(importId, { ...stored, answers }, now());
  return { accepted: true };
};

/** Gives up an import that was only looked at: nothing of its rows stays. */
export const importDiscard: UseCase<'import.discard', never> = async ({ importId }) => {
  const stored = await knownImport(importId);
  if (stored.state !== 'staging') throw new AppError('import-busy');
  await forgetImport(importId);
  return { accepted: true };
};

export const importApply: UseCase<'import.apply', 'now'> = async ({ importId }, { now }) => {
  const stored = await knownImport(importId);
  if (stored.state === 'running') throw new AppError('import-busy');
  if (stored.state !== 'done') await writeImport(importId, { ...stored, state: 'running', error: null }, now());
  await pushSetup([{ kind: 'import', importId }]);
  return { accepted: true };
};

export const importProgress: UseCase<'import.progress', never> = async ({ importId }) => {
  const { state, planned, done, created, updated, failed, told, more, error } = await knownImport(importId);
  const visible = await issuesAsSeen(told.flatMap(({ issueId }) => issueId ?? []));
  return {
    state,
    rows: planned,
    done,
    created,
    updated,
    failed,
    told: told.map(({ line, message, issueId }) => ({ line, message, issue: visible.get(issueId ?? '') ?? null })),
    more,
    error,
  };
};
