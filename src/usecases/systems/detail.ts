import type { Context } from '../../context';
import type { Output } from '../../contract/procedures';
import { figureOf } from '../../domain/coverage/tile';
import { Calendar } from '../../domain/day';
import type { Settings } from '../../domain/decision/decision';
import type { ItemFact, ItemId } from '../../domain/item/item-fact';
import { issueIdOf, itemIdOf } from '../../domain/item/item-id';
import { isInScope } from '../../domain/lifecycle/stage';
import { acceptanceEnd } from '../../domain/risk/acceptance';
import { type Chain, chainOf } from '../../domain/risk/chain';
import { registerWords } from '../../domain/vocabulary/register-field';
import { AppError } from '../../errors';
import { ownerFields } from '../../ingest/fields';
import { ownedIssuesAsViewer, VIEWED_ISSUES, type ViewedIssue } from '../../jira/viewed-issue';
import { type CountedRow, cellsOfScope } from '../../store/cell';
import { readCellContext } from '../../store/context';
import { decisionsFrom } from '../../store/decision';
import { readEvidenceOf } from '../../store/issue-context';
import { reasonsView } from '../coverage/view';
import { ratingView } from '../risks/rating';
import type { UseCase } from '../use-case';
import { type IssueView, issueView } from '../visible';

type View = Output<'system.detail'>;
/** Risks of one system that a view lists, worst first. */
const LISTED_RISKS = 30;

/**
 * One AI system: its requirements with reasons, and its chain from impact assessment to evidence. Three statements and
 * one call as the viewer; items that they may not open stand without a title.
 */
export const systemDetail: UseCase<
  'system.detail',
  'catalogue' | 'requirements' | 'configuration' | 'zone' | 'today'
> = async ({ issueId }, context) => {
  const itemId = itemIdOf(issueId);
  const known = await readCellContext([itemId], [], [], context.zone);
  const system = known.facts.get(itemId);
  if (!system?.system || system.lostOn !== null) throw new AppError('ai-system-unknown');
  const evidence = await readEvidenceOf([...(known.unitItems.get(itemId) ?? [])]);
  const index = new Map([...known.facts, ...evidence.map((fact) => [fact.id, fact] as const)]);
  const cells = inOrder(await cellsOfScope(itemId), context);
  const chain = chainOf(
    system,
    index,
    decisionsFrom(known),
    context.configuration.settings,
    new Calendar(context.today()),
  );
  const shown = { ...chain, risks: chain.risks.slice(0, LISTED_RISKS) };
  const ids = [
    itemId,
    ...chainIds(shown),
    ...cells.flatMap((cell) => cell.reasons.flatMap(({ items }) => items ?? [])),
  ];
  const wanted = [...new Set(ids.flatMap((id) => issueIdOf(id) ?? []))].slice(0, VIEWED_ISSUES);
  const visible = await ownedIssuesAsViewer(wanted, ownerFields(context));
  const self = visible.get(issueId);
  if (!self) throw new AppError('not-allowed');
  const { stage, lastSignificantChange } = system.system;
  return {
    system: {
      ...issueView(issueId, self),
      stage,
      inScope: isInScope(system.system),
      fields: registerWords(system),
      owner: self.owner,
      lastSignificantChange,
    },
    figure: figureOf(cells),
    cells: cells.map((cell) => cellView(cell, context, visible)),
    chain: {
      ...chainView(shown, visible, context.configuration.settings),
      notListed: chain.risks.length - shown.risks.length,
    },
  };
};

/** Requirements in the standard's order. */
function inOrder(cells: CountedRow[], { catalogue }: Pick<Context, 'catalogue'>): CountedRow[] {
  const places = new Map(catalogue.requirements.map(({ id }, place) => [id, place]));
  return cells.sort((a, b) => (places.get(a.requirementId) ?? 0) - (places.get(b.requirementId) ?? 0));
}

function chainIds({ assessments, risks }: Chain): ItemId[] {
  return [
    ...assessments.map(({ id }) => id),
    ...risks.flatMap(({ item, treatments }) => [
      item.id,
      ...treatments.flatMap((treatment) => [treatment.item.id, ...treatment.evidence.map(({ id }) => id)]),
    ]),
  ];
}

type Visible = ReadonlyMap<string, ViewedIssue>;

function viewOf(id: ItemId, visible: Visible): IssueView | null {
  const issueId = issueIdOf(id) ?? '';
  const issue = visible.get(issueId);
  return issue ? issueView(issueId, issue) : null;
}

function cellView(
  cell: CountedRow,
  { requirements }: Pick<Context, 'requirements'>,
  visible: Visible,
): View['cells'][number] {
  return {
    requirementId: cell.requirementId,
    title: requirements.get(cell.requirementId)?.title ?? '',
    state: cell.state,
    reasons: cell.reasons.flatMap((reason) => {
      const items = (reason.items ?? []).flatMap((id) => viewOf(id, visible) ?? []);
      return reasonsView([reason]).map((view) => ({
        ...view,
        items,
        hidden: (reason.items ?? []).length - items.length,
      }));
    }),
    changesOn: cell.changesOn,
  };
}

const itemView = (item: ItemFact, visible: Visible): View['chain']['assessments'][number] => ({
  issue: viewOf(item.id, visible),
  progress: item.progress,
  effectiveOn: item.effectiveOn,
});

function chainView(
  { waived, assessments, risks, breaks }: Chain,
  visible: Visible,
  settings: Settings,
): Omit<View['chain'], 'notListed'> {
  return {
    waived,
    breaks,
    assessments: assessments.map((item) => itemView(item, visible)),
    risks: risks.map((risk) => ({
      ...itemView(risk.item, visible),
      inherent: ratingView(risk.item.risk?.inherent ?? null, settings.criteria),
      residual: ratingView(risk.item.risk?.residual ?? null, settings.criteria),
      aboveThreshold: risk.aboveThreshold,
      accepted: risk.item.risk?.accepted ?? false,
      acceptanceExpires: risk.item.risk ? acceptanceEnd(risk.item.risk, settings) : null,
      breaks: risk.breaks,
      treatments: risk.treatments.map(({ item, evidence, breaks: broken }) => ({
        ...itemView(item, visible),
        breaks: broken,
        evidence: evidence.map((one) => itemView(one, visible)),
      })),
    })),
  };
}
