import type { Catalogue, Requirement } from '../../../controls';
import type { Output } from '../../contract/procedures';
import { ORGANISATION } from '../../domain/coverage/cell';
import type { Reason } from '../../domain/coverage/reason';
import { type CoverageState, STATES_WORST_FIRST } from '../../domain/coverage/state';
import type { StateCounts } from '../../domain/coverage/tile';
import { contributionRole } from '../../domain/item/contribution';
import type { ItemFact, ItemId } from '../../domain/item/item-fact';
import { validUntil } from '../../domain/item/validity';
import { STATEMENT_OF_APPLICABILITY } from '../../domain/requirement/named';
import type { TimeZone } from '../../domain/time-zone';
import { type CellRow, cellsOfRequirement, readTotals } from '../../store/cell';
import { readFacts } from '../../store/item';
import { readStatement } from '../../store/statement';
import type { UseCase } from '../use-case';
import { itemsAsViewer, type ViewedItem } from '../visible';
import { applicabilityView, approvedView } from './controls';
import { requirementSeen } from './seen';
import { countsByRequirement, reasonsView, tileView } from './view';

/** Cells listed at once, worst first; the rest is counted. */
const LISTED_CELLS = 25;

type View = Output<'coverage.requirement'>;
type ItemView = View['cells'][number]['reasons'][number]['items'][number];

/** Why a requirement stands as it does: the same figures for everybody, the items only as the viewer may open them. */
export const coverageRequirement: UseCase<'coverage.requirement', 'catalogue' | 'requirements' | 'zone'> = async (
  { projectId, requirementId },
  context,
  caller,
) => {
  const { catalogue } = context;
  const requirement = requirementSeen(requirementId, context, caller);
  const seesOwn = caller.organisation === 'everything';
  const totals = await readTotals(projectId, requirement.framework);
  const own = seesOwn ? totals.organisation.find((cell) => cell.requirementId === requirementId) : undefined;
  const counts = countsByRequirement(totals).get(requirementId) ?? {};
  const worst = await listedCells(requirement, projectId, counts);
  const cells = [
    ...(own && (requirement.scopeLevel === 'organisation' || own.reasons.some(hasItems)) ? [own] : []),
    ...worst,
  ];

  const ids = [
    ...new Set(cells.flatMap((cell) => [cell.scope, ...cell.reasons.flatMap((reason) => reason.items ?? [])])),
  ].filter((id) => id !== ORGANISATION);
  const visible = await itemsAsViewer(ids);
  const facts = new Map((await readFacts(ids)).map((fact) => [fact.id, fact]));
  const listed = cells.filter((cell) => cell.scope === ORGANISATION || visible.has(cell.scope));
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return {
    tile: tileView(requirement, own, counts),
    ...inOurWords(requirement, catalogue),
    ...(seesOwn ? await decisionView(requirement, context.zone) : { applicability: null, approved: null }),
    cells: listed.map((cell) => cellView(cell, requirement, visible, facts)),
    notListed: all - listed.filter((cell) => cell.scope !== ORGANISATION).length,
  };
};

/** The worst state first, until the page is full. */
async function listedCells(
  requirement: Requirement,
  projectId: string | null,
  counts: StateCounts,
): Promise<CellRow[]> {
  if (requirement.scopeLevel === 'organisation') return [];
  const present = STATES_WORST_FIRST.filter((state) => (counts[state] ?? 0) > 0);
  if (present.length === 0) return [];
  return cellsOfRequirement(requirement.id, projectId, present, LISTED_CELLS);
}

const hasItems = (reason: Reason): boolean => (reason.items ?? []).length > 0;

/** What the Statement of Applicability says of a control, and, for 6.1.3, that it is approved; of no other requirement. */
async function decisionView(
  requirement: Requirement,
  zone: TimeZone,
): Promise<Pick<View, 'applicability' | 'approved'>> {
  const control = requirement.excludable;
  if (!control && requirement.id !== STATEMENT_OF_APPLICABILITY) return { applicability: null, approved: null };
  const soa = await readStatement();
  return {
    applicability: control ? applicabilityView(requirement.id, soa, true) : null,
    approved: approvedView(soa, zone),
  };
}

type OurWords = Omit<View, 'tile' | 'cells' | 'notListed' | 'applicability' | 'approved'>;

function inOurWords(requirement: Requirement, catalogue: Catalogue): OurWords {
  const standard = catalogue.frameworks.find(({ id }) => id === requirement.framework);
  const heading = catalogue.groups.find(
    ({ id, framework }) => framework === requirement.framework && id === requirement.parent,
  );
  return {
    standard: standard?.title ?? requirement.framework,
    objective: heading?.objective ?? null,
    summary: requirement.summary,
    asks: requirement.asks,
    guidance: requirement.guidance,
    typicalEvidence: requirement.typicalEvidence,
    scopeLevelReason: requirement.scopeLevelReason,
    evidenceKind: requirement.evidenceKind,
    validForMonths: requirement.validForMonths,
    dueFrom: requirement.dueFrom ?? null,
    articles: articlesOf(requirement.id, catalogue),
    twins: twinsOf(requirement.id, catalogue),
  };
}

function twinsOf(requirementId: string, { crosswalks: { harmonised } }: Catalogue): View['twins'] {
  const link = harmonised.links.find(({ requirement }) => requirement === requirementId);
  if (link === undefined) return [];
  return (['iso27001', 'iso9001'] as const).flatMap((standard) => {
    const number = link[standard];
    return number === null ? [] : { standard: harmonised.editions[standard], number };
  });
}

function articlesOf(requirementId: string, catalogue: Catalogue): View['articles'] {
  const titles = new Map(catalogue.euAiAct.articles.map((article) => [article.id, article.title]));
  return catalogue.crosswalks.euAiAct
    .filter((link) => link.requirements.includes(requirementId) && link.strength !== 'none')
    .map((link) => ({ article: link.article, title: titles.get(link.article) ?? '', strength: link.strength }));
}

function cellView(
  cell: CellRow,
  requirement: Requirement,
  visible: ReadonlyMap<ItemId, ViewedItem>,
  facts: ReadonlyMap<string, ItemFact>,
): View['cells'][number] {
  const system = visible.get(cell.scope);
  return {
    state: cell.state as CoverageState,
    system: system ? { key: system.key, summary: system.summary } : null,
    reasons: cell.reasons.map((reason) => {
      const items = (reason.items ?? []).flatMap((id) => itemView(id, requirement, visible, facts) ?? []);
      const [view] = reasonsView([reason]);
      return {
        ...(view ?? { code: reason.code, count: 0 }),
        items,
        hidden: (reason.items ?? []).length - items.length,
      };
    }),
    changesOn: cell.changesOn,
  };
}

function itemView(
  id: string,
  requirement: Requirement,
  visible: ReadonlyMap<ItemId, ViewedItem>,
  facts: ReadonlyMap<string, ItemFact>,
): ItemView | null {
  const item = visible.get(id);
  const fact = facts.get(id);
  return item && fact
    ? { ...item, role: contributionRole(fact) ?? 'carries', reviewDue: validUntil(fact, requirement) }
    : null;
}
