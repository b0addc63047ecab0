import type { Context } from '../../context';
import type { Input, Output } from '../../contract/procedures';
import { addDays, type Day } from '../../domain/day';
import type { Settings } from '../../domain/decision/decision';
import { concernedSystems, type ItemId } from '../../domain/item/item-fact';
import { itemIdOf } from '../../domain/item/item-id';
import { acceptanceEnd } from '../../domain/risk/acceptance';
import { EXPIRING_DAYS, riskTotals } from '../../domain/risk/heat-map';
import { needsAttention } from '../../domain/risk/risk';
import { registerWords } from '../../domain/vocabulary/register-field';
import { readRiskCounts } from '../../store/overview';
import { readRisks } from '../../store/registers/risks';
import { pageAsViewer } from '../register-page';
import type { UseCase } from '../use-case';
import type { OwnedRow } from '../visible';
import { ratingView } from './rating';

/** Both heat maps and what runs out: one statement, the same for every viewer of the scope. */
export const risksOverview: UseCase<'risks.overview', 'configuration' | 'today'> = async (
  { projectId, systemIssueId },
  { configuration, today },
) => {
  const { risks, asOf } = await readRiskCounts(projectId, systemOf(systemIssueId));
  const { settings } = configuration;
  const { threshold, scale } = settings.criteria;
  const { likelihood, consequence } = scale;
  const bands = scale.bands.map(({ band, to }) => ({ band, to }));
  const words = { likelihood: [...likelihood], consequence: [...consequence] };
  return { asOf, threshold, scale: { ...words, bands }, ...riskTotals(risks, settings, today()) };
};

/** The register of AI risks, highest level first: one statement, and one call as the viewer. */
export const risksList: UseCase<'risks.list', 'configuration' | 'today'> = (input, context) =>
  listRisks(input, null, context);

/** Risks on a page: the counts, and the highest above the threshold for whoever may see more than what anybody is shown. */
export const risksMatrix: UseCase<'risks.matrix', 'configuration' | 'today'> = async (input, context, caller) => {
  const overview = await risksOverview(input, context, caller);
  const { projectId, systemIssueId } = input;
  const isOrganisation = projectId === null && systemIssueId === undefined;
  if (isOrganisation && caller.organisation !== 'everything') return { ...overview, top: null };
  const list = {
    projectId,
    only: 'above-threshold',
    square: null,
    fields: {},
    sort: null,
    page: 0,
    limit: TOP,
  } as const;
  const { rows, total, hidden } = await listRisks(list, systemOf(systemIssueId), context);
  return { ...overview, top: { rows, hidden: hidden + total - rows.length } };
};

const TOP = 10;

const systemOf = (issueId: string | undefined): ItemId | null => (issueId === undefined ? null : itemIdOf(issueId));

async function listRisks(
  input: Input<'risks.list'>,
  systemId: ItemId | null,
  context: Pick<Context, 'configuration' | 'today'>,
): Promise<Output<'risks.list'>> {
  const today = context.today();
  const { settings } = context.configuration;
  const { only, square, fields } = input;
  const filter = { only, square, fields, systemId, settings, today, horizon: addDays(today, EXPIRING_DAYS) };
  // What concerns one AI system may stand in any project.
  const view = systemId === null ? input : { ...input, projectId: null };
  const { rows, ...counts } = await pageAsViewer(view, (asked) => readRisks(filter, asked), context);
  return { rows: rows.flatMap((row) => rowView(row, settings, today) ?? []), ...counts };
}

function rowView(
  { fact, issue, owner }: OwnedRow,
  settings: Settings,
  today: Day,
): Output<'risks.list'>['rows'][number] | null {
  const { risk } = fact;
  if (!risk) return null;
  const ends = acceptanceEnd(risk, settings);
  return {
    ...issue,
    inherent: ratingView(risk.inherent, settings.criteria),
    residual: ratingView(risk.residual, settings.criteria),
    aboveThreshold: needsAttention(risk, settings, today),
    treatmentOption: risk.treatmentOption,
    accepted: risk.accepted,
    acceptanceExpires: ends,
    acceptanceExpired: ends !== null && ends < today,
    systems: concernedSystems(fact).length,
    owner,
    fields: registerWords(fact),
  };
}
