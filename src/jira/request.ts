import api, { type Route } from '@forge/api';
import type { z } from 'zod';
import { AppError } from '../errors';

/** In whose name a request is made. `app` is used for facts and set-up only; what a person is shown is fetched as them. */
export type Identity = 'app' | 'user';

export interface JiraRequest {
  as: Identity;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  route: Route;
  body?: unknown;
  headers?: Record<string, string>;
  /** Statuses that the caller wants to look at itself instead of an error. */
  accept?: readonly number[];
}

export interface JiraAnswer {
  status: number;
  body: unknown;
  location: string | null;
}

/**
 * The one place that talks to Jira's REST API. Every failing status becomes one error of the registry here.
 * @throws AppError jira-forbidden (401, 403), jira-not-found (404), jira-conflict (409), jira-rate-limited (429, with
 *   seconds to wait), jira-unavailable (5xx, network), jira-rejected (any other 4xx, with Jira's own words)
 */
export async function requestJira(request: JiraRequest): Promise<JiraAnswer> {
  const client = request.as === 'app' ? api.asApp() : api.asUser();
  const response = await client
    .requestJira(request.route, {
      method: request.method,
      headers: {
        Accept: 'application/json',
        ...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...request.headers,
      },
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
    })
    .catch((cause: unknown) => {
      throw new AppError('jira-unavailable', {}, cause);
    });
  const text = await response.text();
  const body = parseJson(text);
  if (response.ok || response.status === 303 || request.accept?.includes(response.status)) {
    return { status: response.status, body, location: response.headers.get('location') };
  }
  throw failure(response.status, body, response.headers.get('retry-after'));
}

/** As `requestJira`, with the answer parsed by `schema`. @throws AppError jira-answer-unexpected */
export async function readJira<Schema extends z.ZodType>(
  request: JiraRequest,
  schema: Schema,
): Promise<z.output<Schema>> {
  const answer = await requestJira(request);
  const parsed = schema.safeParse(answer.body);
  if (!parsed.success) throw new AppError('jira-answer-unexpected', {}, parsed.error);
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

function failure(status: number, body: unknown, retryAfter: string | null): AppError {
  const detail = wordsOf(body);
  const data = { status, ...(detail ? { detail } : {}) };
  if (status === 401 || status === 403) return new AppError('jira-forbidden', data);
  if (status === 404) return new AppError('jira-not-found', data);
  if (status === 409) return new AppError('jira-conflict', data);
  if (status === 429)
    return new AppError('jira-rate-limited', { ...data, retryAfterSeconds: Number(retryAfter ?? 60) || 60 });
  if (status >= 500) return new AppError('jira-unavailable', data);
  return new AppError('jira-rejected', data);
}

/** Jira's error collection: `errorMessages` and `errors` by field. */
function wordsOf(body: unknown): string {
  if (typeof body !== 'object' || body === null) return '';
  const { errorMessages, errors } = body as { errorMessages?: unknown; errors?: unknown };
  const messages = Array.isArray(errorMessages) ? errorMessages.map(String) : [];
  const fields =
    typeof errors === 'object' && errors !== null
      ? Object.entries(errors).map(([key, value]) => `${key}: ${String(value)}`)
      : [];
  return [...messages, ...fields].join(' ').slice(0, 500);
}
