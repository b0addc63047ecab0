import { change, query } from './sql';

const HOUR = 3_600_000;

/**
 * What bulk work (backfill, reconciliation, imports) may spend in a clock hour. The pool of 65,000 points is one for all
 * customers of the app and is refilled at the top of the UTC hour, so no installation may empty it, and what people do by
 * hand must always find some left (developer.atlassian.com/cloud/jira/platform/rate-limiting).
 */
export const BULK_POINTS_AN_HOUR = 20_000;

/** A read costs one point and one for each object that it answers. */
export const pointsOfRead = (objects: number): number => 1 + objects;

/** Adds to what bulk work spent in the clock hour of `now`. Work that runs twice spends twice, so this is added, never recounted. */
export async function spendPoints(points: number, now: number): Promise<void> {
  await change(
    'INSERT INTO points_spent (hour, points) VALUES (?,?) ON DUPLICATE KEY UPDATE points = points + VALUES(points)',
    [hourOf(now), points],
  );
}

/** Points that bulk work spent in the clock hour of `now`. */
export async function pointsOfHour(now: number): Promise<number> {
  const [row] = await query<{ points: number }>('SELECT points FROM points_spent WHERE hour = ?', [hourOf(now)], {
    points: 'number',
  });
  return row?.points ?? 0;
}

/** Seconds until bulk work may spend again: 0 while its share of this hour lasts, else until the hour ends. */
export async function secondsUntilPoints(now: number): Promise<number> {
  if ((await pointsOfHour(now)) < BULK_POINTS_AN_HOUR) return 0;
  return Math.ceil(((hourOf(now) + 1) * HOUR - now) / 1_000);
}

/** Forgets hours that are over; the last day stays, for whoever looks at the app's health. */
export async function sweepPoints(now: number): Promise<void> {
  await change('DELETE FROM points_spent WHERE hour < ?', [hourOf(now) - 24]);
}

const hourOf = (now: number): number => Math.floor(now / HOUR);
