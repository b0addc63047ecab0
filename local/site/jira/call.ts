import type { z } from 'zod';
import type { ProductEvent } from '../../seam';
import { JiraError } from './errors';
import type { Actor } from './permissions/actor';
import type { Site } from './site';

/** One request on its way through a route. */
export interface Call {
  readonly site: Site;
  readonly actor: Actor;
  readonly query: URLSearchParams;
  /** The decoded path parameter of that name. */
  param(name: string): string;
  /** A header by its name, in whatever case; null without it. */
  header(name: string): string | null;
  /** The body as it came, for form data. */
  form(): Uint8Array;
  /** The JSON body, checked; 400 with a message for each wrong place. */
  body<T>(schema: z.ZodType<T>): T;
  /** Publishes an event once the request has been stored. */
  publish(name: string, payload: ProductEvent['payload']): void;
  /** Publishes an event even when the request is refused: it tells of the refusal. */
  report(name: string, payload: ProductEvent['payload']): void;
  /** A point that `rollbackTo` returns to: parts of a bulk request fail alone, with their events. */
  savepoint(): () => void;
}

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  /** The bytes of a file, in place of `body`; its type stands in `headers`. */
  readonly file?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  /** Objects returned or written, for the price in points; 1 when absent. */
  readonly objects?: number;
  /** Points for each object; 1 when absent. */
  readonly weight?: number;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path template as in the OpenAPI, with the API's prefix. */
  readonly path: string;
  /** The classic scopes that an app must have declared, all of them. */
  readonly scopes: readonly string[];
  /** Who may call at all; what they may see or change is decided by the handler. */
  readonly access: 'anyone' | 'user' | 'admin' | 'app';
  readonly handle: (call: Call) => Reply;
}

const REST = '/rest/api/3';

/** A route under `/rest/api/3`. */
export function route(
  method: Route['method'],
  path: string,
  access: Route['access'],
  scope: string | null,
  handle: Route['handle'],
): Route {
  return { method, path: `${REST}${path}`, scopes: scope === null ? [] : [scope], access, handle };
}

export const ok = (body: unknown, objects = 1, weight = 1): Reply => ({ status: 200, body, objects, weight });
export const created = (body: unknown, objects = 1): Reply => ({ status: 201, body, objects });
export const noContent = (objects = 1): Reply => ({ status: 204, objects });

/** Absolute address of a resource of this API. */
export const self = (site: Site, path: string): string => `${site.baseUrl}${REST}${path}`;

/** A whole number of the query, within the bounds; 400 when it is none. */
export function queryInteger(call: Call, name: string, fallback: number, most = Number.MAX_SAFE_INTEGER): number {
  const text = call.query.get(name);
  if (text === null || text === '') return fallback;
  if (!/^\d+$/.test(text))
    throw new JiraError(400, [`The query parameter '${name}' must be a whole number, not '${text}'.`]);
  return Math.min(Number(text), most);
}

/** The values of a query parameter that may be repeated or separated by commas. */
export function queryList(call: Call, name: string): string[] {
  return call.query
    .getAll(name)
    .flatMap((text) => text.split(','))
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

/** A page of `items` in Jira's `PageBean` shape (startAt, maxResults, total, isLast, values). */
export function page<T>(
  call: Call,
  path: string,
  items: readonly T[],
  render: (item: T) => unknown,
  options: { size?: number; most?: number; weight?: number } = {},
): Reply {
  const startAt = queryInteger(call, 'startAt', 0);
  const maxResults = queryInteger(call, 'maxResults', options.size ?? 50, options.most ?? 100);
  const values = items.slice(startAt, startAt + maxResults).map(render);
  const end = startAt + values.length;
  const isLast = end >= items.length;
  const query = new URLSearchParams(call.query);
  query.set('startAt', String(end));
  const address = self(call.site, path);
  const next = isLast ? {} : { nextPage: `${address}?${query}` };
  return ok(
    { self: address, ...next, maxResults, startAt, total: items.length, isLast, values },
    values.length,
    options.weight ?? 1,
  );
}
