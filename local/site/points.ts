import type { Clock } from '../seam';

/**
 * The price of app-made calls (https://developer.atlassian.com/cloud/jira/platform/rate-limiting/, and the same page of
 * Confluence): a read costs 1 and 1 for each object returned (2 for users, groups, roles, permissions); a write costs 1
 * for each object written.
 */
const BASE_PRICE = 1;
/** Tier 1: one pool for all customers of an app together, refilled at the top of the UTC hour. */
const HOURLY_POINTS = 65_000;
const HOUR = 3_600_000;
/** Writes to one issue: 20 in 2 seconds, 100 in 30 seconds. */
const ISSUE_WRITES: readonly { readonly most: number; readonly milliseconds: number }[] = [
  { most: 20, milliseconds: 2_000 },
  { most: 100, milliseconds: 30_000 },
];

type ProductName = 'jira' | 'confluence';
export type LimitReason =
  | `${ProductName}-quota-global-based`
  | `${ProductName}-quota-tenant-based`
  | `${ProductName}-burst-based`
  | 'jira-per-issue-on-write';

export interface RateLimitFault {
  reason?: LimitReason;
  /** How many of the next app-made calls are refused; all of them when absent. */
  calls?: number;
  retryAfterSeconds?: number;
}

export interface PointsReport {
  hour: number;
  total: number;
  byOperation: Record<string, { calls: number; points: number }>;
}

/** What the price depends on: a read or a write, and how many objects. */
interface PricedRoute {
  readonly method: string;
  readonly path: string;
}
interface PricedReply {
  readonly objects?: number;
  readonly weight?: number;
}

export interface MeterOptions {
  readonly product: ProductName;
  /** Operations that read although they are posted. */
  readonly postedReads: RegExp;
  /** The product's error for a call that is refused with these headers. */
  readonly refusal: (headers: Readonly<Record<string, string>>) => Error;
}

export interface Meter {
  /** Refuses a call with 429 when the pool is spent, a fault is on, or the issue is written too often. */
  admit(route: PricedRoute, issueId: string | null): void;
  /** Counts an answered call. @returns its points */
  charge(route: PricedRoute, reply: PricedReply): number;
  setFault(fault: RateLimitFault | null): void;
  report(): PointsReport;
}

/** Refusals of a quota last until the hour is over. */
const retryAfterSeconds = (reason: LimitReason): number =>
  reason.endsWith('-burst-based') ? 1 : reason === 'jira-per-issue-on-write' ? 2 : 0;

export function createMeter(clock: Clock, { product, postedReads, refusal }: MeterOptions): Meter {
  const isRead = (route: PricedRoute) =>
    route.method === 'GET' || (route.method === 'POST' && postedReads.test(route.path));
  let fault: RateLimitFault | null = null;
  let hourStart = 0;
  let hour = 0;
  let total = 0;
  const byOperation: PointsReport['byOperation'] = {};
  const writes = new Map<string, number[]>();

  const roll = () => {
    const start = Math.floor(clock.now() / HOUR) * HOUR;
    if (start === hourStart) return;
    hourStart = start;
    hour = 0;
  };

  const refuse = (reason: LimitReason, seconds?: number): never => {
    const toReset = Math.max(1, Math.ceil((hourStart + HOUR - clock.now()) / 1000));
    const retryAfter = seconds ?? (retryAfterSeconds(reason) || toReset);
    throw refusal({
      'Retry-After': String(retryAfter),
      'RateLimit-Reason': reason,
      'X-RateLimit-Reset': new Date(clock.now() + retryAfter * 1000).toISOString(),
    });
  };

  const limitIssue = (issueId: string) => {
    const now = clock.now();
    const longest = Math.max(...ISSUE_WRITES.map((limit) => limit.milliseconds));
    const recent = (writes.get(issueId) ?? []).filter((at) => at > now - longest);
    const broken = ISSUE_WRITES.some(
      ({ most, milliseconds }) => recent.filter((at) => at > now - milliseconds).length >= most,
    );
    if (broken) refuse('jira-per-issue-on-write');
    writes.set(issueId, [...recent, now]);
  };

  return {
    admit(route, issueId) {
      roll();
      if (fault) {
        const { reason = `${product}-burst-based` as const, retryAfterSeconds: seconds } = fault;
        if (fault.calls !== undefined) fault = fault.calls > 1 ? { ...fault, calls: fault.calls - 1 } : null;
        refuse(reason, seconds);
      }
      if (hour >= HOURLY_POINTS) refuse(`${product}-quota-global-based`);
      if (issueId !== null && route.method !== 'GET') limitIssue(issueId);
    },
    charge(route, { objects = 1, weight = 1 }) {
      roll();
      const points = isRead(route) ? BASE_PRICE + objects * weight : Math.max(1, objects);
      hour += points;
      total += points;
      const operation = `${route.method} ${route.path}`;
      const entry = byOperation[operation] ?? { calls: 0, points: 0 };
      byOperation[operation] = { calls: entry.calls + 1, points: entry.points + points };
      return points;
    },
    setFault(next) {
      fault = next;
    },
    report() {
      roll();
      return { hour, total, byOperation: structuredClone(byOperation) };
    },
  };
}
