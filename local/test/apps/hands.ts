import { cpSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { buildSync } from 'esbuild';
import { bundleApp } from '../../bundle';
import type { Site } from '../../site';

/** The app beside this file, with its screens built as `forge deploy` would have them. */
export async function builtApp(name: string): Promise<{ root: string; bundle: string }> {
  const source = join(__dirname, name);
  const root = mkdtempSync(join(tmpdir(), `${name}-`));
  cpSync(source, root, { recursive: true, filter: (path) => basename(path) !== '.cache' });
  const screens = readdirSync(join(source, 'static')).filter((file) => file.endsWith('.ts'));
  buildSync({
    entryPoints: screens.map((file) => join(source, 'static', file)),
    bundle: true,
    format: 'esm',
    outdir: join(root, 'static'),
  });
  return { root, bundle: await bundleApp(source) };
}

export type Rest = <Answer>(method: string, path: string, body?: unknown) => Promise<Answer>;

/** REST of a product as a person, not through the app. */
export function restOf(site: Site, product: 'jira' | 'confluence', accountId = 'admin'): Rest {
  return async <Answer>(method: string, path: string, body?: unknown) => {
    const answer = await site.product(product)?.handle({
      method,
      path,
      headers: { 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
      caller: { kind: 'user', accountId, throughApp: false, scopes: [] },
    });
    if (!answer || answer.status >= 400) throw new Error(`${method} ${path}: ${answer?.status} ${answer?.body}`);
    return JSON.parse(answer.body ?? 'null') as Answer;
  };
}
