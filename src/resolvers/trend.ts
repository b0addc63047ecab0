import type { Output } from '../contract/procedures';
import { type CoverageState, STATES_WORST_FIRST } from '../domain/coverage/state';
import type { Figure } from '../domain/coverage/tile';
import { stepsOf, trendPoints } from '../domain/coverage/trend';
import type { Day } from '../domain/day';
import { MAIN_FRAMEWORK } from '../domain/requirement/requirement-id';
import type { Ingest } from '../ingest/collaborators';
import { readTotals } from '../store/cell';
import { readStanding } from '../store/overview';
import { foundSince } from '../store/property-witness';
import { readChanges } from '../store/trend';
import { figuresView, inScopeOf, ofFramework, tilesView } from './coverage-view';
import type { Handler } from './define';
import { requirementSeen } from './requirement';

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
  ingest: Ingest,
): Promise<Output<'coverage.trend'>> {
  const once = ingest.catalogue.requirements
    .filter((requirement) => requirement.framework === framework && requirement.scopeLevel === 'organisation')
    .map(({ id }) => id);
  const steps = stepsOf(ingest.today(), days, ingest.zone);
  const organisation =
    now.organisation === null ? [] : await readChanges({ scope: 'organisation', requirementIds: once }, steps.ends);
  const systemCells = await readChanges({ projectId, framework }, steps.ends);
  const points = trendPoints(steps, organisation, systemCells, once.length).map((point) =>
    now.organisation === null ? { ...point, organisation: null } : point,
  );
  const today = steps.days[steps.days.length - 1] ?? ingest.today();
  return { step: steps.step, points: [...points.slice(0, -1), { day: today, ...now }] };
}

export const coverageTrend: Handler<'coverage.trend'> = async ({ projectId, days }, ingest, { organisation: seen }) => {
  const { catalogue } = ingest;
  const totals = await readTotals(projectId, MAIN_FRAMEWORK);
  const today = ingest.today();
  const { systemsByStage } = await readStanding(projectId, today, today);
  const systems = inScopeOf(systemsByStage);
  const figures = figuresView(tilesView(ofFramework(catalogue, MAIN_FRAMEWORK), totals, seen), totals, seen);
  return trendOf(projectId, MAIN_FRAMEWORK, days, { ...figures, systems }, ingest);
};

const HISTORY_DAYS = 90;
/** Changes that a panel lists. */
const LISTED_CHANGES = 40;

/** What became of one requirement, day by day: two statements. */
export const requirementHistory: Handler<'requirement.history'> = async (
  { projectId, requirementId },
  ingest,
  caller,
) => {
  const requirement = requirementSeen(requirementId, ingest, caller);
  const { days, ends } = stepsOf(ingest.today(), HISTORY_DAYS, ingest.zone);
  const changes = await readChanges(
    requirement.scopeLevel === 'organisation'
      ? { scope: 'organisation', requirementIds: [requirementId] }
      : { projectId, requirementId },
    ends,
  );
  // The first step holds all that happened before it.
  const recent = changes.filter(({ step, from, to }) => step > 0 && from !== to).sort((a, b) => b.step - a.step);
  return {
    changes: recent.slice(0, LISTED_CHANGES).map(({ step, from, to, count }) => ({
      day: days[step] ?? ingest.today(),
      from: stateOf(from),
      to: stateOf(to),
      count,
    })),
    pastApp: pastAppView(
      await foundSince(requirementId, projectId, ingest.zone.startOf(days[1] ?? ingest.today())),
      ingest,
    ),
    earlier: recent.length > LISTED_CHANGES || changes.some(({ step }) => step === 0),
  };
};

function pastAppView(
  found: Awaited<ReturnType<typeof foundSince>>,
  { zone }: Ingest,
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
