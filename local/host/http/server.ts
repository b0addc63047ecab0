import { existsSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, resolve, sep } from 'node:path';
import type { Caller } from '../../seam';
import type { Site } from '../../site';
import { licenseFacts } from '../app-licence';
import { answerBridge } from '../bridge/bridge';
import { FrameCalls } from '../bridge/frame-calls';
import { isOpenTo } from '../licence';
import { moduleFacts } from './app-facts';
import { compileBrowserCode } from './browser-code';
import { bylineItems } from './byline';
import { HttpRefused, readJson, readProductBody, sendJson, typeOf } from './exchange';
import { sendExport, sendWord } from './export-routes';
import { setFaults } from './fault-request';
import { serveFrames } from './frames';
import { readLicence } from './licence-request';
import { peopleOf } from './people';
import { type Ports, pathOf, requireHost, takePorts } from './ports';
import { type Session, Sessions } from './sessions';

export interface ServeOptions {
  site: Site;
  /** The app's folder, for its screens. */
  root: string;
  /** Ports that were taken already, or the site's port; frames use the next one. 0 takes free ones. */
  port: Ports | number;
  /** Folder with the built shell; without it `/` says so. */
  shell?: string;
  /** Who is logged in before anybody chose. */
  accountId?: string | null;
}

export interface Served {
  /** For example `http://localhost:8042`. */
  origin: string;
  frameOrigin: string;
  close(): Promise<void>;
}

type Handler = (request: IncomingMessage, response: ServerResponse, session: Session) => Promise<void> | void;

/** Serves the site and, on another origin, the frames of the app. Listens on this machine only. */
export async function serveSite(options: ServeOptions): Promise<Served> {
  const { site, root, port } = options;
  const code = compileBrowserCode();
  const ports = typeof port === 'number' ? await takePorts(port) : port;
  const { origin, frameOrigin } = ports;
  const sessions = new Sessions(origin, options.accountId ?? null, site.jira.directory);
  const routes = routesOf(site, sessions, code.parent, (accountId) => factsOf(site, origin, frameOrigin, accountId));
  const frames = serveFrames(resolve(root), site.manifest, code, frameOrigin, origin);

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      requireHost(request, origin);
      const pathname = pathOf(request, origin);
      if (/^\/(rest|wiki\/(api|rest|local|download)|gateway|local\/jira)\//.test(pathname))
        return await serveRest(site, sessions, request, response);
      const route = routes[`${request.method} ${pathname}`];
      const { session, setCookie } = sessions.of(request);
      if (setCookie) response.setHeader('set-cookie', setCookie);
      if (route) return await route(request, response, session);
      if (pathname.startsWith('/local/')) throw new HttpRefused(404, `There is no ${request.method} ${pathname}.`);
      serveShell(options.shell, pathname, response);
    } catch (error) {
      refuse(response, error);
    }
  }

  ports.serve((request, response) => void handle(request, response), frames);
  return { origin, frameOrigin, close: ports.close };
}

function refuse(response: ServerResponse, error: unknown): void {
  const status = error instanceof HttpRefused ? error.status : 500;
  if (response.headersSent) response.end();
  else sendJson(response, status, { message: error instanceof Error ? error.message : String(error) });
}

function routesOf(
  site: Site,
  sessions: Sessions,
  parentScript: string,
  facts: (accountId: string | null) => Record<string, unknown>,
): Record<string, Handler> {
  const frameCalls = new FrameCalls();
  return {
    'GET /local/session': (_request, response, session) => sendJson(response, 200, session),
    'POST /local/session': async (request, response, session) => {
      sessions.checkChange(request, session);
      const { accountId } = await readJson(request);
      if (accountId !== null && typeof accountId !== 'string')
        throw new HttpRefused(400, 'Send {"accountId": "…"} or null.');
      session.accountId = accountId;
      sendJson(response, 200, session);
    },
    'GET /local/app': (_request, response, session) =>
      sendJson(response, 200, { ...facts(session.accountId), csrf: session.csrf, accountId: session.accountId }),
    'GET /local/bridge.js': (_request, response) => {
      response.writeHead(200, { 'content-type': typeOf('x.js'), 'cache-control': 'no-store' });
      response.end(parentScript);
    },
    'POST /local/bridge': async (request, response, session) => {
      sessions.checkChange(request, session);
      const body = await readJson(request);
      const answer = await answerBridge(site, body, session.accountId, frameCalls).then(
        (result) => ({ result }),
        (error: unknown) => ({ error: { message: error instanceof Error ? error.message : String(error) } }),
      );
      sendJson(response, 200, answer);
    },
    'GET /local/journal': (_request, response) => {
      const { journal } = site;
      const kinds = ['event', 'job', 'invocation', 'sql', 'product', 'kvs', 'queue', 'log'] as const;
      sendJson(response, 200, {
        now: site.clock.now(),
        totals: journal.totals,
        ...Object.fromEntries(kinds.map((kind) => [kind, journal.list(kind, 100)])),
      });
    },
    'GET /local/frame-calls': (_request, response) => sendJson(response, 200, frameCalls.list()),
    'GET /local/people': (_request, response) => sendJson(response, 200, peopleOf(site.jira.directory)),
    'GET /local/points': (_request, response) =>
      sendJson(response, 200, { jira: site.jira.points(), confluence: site.confluence?.points() ?? null }),
    'POST /local/export': async (request, response, session) => {
      sessions.checkChange(request, session);
      await sendExport(site, await readJson(request), session.accountId, response);
    },
    'GET /local/export/word': (request, response, session) =>
      sendWord(site, new URL(request.url ?? '/', 'http://site').searchParams, session.accountId, response),
    'GET /local/faults': (_request, response) => sendJson(response, 200, site.faults.state()),
    'POST /local/faults': async (request, response, session) => {
      sessions.checkChange(request, session);
      sendJson(response, 200, setFaults(site.faults, await readJson(request)));
    },
    'GET /local/byline': async (request, response, session) => {
      const pageId = new URL(request.url ?? '/', 'http://site').searchParams.get('pageId') ?? '';
      sendJson(response, 200, await bylineItems(site, pageId, session.accountId));
    },
    'GET /local/licence': (_request, response) =>
      sendJson(response, 200, { licence: site.installation.licence ?? 'unset' }),
    'POST /local/licence': async (request, response, session) => {
      sessions.checkChange(request, session);
      const { licence } = readLicence(await readJson(request));
      site.setLicence(licence);
      sendJson(response, 200, { licence });
    },
    'POST /local/uninstall': async (request, response, session) => {
      sessions.checkChange(request, session);
      sendJson(response, 200, { failed: await site.uninstall() });
    },
    'POST /local/schedule': async (request, response, session) => {
      sessions.checkChange(request, session);
      await site.runSchedule(String((await readJson(request)).module));
      sendJson(response, 200, {});
    },
  };
}

function factsOf(site: Site, siteUrl: string, frameOrigin: string, accountId: string | null): Record<string, unknown> {
  const { manifest, installation } = site;
  const modules = [...manifest.modules.values()]
    .filter((module) => module.resource !== undefined)
    .map((module) => moduleFacts(manifest, module, isOpenTo(module, site.jira.directory, accountId)));
  return {
    frameOrigin,
    siteUrl,
    appId: manifest.appId,
    cloudId: installation.cloudId,
    environmentId: installation.environmentId,
    hasConfluence: site.confluence !== null,
    license: licenseFacts(installation.licence ?? 'unset', site.clock.now()),
    modules,
    unserved: manifest.unserved,
    schedules: manifest.schedules.map(({ key }) => key),
  };
}

/** The products' REST for the shell (as the session's user) and for other clients (basic auth). */
async function serveRest(
  site: Site,
  sessions: Sessions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = request.url ?? '/';
  const { accountId, byCookie } = sessions.accountOf(request);
  const method = request.method ?? 'GET';
  if (byCookie && method !== 'GET' && method !== 'HEAD') sessions.checkChange(request, byCookie);
  const product = site.product(path.startsWith('/wiki/') ? 'confluence' : 'jira');
  if (!product) throw new HttpRefused(404, 'This site has no Confluence.');
  const caller: Caller =
    accountId === null ? { kind: 'anonymous' } : { kind: 'user', accountId, throughApp: false, scopes: [] };
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const sent = method === 'GET' || method === 'HEAD' ? { body: null } : await readProductBody(request);
  const answer = await product.handle({ method, path, headers, ...sent, caller });
  response.writeHead(answer.status, { 'cache-control': 'no-store', ...answer.headers });
  response.end(answer.file ?? answer.body ?? undefined);
}

function serveShell(folder: string | undefined, pathname: string, response: ServerResponse): void {
  if (folder === undefined || !existsSync(folder))
    throw new HttpRefused(404, 'The shell is not built; REST is at /rest/, the bridge at /local/.');
  const root = resolve(folder);
  const wanted = resolve(join(root, pathname));
  const inside = wanted.startsWith(root + sep) && existsSync(wanted) && statSync(wanted).isFile();
  const file = inside ? wanted : join(root, 'index.html');
  response.writeHead(200, { 'content-type': typeOf(file), 'cache-control': 'no-store' });
  response.end(readFileSync(file));
}
