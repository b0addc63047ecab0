import type { Output } from '../../contract/procedures';
import { conditionHolds } from '../../domain/applicability/condition';
import type { RowBody } from '../../domain/approval/entry';
import { Calendar } from '../../domain/day';
import { itemIdOf } from '../../domain/item/item-id';
import { numberOf } from '../../domain/requirement/requirement-id';
import { controlsOfStatement } from '../../domain/requirement/statement';
import { type Exclusion, effectOf, exclusionBy } from '../../domain/statement/effect';
import { type ControlRow, type DeviationRow, isOwn, keyOf, type OwnControlRow } from '../../domain/statement/row';
import { triageStanding } from '../../domain/triage/standing';
import { AppError } from '../../errors';
import { cellsOfScope } from '../../store/cell';
import { readCellContext } from '../../store/context';
import { decisionsFrom } from '../../store/decision';
import { accountsOf } from '../../store/person';
import { readInForceFor } from '../../store/statement';
import type { UseCase } from '../use-case';
import { linksAsViewer, reasonViews } from './view';

const NOTHING_OWN = { reasons: [], responsible: '' };

type View = Output<'statement.system'>['controls'][number];

/**
 * Of one AI system, whether each control applies by the version in force: by the control's row, its condition, or a deviation,
 * with the reasons and the calculated state.
 */
export const statementOfSystem: UseCase<'statement.system', 'catalogue' | 'configuration' | 'zone' | 'today'> = async (
  { issueId },
  context,
  { organisation },
) => {
  const system = itemIdOf(issueId);
  const known = await readCellContext([system], [], [], context.zone);
  const facts = known.facts.get(system);
  if (!facts?.system || facts.lostOn !== null) throw new AppError('ai-system-unknown');
  const { system: fields } = facts;
  const decisions = decisionsFrom(known);
  const isWaived = () =>
    triageStanding(facts, known.facts, decisions, context.configuration.settings, new Calendar(context.today()))
      ?.counts === true;
  const content = await readInForceFor(system);
  const effect = effectOf(content);
  const states = new Map((await cellsOfScope(system)).map(({ requirementId, state }) => [requirementId, state]));
  // Reasons and people are the organisation's own; whether a control applies to the system is the system's.
  const seesOwn = organisation === 'everything';
  const shown = seesOwn ? await linksAsViewer([...content.values()], []) : new Map();
  const people = await accountsOf(
    [...content.values()].flatMap(({ responsible }) => (typeof responsible === 'string' ? responsible : [])),
  );
  const about = (key: string, title: string, excludable: boolean): View => {
    const row = content.get(key) as (RowBody & ControlRow) | undefined;
    const deviation = content.get(keyOf({ control: key, system })) as (RowBody & DeviationRow) | undefined;
    const own = seesOwn
      ? { reasons: (deviation ?? row)?.reasons ?? [], responsible: row?.responsible ?? '' }
      : NOTHING_OWN;
    const exclusion: Exclusion = exclusionBy(effect, { id: key, excludable }, system, (condition) =>
      conditionHolds(condition, fields, isWaived),
    );
    return {
      key,
      number: isOwn(key) ? key : numberOf(key),
      title,
      applies: row === undefined ? 'undecided' : exclusion === null ? 'applies' : 'excluded',
      by: deviation ? 'deviation' : exclusion === 'condition-false' ? 'condition' : 'row',
      reasons: reasonViews(own.reasons, shown),
      responsible: people.get(own.responsible) ?? null,
      state: states.get(key) ?? null,
    };
  };
  const own = [...content].filter(([key]) => isOwn(key) && !key.includes('@'));
  return {
    controls: [
      ...controlsOfStatement(context.catalogue).map(({ id, title }) => about(id, title, true)),
      ...own.map(([key, body]) => about(key, (body as unknown as OwnControlRow).title, true)),
    ],
  };
};
