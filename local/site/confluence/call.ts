import type { z } from 'zod';
import type { ProductEvent } from '../../seam';
import { badRequest } from './errors';
import type { Actor } from './permissions/actor';
import type { Site } from './site';

/** One request on its way through a route. */
export interface Call {
  readonly site: Site;
  readonly actor: Actor;
  readonly query: URLSearchParams;
  /** The path as it was asked for, without the query. */
  readonly path: string;
  /** The decoded path parameter of that name. */
  param(name: string): string;
  /** A header by its name, in whatever case; null without it. */
  header(name: string): string | null;
  /** The body as it came, for form data. */
  form(): Uint8Array;
  /** The JSON body, checked; 400 with the wrong places. */
  body<T>(schema: z.ZodType<T>): T;
  /** Publishes an event once the request has been stored. */
  publish(name: string, payload: ProductEvent['payload']): void;
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
  /** Path template with the API's prefix. */
  readonly path: string;
  /** Sets of scopes; an app needs all of one set. None for routes of this site alone. */
  readonly scopes: readonly (readonly string[])[];
  /** `anyone`: what is shown is decided by the handler. `user`: needs a licence. */
  readonly access: 'anyone' | 'user';
  readonly handle: (call: Call) => Reply;
}

const V2 = '/wiki/api/v2';
const V1 = '/wiki/rest/api';

/** A route of version 2, with the scopes that its description names. */
export const v2 = (
  method: Route['method'],
  path: string,
  scopes: readonly string[],
  handle: Route['handle'],
  access: Route['access'] = method === 'GET' ? 'anyone' : 'user',
): Route => ({ method, path: `${V2}${path}`, scopes: [scopes], access, handle });

/** A route of version 1: one classic scope, or the granular ones. */
export const v1 = (
  method: Route['method'],
  path: string,
  [classic, ...granular]: readonly [string, ...string[]],
  handle: Route['handle'],
  access: Route['access'] = 'user',
): Route => ({ method, path: `${V1}${path}`, scopes: [[classic], granular], access, handle });

export const ok = (body: unknown, objects = 1, weight = 1): Reply => ({ status: 200, body, objects, weight });
export const noContent = (objects = 1): Reply => ({ status: 204, objects });

/** A whole number of the query; 400 when it is none or outside 1 to `most`. */
export function queryLimit(call: Call, fallback: number, most: number): number {
  const text = call.query.get('limit');
  if (text === null || text === '') return fallback;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1)
    throw badRequest(`limit must be a whole number of 1 to ${most}, not '${text}'.`);
  return Math.min(value, most);
}

/** The values of a query parameter that may be repeated or separated by commas. */
export function queryList(call: Call, name: string): string[] {
  return call.query
    .getAll(name)
    .flatMap((text) => text.split(','))
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

const encodeCursor = (offset: number): string => Buffer.from(JSON.stringify({ offset })).toString('base64url');

export function decodeCursor(text: string | null): number {
  if (text === null || text === '') return 0;
  try {
    const { offset } = JSON.parse(Buffer.from(text, 'base64url').toString()) as { offset: unknown };
    if (typeof offset === 'number' && Number.isInteger(offset) && offset >= 0) return offset;
  } catch {
    // Falls through to the refusal.
  }
  throw badRequest('The cursor is not one that this site gave.');
}

/**
 * A page of `items` as version 2 answers it: `{results, _links: {next, base}}` and the `Link` header
 * (developer.atlassian.com/cloud/confluence/rest/v2/intro, "Using this REST API: Pagination").
 */
export function cursorPage<T>(
  call: Call,
  items: readonly T[],
  render: (item: T) => unknown,
  options: { size?: number; most?: number; weight?: number } = {},
): Reply {
  const offset = decodeCursor(call.query.get('cursor'));
  const limit = queryLimit(call, options.size ?? 25, options.most ?? 250);
  const chosen = items.slice(offset, offset + limit);
  const more = offset + limit < items.length;
  const query = new URLSearchParams(call.query);
  query.set('limit', String(limit));
  query.set('cursor', encodeCursor(offset + limit));
  const next = `${call.path}?${query}`;
  const { base } = call.site;
  return {
    status: 200,
    body: { results: chosen.map(render), _links: { ...(more ? { next } : {}), base } },
    headers: more ? { Link: `<${next}>; rel="next", <${base}>; rel="base"` } : {},
    objects: chosen.length,
    weight: options.weight ?? 1,
  };
}
