import { useCallback, useEffect, useState } from 'react';
import type { AppFacts } from '../host/bridge/parent';

/** Who is logged in, and what the site says about the app. */
export interface Session extends AppFacts {
  accountId: string | null;
}

/** Jira refused; `fields` names what it said about single fields. */
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

export async function openSession(): Promise<Session> {
  const session = (await (await fetch('/local/app')).json()) as Session;
  csrf = session.csrf;
  return session;
}

/** Logs in as somebody else and draws everything anew. */
export async function switchUser(accountId: string): Promise<void> {
  await send('POST', '/local/session', { accountId });
  location.reload();
}

/** Jira's REST as the session's user; `path` is what stands behind `/rest/api/3`. @throws Refused */
export function rest<T>(method: string, path: string, body?: unknown): Promise<T> {
  return send<T>(method, `/rest/api/3${path}`, body);
}

async function send<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(path, {
    method,
    headers: { 'content-type': 'application/json', 'x-csrf-token': csrf },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const answer: unknown = text === '' ? null : JSON.parse(text);
  if (!response.ok) throw refusalOf(response.status, answer);
  return answer as T;
}

function refusalOf(status: number, answer: unknown): Refused {
  const {
    errorMessages = [],
    errors = {},
    message,
  } = (answer ?? {}) as {
    errorMessages?: string[];
    errors?: Record<string, string>;
    message?: string;
  };
  const words = [...errorMessages, ...Object.values(errors), ...(message ? [message] : [])].join(' ');
  return new Refused(status, words || `Jira answered ${status}.`, errors);
}

export type Reading<T> = { state: 'loading' } | { state: 'refused'; error: Refused } | { state: 'loaded'; data: T };

/** Reads a path of Jira's REST; `reload` reads it again and keeps what is shown meanwhile. */
export function useRest<T>(path: string, method = 'GET', body?: unknown): { reading: Reading<T>; reload: () => void } {
  const [reading, setReading] = useState<Reading<T>>({ state: 'loading' });
  const [turn, setTurn] = useState(0);
  const sent = JSON.stringify(body);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` is there to read again
  useEffect(() => {
    let wanted = true;
    rest<T>(method, path, sent === undefined ? undefined : JSON.parse(sent)).then(
      (data) => wanted && setReading({ state: 'loaded', data }),
      (error: unknown) => {
        if (!(error instanceof Refused)) throw error;
        if (wanted) setReading({ state: 'refused', error });
      },
    );
    return () => {
      wanted = false;
    };
  }, [path, method, sent, turn]);
  return { reading, reload: useCallback(() => setTurn((now) => now + 1), []) };
}
