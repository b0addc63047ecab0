import type { ConditionKey } from '../../../controls';
import type { Context } from '../../context';
import type { Input } from '../../contract/procedures';
import { changedKeys } from '../../domain/approval/compare';
import type { Content, RowBody } from '../../domain/approval/entry';
import { STATEMENT_OF_APPLICABILITY } from '../../domain/requirement/named';
import { controlsOfStatement } from '../../domain/requirement/statement';
import { openPoints } from '../../domain/statement/points';
import { isOwn, nextOwn, rowKeyFrom } from '../../domain/statement/row';
import { AppError, DETAILS } from '../../errors';
import { askToRecount } from '../../queue/facts-queue';
import { type NewRow, ROWS_AN_ACT, readContentAt, readCourse } from '../../store/approval';
import { readFacts } from '../../store/item';
import { tokenOf } from '../../store/person';
import { chunks } from '../../store/sql';
import { ownKeys, readBeside, STATEMENT, writtenSince } from '../../store/statement';
import { act } from '../approvals/act';
import type { UseCase } from '../use-case';
import { type Kept, keptIn } from './kept';
import { needsOf } from './view';

type EnteredRow = Input<'statement.edit'>['rows'][number];
type Entered = Exclude<EnteredRow['body'], null | 'as-approved'>;

/** The key of a control of one's own that is new: it is given its number when it is written. */
const NEW_OWN = 'own/0';

/**
 * Writes rows of the draft. A row that somebody else wrote since the caller read it is not overwritten; what is submitted is
 * locked. No figure hangs on a draft, but 6.1.3 is begun with the first.
 * @throws AppError draft-locked, row-written-meanwhile, row-not-possible, ai-system-unknown
 */
export const editStatement: UseCase<'statement.edit', 'catalogue' | 'now'> = async (
  { revision, rows },
  context,
  { accountId },
) => {
  const written = await rowsToWrite(rows, await keptIn(rows, revision), context);
  const newest = await act(STATEMENT, 'drafted', accountId, async (course) => {
    if (course.revision > revision) {
      const meanwhile = await writtenSince(
        written.map(({ key }) => key),
        revision,
      );
      if (meanwhile.length > 0) throw new AppError('row-written-meanwhile', { detail: DETAILS.controls(meanwhile) });
    }
    return { at: context.now(), rows: written };
  });
  if (newest === 1) await recountStatement();
  return { revision: newest };
};

const recountStatement = () =>
  askToRecount({ systems: [], requirements: [STATEMENT_OF_APPLICABILITY], everySystem: false });

async function rowsToWrite(
  rows: readonly EnteredRow[],
  kept: Kept,
  { catalogue }: Pick<Context, 'catalogue'>,
): Promise<NewRow[]> {
  const controls = new Map(controlsOfStatement(catalogue).map(({ id, condition }) => [id, condition ?? null]));
  const own = rows.some(({ key }) => isOwn(key)) ? await ownKeys() : [];
  const keys = rows.map(({ key }) => rowKeyFrom(key));
  for (const { control } of keys)
    if (!controls.has(control) && control !== NEW_OWN && !own.includes(control))
      throw new AppError('row-not-possible', { detail: control });
  const systems = [...new Set(keys.flatMap(({ system }) => system ?? []))];
  const known = (await readFacts(systems)).filter(({ kind, lostOn }) => kind === 'ai-system' && lostOn === null);
  if (known.length < systems.length) throw new AppError('ai-system-unknown');
  const written: NewRow[] = [];
  for (const { key, body } of rows) {
    const { control, system } = rowKeyFrom(key);
    const named = control === NEW_OWN ? nextOwn([...own, ...written.map((row) => row.key)]) : control;
    const content =
      body === 'as-approved'
        ? kept.approved(key)
        : body &&
          (await bodyOf(
            named,
            system,
            { ...body, reasons: reasonsToWrite(key, body, kept) },
            controls.get(named) ?? null,
          ));
    if (content === null && system === null && !isOwn(named))
      throw new AppError('row-not-possible', { detail: DETAILS.controls([named]) });
    written.push({ key: key.replace(control, named), part: named, itemId: system, body: content });
  }
  return written;
}

/** Reasons with the links that the writer may see and did not take out, and those that they may not see. */
const reasonsToWrite = (key: string, { reasons }: Entered, { hidden }: Kept): Entered['reasons'] =>
  reasons.map(({ was, kind, text, links }) => ({
    kind,
    text,
    links: was === undefined ? links : [...new Set([...links, ...hidden(key, was)])],
  }));

/**
 * What a row holds, by what it is of: a deviation nothing but the decision, a control of one's own its title besides.
 * @param condition the catalogue's, which counts where the caller says nothing of one
 */
async function bodyOf(
  control: string,
  system: string | null,
  body: Entered,
  condition: ConditionKey | null,
): Promise<RowBody> {
  const { applicable, reasons, appliesWhen = condition, responsible = null, note = '', title, text, group } = body;
  if (system !== null) return { applicable, reasons };
  const row = {
    applicable,
    appliesWhen: applicable ? appliesWhen : null,
    reasons,
    responsible: responsible === null ? null : await tokenOf(responsible),
    note,
  };
  if (!isOwn(control)) return row;
  if (title === undefined || text === undefined || group === undefined)
    throw new AppError('row-not-possible', { detail: control });
  return { ...row, title, text, group };
}

/** Which controls have an open point, in words; null where none has. */
export async function openIn(rows: Content, { catalogue }: Pick<Context, 'catalogue'>): Promise<string | null> {
  const needs = needsOf(await readBeside([], 'draft', null));
  const controls = controlsOfStatement(catalogue).map(({ id }) => id);
  const open = openPoints(rows, controls, needs);
  return open.length === 0 ? null : DETAILS.controlsOpen(open.map(({ key }) => key));
}

/**
 * Makes the draft as an older version was, row by row: what was added since goes, what was changed is as it was.
 * @throws AppError version-unknown, content-changed, draft-locked
 */
export const restoreStatement: UseCase<'statement.restore', 'now'> = async (
  { revision, version },
  context,
  { accountId },
) => {
  const course = await readCourse(STATEMENT);
  const wanted = course.versions.find((one) => one.version === version);
  if (!wanted) throw new AppError('version-unknown');
  if (course.revision !== revision) throw new AppError('content-changed');
  const then = await readContentAt(STATEMENT, wanted.revision);
  const now = await readContentAt(STATEMENT, revision);
  const rows = changedKeys(now, then).map((key): NewRow => {
    const { control, system } = rowKeyFrom(key);
    return { key, part: control, itemId: system, body: then.get(key) ?? null };
  });
  let newest = revision;
  for (const some of chunks(rows, ROWS_AN_ACT))
    newest = await act(STATEMENT, 'drafted', accountId, async () => ({ at: context.now(), rows: some }));
  return { revision: newest };
};
