import type { Context } from '../../context';
import type { Output } from '../../contract/procedures';
import { inForce } from '../../domain/approval/course';
import { type Content, isSame, type RowBody } from '../../domain/approval/entry';
import type { StateCounts, Tile } from '../../domain/coverage/tile';
import { MAIN_FRAMEWORK, numberOf } from '../../domain/requirement/requirement-id';
import { controlsOfStatement } from '../../domain/requirement/statement';
import { appliesToNone } from '../../domain/statement/effect';
import { openPoints, warningsOf } from '../../domain/statement/points';
import { type ControlRow, isOwn, type OwnControlRow } from '../../domain/statement/row';
import { suggestionFor } from '../../domain/statement/suggestion';
import { readTotals } from '../../store/cell';
import { type BesideStatement, readBeside, readStatement, type Statement } from '../../store/statement';
import { SUGGESTION_WORDS } from '../../words/suggestions';
import { courseView } from '../approvals/course';
import { partInApprovals } from '../approvals/part';
import { ofFramework, tilesView } from '../coverage/view';
import type { UseCase } from '../use-case';
import { reviewAsViewer, reviewOf } from './review';
import { linksAsViewer, needsOf, reasonViews, type Shown, tokensOf } from './view';

type View = Output<'statement.read'>;
type Row = View['rows'][number];

/**
 * The Statement of Applicability as it is worked on, for whoever manages, approves or audits; for others the version in force.
 * Three statements and those of `reviewOf`, one call for what the viewer may do and one for the issues behind the reasons.
 */
export const readStatementView: UseCase<'statement.read', 'catalogue' | 'configuration' | 'zone' | 'today'> = async (
  _input,
  context,
) => {
  const part = await partInApprovals();
  const { seesDraft } = part;
  const all = await readStatement();
  const statement: Statement = seesDraft
    ? all
    : { ...all, draft: all.approved, course: { ...all.course, submitted: null, returned: null } };
  const beside = await readBeside(tokensOf(statement), seesDraft ? 'draft' : 'in force', inForce(all.course));
  const tiles = tilesView(
    ofFramework(context.catalogue, MAIN_FRAMEWORK),
    await readTotals(null, MAIN_FRAMEWORK),
    'everything',
  );
  const rows = rowsOf(statement, beside, new Map(tiles.map((tile) => [tile.requirementId, tile])), context);
  const review = await reviewOf(all, beside, context);
  const shown = await linksAsViewer([...statement.draft.values(), ...statement.approved.values()], rows);
  const personOf = (token: string | null) => (token === null ? null : (beside.people.get(token) ?? null));
  const needs = needsOf(beside);
  const controls = controlsOfStatement(context.catalogue).map(({ id }) => id);
  return {
    ...courseView(all.course, part, personOf, context),
    rows: rows.map((row) => shownRow(seesDraft ? row : { ...row, suggested: [] }, shown, personOf)),
    groups: context.catalogue.groups
      .filter(({ id, framework }) => framework === MAIN_FRAMEWORK && rows.some(({ group }) => group === id))
      .map(({ id, title }) => ({ id, title })),
    open: seesDraft ? openPoints(statement.draft, controls, needs) : [],
    warnings: seesDraft ? warningsOf(statement.draft, needs) : [],
    issues: [...shown.values()],
    review: await reviewAsViewer(review),
  };
};

interface StoredRow extends Omit<Row, 'row' | 'approved' | 'suggestion'> {
  stored: RowBody | null;
  before: RowBody | null;
  suggested: { kind: 'risk' | 'own-choice'; links: readonly string[] }[];
}

function rowsOf(
  { draft, approved }: { draft: Content; approved: Content },
  { needed, deviations }: BesideStatement,
  tiles: ReadonlyMap<string, Pick<Tile, 'state' | 'systems'>>,
  { catalogue }: Pick<Context, 'catalogue'>,
): StoredRow[] {
  const about = (key: string) => {
    const [stored, before] = [draft.get(key) ?? null, approved.get(key) ?? null];
    const needing = needed.get(key);
    const { state = null, systems = null } = tiles.get(key) ?? {};
    return {
      key,
      number: isOwn(key) ? key : numberOf(key),
      stored,
      before,
      isChanged: !isSame(stored, before),
      state,
      appliesToNone: isToNone(stored, before, systems?.counts ?? null),
      neededBy: needing?.count ?? 0,
      deviations: deviations.get(key) ?? 0,
      suggested: stored === null ? suggestionFor(needing?.items ?? [], state) : [],
    };
  };
  const own = [...draft]
    .filter(([key]) => isOwn(key))
    .map(([key, body]) => ({ key, body: body as unknown as OwnControlRow }));
  return [
    ...controlsOfStatement(catalogue).map(({ id, title, group, scopeLevel, condition }) => ({
      ...about(id),
      title,
      text: null,
      group,
      scopeLevel,
      condition: condition ?? null,
    })),
    ...own.map(({ key, body }) => ({
      ...about(key),
      title: body.title,
      text: body.text,
      group: body.group,
      scopeLevel: 'organisation' as const,
      condition: null,
    })),
  ];
}

/** Cells are counted by what the version in force says: they tell nothing of a draft with another condition. */
function isToNone(stored: RowBody | null, before: RowBody | null, counts: StateCounts | null): boolean {
  const [draft, approved] = [stored, before] as unknown as (ControlRow | null)[];
  return draft?.applicable === true && draft.appliesWhen === approved?.appliesWhen && appliesToNone(approved, counts);
}

function shownRow(
  { stored, before, suggested, ...row }: StoredRow,
  shown: Shown,
  personOf: (token: string | null) => string | null,
): Row {
  const view = (body: RowBody | null): Row['row'] => {
    if (body === null) return null;
    const { applicable, reasons, appliesWhen, responsible, note } = body as unknown as ControlRow;
    return { applicable, reasons: reasonViews(reasons, shown), appliesWhen, responsible: personOf(responsible), note };
  };
  const reasons = suggested.map(({ kind, links }) => ({ kind, links, text: SUGGESTION_WORDS[kind] }));
  return {
    ...row,
    row: view(stored),
    approved: row.isChanged ? view(before) : null,
    suggestion: reasons.length === 0 ? null : reasonViews(reasons, shown),
  };
}
