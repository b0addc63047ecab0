import api, { ProxyRequestError, type Route } from '@forge/api';
import type { z } from 'zod';
import { AppError, type ErrorCode } from '../errors';

/** In whose name a request is made. `app` is used for facts and set-up only; what a person is shown is fetched as them. */
export type Identity = 'app' | 'user';

export interface ProductRequest {
  as: Identity;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  route: Route;
  body?: unknown;
  headers?: Record<string, string>;
  /** Statuses that the caller wants to look at itself instead of an error. */
  accept?: readonly number[];
}

export interface ProductAnswer {
  status: number;
  body: unknown;
  location: string | null;
}

type ProductName = 'jira' | 'confluence';

/**
 * The one place that talks to a product's REST API. Every failing status becomes one error of the registry here.
 * @throws AppError, with the product's name before: `-forbidden` (401, 403), `-not-found` (404), `-conflict` (409),
 *   `-rate-limited` (429, with seconds to wait), `-unavailable` (5xx, network), `-rejected` (any other 4xx, with the
 *   product's own words); `confluence-absent` when the app is not connected to a Confluence
 */
export async function requestProduct(product: ProductName, request: ProductRequest): Promise<ProductAnswer> {
  const client = request.as === 'app' ? api.asApp() : api.asUser();
  const send = product === 'jira' ? client.requestJira : client.requestConfluence;
  const response = await send(request.route, {
    method: request.method,
    headers: {
      Accept: 'application/json',
      ...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...request.headers,
    },
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
  }).catch((cause: unknown) => {
    if (product === 'confluence' && cause instanceof ProxyRequestError && cause.status === 404)
      throw new AppError('confluence-absent', {}, cause);
    throw new AppError(`${product}-unavailable`, {}, cause);
  });
  const text = await response.text();
  const body = parseJson(text);
  if (response.ok || response.status === 303 || request.accept?.includes(response.status)) {
    return { status: response.status, body, location: response.headers.get('location') };
  }
  throw failure(product, response.status, body, response.headers.get('retry-after'));
}

/** As `requestProduct`, with the answer parsed by `schema`. @throws AppError `-answer-unexpected` */
export async function readProduct<Schema extends z.ZodType>(
  product: ProductName,
  request: ProductRequest,
  schema: Schema,
): Promise<z.output<Schema>> {
  const answer = await requestProduct(product, request);
  const parsed = schema.safeParse(answer.body);
  if (!parsed.success) throw new AppError(`${product}-answer-unexpected`, {}, parsed.error);
  return parsed.data;
}

function parseJson(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return null; // Gateways answer HTML on failures; the status says what is so.
  }
}

function failure(product: ProductName, status: number, body: unknown, retryAfter: string | null): AppError {
  const detail = wordsOf(body);
  const data = { status, ...(detail ? { detail } : {}) };
  const kind = KINDS[status] ?? (status >= 500 ? 'unavailable' : 'rejected');
  const code: ErrorCode = `${product}-${kind}`;
  if (kind !== 'rate-limited') return new AppError(code, data);
  return new AppError(code, { ...data, retryAfterSeconds: Number(retryAfter ?? 60) || 60 });
}

const KINDS: Readonly<Record<number, 'forbidden' | 'not-found' | 'conflict' | 'rate-limited'>> = {
  401: 'forbidden',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  429: 'rate-limited',
};

/** The products' error collections: Jira's `errorMessages` and `errors` by field, Confluence's list of `errors` or `message`. */
function wordsOf(body: unknown): string {
  if (typeof body !== 'object' || body === null) return '';
  const { errorMessages, errors, message } = body as { errorMessages?: unknown; errors?: unknown; message?: unknown };
  const messages = Array.isArray(errorMessages) ? errorMessages.map(String) : [];
  const fields = Array.isArray(errors)
    ? errors.map((error: { title?: unknown; detail?: unknown }) => String(error?.detail ?? error?.title ?? ''))
    : typeof errors === 'object' && errors !== null
      ? Object.entries(errors).map(([key, value]) => `${key}: ${String(value)}`)
      : [];
  return [...messages, ...fields, ...(typeof message === 'string' ? [message] : [])].join(' ').slice(0, 500);
}
