import { useCallback, useEffect, useState } from 'react';

/** A product refused; `fields` names what it said about single fields. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly fields: Readonly<Record<string, string>>,
  ) {
    super(message);
  }
}

let csrf = '';

/** Goes with every changing request. */
export function setCsrf(token: string): void {
  csrf = token;
}

/** A request of this site as the session's user; `path` begins with `/`. @throws Refused */
export function request<T>(method: string, path: string, body?: unknown): Promise<T> {
  return send(
    method,
    path,
    { 'content-type': 'application/json' },
    body === undefined ? undefined : JSON.stringify(body),
  );
}

/** Sends files as a form, as both products take them. @throws Refused */
export function upload<T>(method: string, path: string, files: FileList): Promise<T> {
  const form = new FormData();
  for (const file of files) form.append('file', file);
  return send(method, path, { 'x-atlassian-token': 'no-check' }, form);
}

async function send<T>(
  method: string,
  path: string,
  headers: Record<string, string>,
  body: BodyInit | undefined,
): Promise<T> {
  const response = await fetch(path, {
    method,
    headers: { ...headers, 'x-csrf-token': csrf },
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  const answer = parsed(text);
  if (!response.ok) throw refusalOf(response.status, path, answer);
  return answer as T;
}

/** Jira's REST; `path` is what stands behind `/rest/api/3`. @throws Refused */
export function rest<T>(method: string, path: string, body?: unknown): Promise<T> {
  return request<T>(method, `/rest/api/3${path}`, body);
}

/** Confluence's REST; `path` is what stands behind `/wiki`, such as `/api/v2/pages/1`. @throws Refused */
export function wiki<T>(method: string, path: string, body?: unknown): Promise<T> {
  return request<T>(method, `/wiki${path}`, body);
}

function parsed(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return { message: text.slice(0, 300) };
  }
}

interface Answer {
  errorMessages?: string[];
  errors?: Record<string, string> | { title?: string; detail?: string | null }[];
  message?: string;
}

/** Jira names errors by field, Confluence v2 lists them, v1 has one message. */
function refusalOf(status: number, path: string, answer: unknown): Refused {
  const { errorMessages = [], errors = {}, message } = (answer ?? {}) as Answer;
  const fields = Array.isArray(errors) ? {} : errors;
  const listed = Array.isArray(errors) ? errors.map(({ title, detail }) => detail ?? title ?? '') : [];
  const words = [...errorMessages, ...Object.values(fields), ...listed, ...(message ? [message] : [])].join(' ');
  const product = path.startsWith('/wiki/') ? 'Confluence' : path.startsWith('/local/') ? 'The site' : 'Jira';
  return new Refused(status, words || `${product} answered ${status}.`, fields);
}

export type Reading<T> = { state: 'loading' } | { state: 'refused'; error: Refused } | { state: 'loaded'; data: T };

export interface Read<T> {
  reading: Reading<T>;
  /** Reads again and keeps what is shown meanwhile. */
  reload: () => void;
}

/** Reads a path of this site; null reads nothing yet. */
export function useRead<T>(path: string | null, method = 'GET', body?: unknown): Read<T> {
  const [reading, setReading] = useState<Reading<T>>({ state: 'loading' });
  const [turn, setTurn] = useState(0);
  const sent = JSON.stringify(body);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` is there to read again
  useEffect(() => {
    if (path === null) return;
    let wanted = true;
    request<T>(method, path, sent === undefined ? undefined : JSON.parse(sent)).then(
      (data) => wanted && setReading({ state: 'loaded', data }),
      (error: unknown) => wanted && setReading({ state: 'refused', error: asRefused(error) }),
    );
    return () => {
      wanted = false;
    };
  }, [path, method, sent, turn]);
  return { reading, reload: useCallback(() => setTurn((now) => now + 1), []) };
}

export function useRest<T>(path: string | null, method = 'GET', body?: unknown): Read<T> {
  return useRead<T>(path === null ? null : `/rest/api/3${path}`, method, body);
}

export function useWiki<T>(path: string | null): Read<T> {
  return useRead<T>(path === null ? null : `/wiki${path}`);
}

/** What the products said, or that they could not be reached. */
export function asRefused(error: unknown): Refused {
  if (error instanceof Refused) return error;
  if (error instanceof TypeError) return new Refused(0, 'The site cannot be reached. Is it still running?', {});
  throw error;
}

/** What a reading holds, or null while there is nothing. */
export function dataOf<T>({ reading }: Read<T>): T | null {
  return reading.state === 'loaded' ? reading.data : null;
}
