import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { virtualClock } from '../../local/clock';
import type { Product } from '../../local/seam';
import { type Site, type SiteOptions, startSite } from '../../local/site';
import { type ProcedureName, procedures } from '../../src/contract/procedures';

const START = Date.parse('2026-11-24T08:00:00Z');
const ADMIN = 'admin';

/** Atlassian's OpenAPI files: where they lie, every request and answer of the app is checked against them. */
const SHARED = resolve(process.env.PLUMBLINE_SHARED ?? '../shared');
if (process.env.CI && !existsSync(join(SHARED, 'openapi'))) throw new Error(`CI needs the shared folder: ${SHARED}.`);
const CHECKED: Partial<SiteOptions> = existsSync(join(SHARED, 'openapi')) ? { openapi: SHARED } : {};

/** The local site with the real app on it, and a person's hands: REST and procedures as a user. */
export interface Hands {
  site: Site;
  rest<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    accountId?: string,
  ): Promise<{ status: number; body: T }>;
  /** As `rest`, on Confluence (`/wiki/api/v2/…`, `/wiki/rest/api/…`); null is a reader without a login. */
  wiki<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    accountId?: string | null,
  ): Promise<{ status: number; body: T }>;
  /** Calls a procedure and unwraps its answer. @throws Error with the coded error of the envelope */
  call<T>(name: string, payload: unknown, accountId?: string | null): Promise<T>;
}

/** Administrators' procedures live in a function of their own, behind the admin page. */
const moduleOf = (name: string): string =>
  procedures[name as ProcedureName]?.access.kind === 'administer' ? 'aims-admin' : 'aims-project';

export async function openSite(options: Partial<SiteOptions> = {}): Promise<Hands> {
  const site = await startSite({
    root: process.cwd(),
    clock: virtualClock(START),
    data: ':memory:',
    ...CHECKED,
    ...options,
  });
  const ask = async <T>(product: Product, method: string, path: string, body: unknown, accountId: string | null) => {
    const answer = await product.handle({
      method,
      path,
      headers: {},
      body: body === undefined ? null : JSON.stringify(body),
      caller: accountId === null ? { kind: 'anonymous' } : { kind: 'user', accountId, throughApp: false, scopes: [] },
    });
    return { status: answer.status, body: (answer.body ? JSON.parse(answer.body) : null) as T };
  };
  return {
    site,
    rest: <T>(method: string, path: string, body?: unknown, accountId: string = ADMIN) =>
      ask<T>(site.jira, method, path, body, accountId),
    wiki<T>(method: string, path: string, body?: unknown, accountId: string | null = ADMIN) {
      if (!site.confluence) throw new Error('This site has no Confluence.');
      return ask<T>(site.confluence, method, path, body, accountId);
    },
    async call<T>(name: string, payload: unknown, accountId: string | null = ADMIN) {
      const answer = (await site.invoke({
        module: moduleOf(name),
        key: name,
        payload,
        accountId,
      })) as { ok: true; data: T } | { ok: false; error: { code: string; message: string; remedy: string } };
      if (!answer.ok) throw Object.assign(new Error(`${answer.error.code}: ${answer.error.message}`), answer.error);
      return answer.data;
    },
  };
}
