import type { Context } from '../../context';
import type { Output } from '../../contract/procedures';
import { type CoverageState, STATES_WORST_FIRST } from '../../domain/coverage/state';
import type { Figure } from '../../domain/coverage/tile';
import { bucketsOf, trendPoints } from '../../domain/coverage/trend';
import type { Day } from '../../domain/day';
import { MAIN_FRAMEWORK } from '../../domain/requirement/requirement-id';
import { readTotals } from '../../store/cell';
import { readOverview } from '../../store/overview';
import { foundSince } from '../../store/property-witness';
import { readChanges } from '../../store/trend';
import type { UseCase } from '../use-case';
import { requirementSeen } from './seen';
import { figuresView, inScopeOf, ofFramework, tilesView } from './view';

interface Now {
  /** Null where it is not the viewer's to see. */
  organisation: Figure | null;
  systemCells: Figure;
  systems: number;
}

/** The history of both populations: two statements. Its last point is `now`, so that no surface disagrees with another. */
export async function trendOf(
  projectId: string | null,
  framework: string,
  days: number,
  now: Now,
  context: Pick<Context, 'catalogue' | 'zone' | 'today'>,
): Promise<Output<'coverage.trend'>> {
  const once = context.catalogue.requirements
    .filter((requirement) => requirement.framework === framework && requirement.scopeLevel === 'organisation')
    .map(({ id }) => id);
  const buckets = bucketsOf(context.today(), days, context.zone);
  const organisation =
    now.organisation === null ? [] : await readChanges({ scope: 'organisation', requirementIds: once }, buckets.ends);
  const systemCells = await readChanges({ projectId, framework }, buckets.ends);
  const points = trendPoints(buckets, organisation, systemCells, once.length).map((point) =>
    now.organisation === null ? { ...point, organisation: null } : point,
  );
  const today = buckets.days[buckets.days.length - 1] ?? context.today();
  return { interval: buckets.interval, points: [...points.slice(0, -1), { day: today, ...now }] };
}

export const coverageTrend: UseCase<'coverage.trend', 'catalogue' | 'zone' | 'today'> = async (
  { projectId, days },
  context,
  { organisation: seen },
) => {
  const { catalogue } = context;
  const totals = await readTotals(projectId, MAIN_FRAMEWORK);
  const today = context.today();
  const { systemsByStage } = await readOverview(projectId, today, today);
  const systems = inScopeOf(systemsByStage);
  const figures = figuresView(tilesView(ofFramework(catalogue, MAIN_FRAMEWORK), totals, seen), totals, seen);
  return trendOf(projectId, MAIN_FRAMEWORK, days, { ...figures, systems }, context);
};

const HISTORY_DAYS = 90;
/** Changes that a panel lists. */
const LISTED_CHANGES = 40;

/** What became of one requirement, day by day: two statements. */
export const requirementHistory: UseCase<'requirement.history', 'requirements' | 'zone' | 'today'> = async (
  { projectId, requirementId },
  context,
  caller,
) => {
  const requirement = requirementSeen(requirementId, context, caller);
  const { days, ends } = bucketsOf(context.today(), HISTORY_DAYS, context.zone);
  const changes = await readChanges(
    requirement.scopeLevel === 'organisation'
      ? { scope: 'organisation', requirementIds: [requirementId] }
      : { projectId, requirementId },
    ends,
  );
  // The first bucket holds all that happened before it.
  const recent = changes
    .filter(({ bucket, from, to }) => bucket > 0 && from !== to)
    .sort((a, b) => b.bucket - a.bucket);
  return {
    changes: recent.slice(0, LISTED_CHANGES).map(({ bucket, from, to, count }) => ({
      day: days[bucket] ?? context.today(),
      from: stateOf(from),
      to: stateOf(to),
      count,
    })),
    pastApp: pastAppView(
      await foundSince(requirementId, projectId, context.zone.startOf(days[1] ?? context.today())),
      context,
    ),
    earlier: recent.length > LISTED_CHANGES || changes.some(({ bucket }) => bucket === 0),
  };
};

function pastAppView(
  found: Awaited<ReturnType<typeof foundSince>>,
  { zone }: Pick<Context, 'zone'>,
): Output<'requirement.history'>['pastApp'] {
  const days = new Map<string, { day: Day; named: boolean; count: number }>();
  for (const { at, named } of found) {
    const day = zone.dayOf(at);
    const same = days.get(`${day} ${named}`);
    days.set(`${day} ${named}`, { day, named, count: (same?.count ?? 0) + 1 });
  }
  return [...days.values()].slice(0, LISTED_CHANGES);
}

/** What left the scope has a word of its own in the store, which is no state. */
const stateOf = (word: string | null): CoverageState | null =>
  STATES_WORST_FIRST.find((state) => state === word) ?? null;
