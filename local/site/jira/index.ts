import type { z } from 'zod';
import type { Clock, Directory, Product, ProductEvent, ProductRequest, ProductResponse } from '../../seam';
import { createMeter, type PointsReport, type RateLimitFault } from '../points';
import type { Call, Reply } from './call';
import { directoryOf } from './directory';
import { forbidden, JiraError, notFound, unauthorized } from './errors';
import { createFreshSite, ensureProductGroups, FIRST_ADMINISTRATOR, installApp } from './model/fresh-site';
import { Store } from './model/store';
import { requireAdmin } from './permissions/access';
import { type Actor, actorOf } from './permissions/actor';
import { isLicensed } from './permissions/holders';
import { knowsPath, type Match, matchRoute } from './router';
import { UPLOAD_LIMIT } from './routes/attachments';
import { readModules, type Site } from './site';
import { DEFAULT_ZONE } from './zone';

export { FIRST_ADMINISTRATOR } from './model/fresh-site';

export interface JiraOptions {
  readonly clock: Clock;
  /** File, or `:memory:`. */
  readonly databasePath: string;
  /** The site's address, for `self` links. */
  readonly baseUrl: string;
  /** The site's default time zone, an IANA name; UTC without it. */
  readonly timeZone?: string;
  /** Most bytes of one attached file, where the administrators set another limit than Jira's default. */
  readonly uploadLimit?: number;
  readonly app: {
    /** UUID or `ari:cloud:ecosystem::app/<uuid>`. */
    readonly appId: string;
    readonly environmentId: string;
    readonly name: string;
    /** The parsed `manifest.yml`. */
    readonly manifest: unknown;
  };
}

export interface Jira extends Product {
  readonly name: 'jira';
  readonly faults: {
    /** Answers the next app-made calls with 429 and the documented headers; null ends it. */
    rateLimit(options: RateLimitFault | null): void;
  };
  /** The people and groups of the site. */
  readonly directory: Directory;
  /** Points spent by app-made calls in this clock hour and in total, by operation. */
  points(): PointsReport;
}

/** Operations that read although they are posted. */
const POSTED_READS =
  /\/(search\/|jql\/|expression\/|issue\/bulkfetch|changelog\/bulkfetch|permissions\/|workflows$|workflowscheme\/read|.*\/validation$|.*\/mappings$|field\/\{fieldId\}\/context\/mapping)/;

/** Opens the local Jira: an empty database becomes a new site with one administrator (`admin`) and the app installed. */
export function createJira(options: JiraOptions): Jira {
  const store = new Store(options.databasePath);
  const appId = options.app.appId.replace(/^ari:cloud:ecosystem::app\//, '');
  const site: Site = {
    store,
    clock: options.clock,
    baseUrl: options.baseUrl.replace(/\/$/, ''),
    timeZone: options.timeZone ?? DEFAULT_ZONE,
    uploadLimit: options.uploadLimit ?? UPLOAD_LIMIT,
    app: {
      appId,
      environmentId: options.app.environmentId,
      name: options.app.name,
      accountId: `557058:${appId}`,
      modules: readModules(options.app.manifest),
    },
  };
  if (!store.users.get(FIRST_ADMINISTRATOR)) createFreshSite(site);
  installApp(site);
  ensureProductGroups(site);
  store.commit();
  const meter = createMeter(options.clock, {
    product: 'jira',
    postedReads: POSTED_READS,
    refusal: (headers) => new JiraError(429, ['Rate limit exceeded.'], { headers }),
  });
  let listener: ((event: ProductEvent) => void) | null = null;

  const run = (request: ProductRequest): ProductResponse => {
    const events: ProductEvent[] = [];
    const reports: ProductEvent[] = [];
    const actor = actorOf(site, request.caller);
    try {
      const { match, query } = find(request);
      authorise(site, actor, match);
      if (actor.throughApp) meter.admit(match.route, match.params.issueIdOrKey ?? null);
      const call = callOf(site, actor, match, query, request, { events, reports });
      const reply = match.route.handle(call);
      store.commit();
      const points = actor.throughApp ? meter.charge(match.route, reply) : 0;
      for (const event of [...reports, ...events]) listener?.(event);
      return response(reply, points);
    } catch (error) {
      store.rollbackTo(0);
      for (const event of reports) listener?.(event);
      if (error instanceof JiraError)
        return response({ status: error.status, body: error.toBody(), headers: error.headers });
      throw error;
    }
  };

  return {
    name: 'jira',
    // Async, so that a programming error rejects instead of throwing into the caller's stack.
    handle: async (request) => run(request),
    onEvent(next) {
      listener = next;
    },
    close: () => store.close(),
    faults: { rateLimit: (fault) => meter.setFault(fault) },
    directory: directoryOf(store),
    points: () => meter.report(),
  };
}

function find(request: ProductRequest): { match: Match; query: URLSearchParams } {
  const url = new URL(request.path, 'http://site');
  const method = request.method.toUpperCase();
  const path = url.pathname.replace(/^\/rest\/api\/latest\//, '/rest/api/3/');
  const match = matchRoute(method, path);
  if (match) return { match, query: url.searchParams };
  if (knowsPath(path)) throw new JiraError(405, [`The method ${method} is not available for ${path} on this site.`]);
  throw notFound(`The operation ${method} ${path} is not part of this site.`);
}

function authorise(site: Site, actor: Actor, { route }: Match): void {
  if (actor.throughApp) {
    const missing = route.scopes.filter((scope) => !actor.scopes.has(scope));
    if (missing.length > 0)
      throw forbidden(
        `The app lacks the scope ${missing.join(', ')} in its manifest for ${route.method} ${route.path}.`,
      );
  }
  if (route.access === 'anyone') return;
  if (actor.accountId === null) throw unauthorized();
  if (!site.store.users.get(actor.accountId)?.active) throw unauthorized();
  if (!actor.isApp && !isLicensed(site, actor.accountId)) throw forbidden('This account has no access to Jira.');
  if (route.access === 'app' && !actor.throughApp)
    throw forbidden('Only the app itself can read and write its properties.');
  if (route.access === 'admin') requireAdmin(site, actor);
}

function callOf(
  site: Site,
  actor: Actor,
  match: Match,
  query: URLSearchParams,
  request: ProductRequest,
  { events, reports }: { events: ProductEvent[]; reports: ProductEvent[] },
): Call {
  return {
    site,
    actor,
    query,
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
    report: (name, payload) => reports.push({ name, payload, causedByApp: actor.throughApp }),
    savepoint() {
      const at = site.store.savepoint();
      const published = events.length;
      return () => {
        site.store.rollbackTo(at);
        events.splice(published);
      };
    },
  };
}

function readBody<T>(schema: z.ZodType<T>, text: string | null): T {
  let value: unknown;
  try {
    value = text === null || text === '' ? undefined : JSON.parse(text);
  } catch {
    throw new JiraError(400, ['The request body is not valid JSON.']);
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const wrong = result.error.issues.map((issue) => [issue.path.join('.'), issue.message] as const);
  const fields = Object.fromEntries(wrong.filter(([path]) => path !== ''));
  const general = wrong
    .filter(([path]) => path === '')
    .map(([, message]) => `The request body is not valid: ${message}`);
  throw new JiraError(400, general, { fields });
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
