import type { Context } from '../../context';
import type { Output } from '../../contract/procedures';
import { requiredDocuments } from '../../domain/coverage/documents';
import { isUnknown } from '../../domain/coverage/tile';
import { addDays, type Day } from '../../domain/day';
import { nonconformityTotals } from '../../domain/nonconformity/totals';
import type { OrganisationView } from '../../domain/reader';
import { MAIN_FRAMEWORK } from '../../domain/requirement/requirement-id';
import { riskTotals } from '../../domain/risk/heat-map';
import { AppError, DETAILS } from '../../errors';
import { countUnknown, readTotals } from '../../store/cell';
import { type Attention, readOverview } from '../../store/overview';
import { goneWords } from '../../words/gone';
import type { UseCase } from '../use-case';
import { trendOf } from './trend';
import { figuresView, groupsView, inScopeOf, ofFramework, tilesView } from './view';

/** "Lapses soon": within so many days. */
const LAPSING_DAYS = 90;
const TREND_DAYS = 90;

type View = Output<'coverage.overview'>;

/** The figures of a scope: two statements (four with the trend), no call to Jira, the same for every viewer. */
export const coverageOverview: UseCase<'coverage.overview'> = async (
  { projectId, trend, framework: asked },
  context,
  { organisation: seen },
) => {
  const framework = frameworkAsked(asked, context);
  const catalogue = ofFramework(context.catalogue, framework);
  const today = context.today();
  const totals = await readTotals(projectId, framework);
  const counts = await readOverview(projectId, today, addDays(today, LAPSING_DAYS));
  const tiles = tilesView(catalogue, totals, seen);
  const figures = figuresView(tiles, totals, seen);
  const stages = Object.entries(counts.systemsByStage);
  const inScope = inScopeOf(counts.systemsByStage);
  return {
    asOf: counts.asOf,
    updating: counts.updating,
    gone: goneWords(context.configuration.gone),
    framework,
    frameworks: catalogue.frameworks.map(({ id, title }) => ({ id, title })),
    ...figures,
    unknown: await unknownView(projectId, tiles, seen, framework, context),
    systems: {
      total: stages.reduce((sum, [, count]) => sum + count, 0),
      inScope,
      byStage: counts.systemsByStage,
    },
    groups: groupsView(catalogue, tiles),
    tiles,
    lookHere: lookHere(counts, tiles, { today, seen }, { ...context, catalogue }),
    trend: trend ? await trendOf(projectId, framework, TREND_DAYS, { ...figures, systems: inScope }, context) : null,
  };
};

/** @throws AppError `input-invalid` for a framework that the catalogue does not have */
function frameworkAsked(asked: string | undefined, { catalogue }: Pick<Context, 'catalogue'>): string {
  const wanted = asked ?? MAIN_FRAMEWORK;
  if (!catalogue.frameworks.some(({ id }) => id === wanted))
    throw new AppError('input-invalid', { detail: DETAILS.noFramework(wanted) });
  return wanted;
}

/** Counted only while something is missing in Jira: one statement more. */
async function unknownView(
  projectId: string | null,
  tiles: View['tiles'],
  seen: OrganisationView,
  framework: string,
  { configuration }: Pick<Context, 'configuration'>,
): Promise<View['unknown']> {
  const gone = Object.keys(configuration.gone);
  if (gone.length === 0) return null;
  const once = tiles.filter((tile) => tile.scopeLevel === 'organisation' && isUnknown(tile));
  return {
    organisation: seen === 'nothing' ? 0 : once.length,
    systemCells: await countUnknown(projectId, framework),
    missing: gone.every((ref) => ref.startsWith('field:')) ? 'field' : 'other',
  };
}

function lookHere(
  { risks, nonconformities, lapsing, ...counts }: Attention,
  tiles: View['tiles'],
  { today, seen }: { today: Day; seen: OrganisationView },
  { catalogue, configuration, requirements }: Pick<Context, 'catalogue' | 'configuration' | 'requirements'>,
): View['lookHere'] {
  const risk = riskTotals(risks, configuration.settings, today);
  const findings = nonconformityTotals(nonconformities, today);
  return {
    inOperationWithoutImpactAssessment: counts.inOperationWithoutImpactAssessment,
    systemsWithoutOwner: counts.systemsWithoutOwner,
    systemsOwnerLeft: counts.systemsOwnerLeft,
    risksAboveThreshold: risk.aboveThreshold,
    risksUnrated: risk.inherent.unrated,
    acceptancesExpired: risk.acceptanceExpired,
    acceptancesExpiring: risk.acceptanceExpiring,
    nonconformitiesOpen: findings.open,
    nonconformitiesOverdue: findings.overdue,
    prohibited: counts.prohibited,
    documents: seen === 'nothing' ? null : requiredDocuments(catalogue.requirements, tiles),
    // The organisation's own cell of what every AI system has to meet is no part of a figure.
    lapsing: lapsing
      .filter(({ once }) => !once || seen !== 'nothing')
      .filter(({ requirementId }) => catalogue.requirements.some(({ id }) => id === requirementId))
      .filter(({ requirementId, once }) => once === (requirements.get(requirementId)?.scopeLevel === 'organisation'))
      .map(({ requirementId, count }) => ({ requirementId, count })),
  };
}
