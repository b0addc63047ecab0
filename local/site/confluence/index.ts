import type { z } from 'zod';
import type { Clock, Directory, Product, ProductEvent, ProductRequest, ProductResponse } from '../../seam';
import { createMeter, type PointsReport, type RateLimitFault } from '../points';
import type { Call, Reply } from './call';
import { badRequest, ConfluenceError, forbidden, notFound, unauthorized } from './errors';
import { Store } from './model/store';
import { type Actor, actorOf } from './permissions/actor';
import { knowsPath, type Match, matchRoute } from './router';
import type { Site } from './site';

export interface ConfluenceOptions {
  readonly clock: Clock;
  /** File, or `:memory:`. */
  readonly databasePath: string;
  /** The site's address, for links. */
  readonly baseUrl: string;
  /** People and groups, which Jira holds. */
  readonly directory: Directory;
  /** UUID of the app, or `ari:cloud:ecosystem::app/<uuid>`. */
  readonly appId: string;
}

export interface Confluence extends Product {
  readonly name: 'confluence';
  readonly faults: {
    /** Answers the next app-made calls with 429 and the documented headers; null ends it. */
    rateLimit(options: RateLimitFault | null): void;
  };
  /** Points spent by app-made calls in this clock hour and in total, by operation. */
  points(): PointsReport;
}

/** Operations that read although they are posted. */
const POSTED_READS = /\/(users-bulk|permission\/check|convert-ids-to-types)$/;

/** Opens the local Confluence; an empty database becomes a site without spaces. */
export function createConfluence(options: ConfluenceOptions): Confluence {
  const store = new Store(options.databasePath);
  const site: Site = {
    store,
    clock: options.clock,
    directory: options.directory,
    base: `${options.baseUrl.replace(/\/$/, '')}/wiki`,
    appAccountId: `557058:${options.appId.replace(/^ari:cloud:ecosystem::app\//, '')}`,
  };
  const meter = createMeter(options.clock, {
    product: 'confluence',
    postedReads: POSTED_READS,
    refusal: (headers) => new ConfluenceError(429, 'Rate limit exceeded.', headers),
  });
  let listener: ((event: ProductEvent) => void) | null = null;

  const run = (request: ProductRequest): ProductResponse => {
    const events: ProductEvent[] = [];
    const url = new URL(request.path, 'http://site');
    try {
      const actor = actorOf(site, request.caller);
      const match = find(request.method.toUpperCase(), url.pathname);
      authorise(actor, match);
      if (actor.throughApp) meter.admit(match.route, null);
      const reply = match.route.handle(callOf(site, actor, match, url, request, events));
      store.commit();
      const points = actor.throughApp ? meter.charge(match.route, reply) : 0;
      for (const event of events) listener?.(event);
      return response(reply, points);
    } catch (error) {
      store.rollbackTo(0);
      if (!(error instanceof ConfluenceError)) throw error;
      const version = url.pathname.startsWith('/wiki/api/v2') ? 2 : 1;
      return response({ status: error.status, body: error.toBody(version), headers: error.headers });
    }
  };

  return {
    name: 'confluence',
    // Async, so that a programming error rejects instead of throwing into the caller's stack.
    handle: async (request) => run(request),
    onEvent(next) {
      listener = next;
    },
    close: () => store.close(),
    faults: { rateLimit: (fault) => meter.setFault(fault) },
    points: () => meter.report(),
  };
}

function find(method: string, path: string): Match {
  const match = matchRoute(method, path);
  if (match) return match;
  if (knowsPath(path))
    throw new ConfluenceError(405, `The method ${method} is not available for ${path} on this site.`);
  throw notFound(`The operation ${method} ${path} is not part of this site.`);
}

function authorise(actor: Actor, { route }: Match): void {
  if (actor.throughApp && route.scopes.length > 0) {
    const covered = route.scopes.some((scopes) => scopes.every((scope) => actor.scopes.has(scope)));
    if (!covered)
      throw forbidden(
        `The app lacks the scope ${route.scopes.map((scopes) => scopes.join(' and ')).join(', or ')} in its manifest for ${route.method} ${route.path}.`,
      );
  }
  if (route.access === 'anyone') return;
  if (actor.accountId === null) throw unauthorized();
  if (!actor.licensed) throw forbidden('Current user not permitted to use Confluence');
}

function callOf(
  site: Site,
  actor: Actor,
  match: Match,
  url: URL,
  request: ProductRequest,
  events: ProductEvent[],
): Call {
  return {
    site,
    actor,
    query: url.searchParams,
    path: url.pathname,
    param(name) {
      const value = match.params[name];
      if (value === undefined) throw new Error(`The route ${match.route.path} has no parameter ${name}.`);
      return value;
    },
    header(name) {
      const found = Object.entries(request.headers).find(([key]) => key.toLowerCase() === name.toLowerCase());
      return found?.[1] ?? null;
    },
    form: () => request.form ?? Buffer.from(request.body ?? ''),
    body: (schema) => readBody(schema, request.body),
    publish: (name, payload) => events.push({ name, payload, causedByApp: actor.throughApp }),
  };
}

function readBody<T>(schema: z.ZodType<T>, text: string | null): T {
  let value: unknown;
  try {
    value = text === null || text === '' ? undefined : JSON.parse(text);
  } catch {
    throw badRequest('The request body is not valid JSON.');
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw badRequest(
    result.error.issues
      .map((issue) => `${issue.path.length > 0 ? `${issue.path.join('.')}: ` : ''}${issue.message}`)
      .join('; '),
  );
}

/** `x-points` is for the host's journal. */
function response(reply: Reply, points = 0): ProductResponse {
  const body = reply.body === undefined ? null : JSON.stringify(reply.body);
  return {
    status: reply.status,
    headers: {
      ...(body === null ? {} : { 'Content-Type': 'application/json;charset=UTF-8' }),
      ...(points === 0 ? {} : { 'x-points': String(points) }),
      ...reply.headers,
    },
    body,
    ...(reply.file ? { file: reply.file } : {}),
  };
}
