import type { Answer } from './worker/protocol';

/** An answer with a JSON body. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

/** An answer without a body. */
export function empty(status: number): Answer {
  return { status, headers: {}, body: null };
}

/** What the platform's proxy answers when it refuses by itself; `@forge/api` throws ProxyRequestError with `code`. */
export function proxyError(status: number, code: string): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json', 'forge-proxy-error': code },
    body: JSON.stringify({ code }),
  };
}
