import { ERRORS } from '../../errors';
import { readBackfill } from '../../ingest/backfill';
import { readReconcile } from '../../ingest/reconcile';
import { readPagesFailure } from '../../ingest/write-items';
import { readHealth } from '../../store/health';
import { BULK_POINTS_AN_HOUR, pointsOfHour } from '../../store/points';
import { goneWords } from '../../words/gone';
import type { UseCase } from '../use-case';

/** Forge SQL holds 1 GiB an installation (developer.atlassian.com/platform/forge/limits-sql). */
const LIMIT_BYTES = 1_024 ** 3;

/** How the app fares: what it read last, what events did not tell, what waits, and what is stored. */
export const healthRead: UseCase<'health.read', 'configuration' | 'now'> = async (_input, { configuration, now }) => {
  const { tables, lastRead, openMarks, oldestMark, itemsByProject } = await readHealth();
  const reconciled = await readReconcile();
  const failing = await readPagesFailure();
  const what = goneWords(configuration.gone);
  return {
    now: now(),
    points: { spent: await pointsOfHour(now()), share: BULK_POINTS_AN_HOUR },
    lastRead,
    reconciled: reconciled && { finishedAt: reconciled.finishedAt, repaired: reconciled.repaired },
    pagesFailing: failing && {
      since: failing.since,
      message: ERRORS[failing.code].message,
      remedy: ERRORS[failing.code].remedy,
    },
    gone: what.length === 0 ? null : { since: Math.min(...Object.values(configuration.gone)), what },
    unansweredResolutions: configuration.unansweredResolutions.length,
    openMarks,
    oldestMark,
    tables,
    limitBytes: LIMIT_BYTES,
    pages: itemsByProject.get('') ?? 0,
    projects: await Promise.all(
      configuration.projects.map(async (projectId) => {
        const backfill = await readBackfill(projectId);
        return {
          projectId,
          items: itemsByProject.get(projectId) ?? 0,
          archived: configuration.archived.includes(projectId),
          backfill: backfill && {
            seen: backfill.seen,
            repaired: backfill.repaired,
            startedAt: backfill.startedAt,
            finishedAt: backfill.finishedAt,
          },
        };
      }),
    ),
  };
};
