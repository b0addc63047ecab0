import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { bundleApp } from '../../local/bundle';
import { readManifest } from '../../local/host/manifest';
import { atlassianFindings } from './atlassian';
import type { Finding } from './finding';
import { moduleFindings } from './modules';
import { onlyAddingFindings } from './only-adding';
import { procedureFindings } from './procedures';
import { productCalls } from './product-calls';
import { scopeFindings } from './scopes';
import { sqlFindings } from './sql-in-store';

/** The shared folder with Atlassian's OpenAPI files, or null where it does not exist. */
export function sharedFolder(root: string): string | null {
  const shared = resolve(root, process.env.PLUMBLINE_SHARED ?? '../shared');
  return existsSync(join(shared, 'openapi')) ? shared : null;
}

/** All that can be known of `manifest.yml` without a site: Atlassian's checks, the bundle, the screens, scopes and names. */
export async function checkManifest(root: string): Promise<Finding[]> {
  const manifest = readManifest(root);
  const sources = (readdirSync(join(root, 'src'), { recursive: true }) as string[]).filter((name) =>
    name.endsWith('.ts'),
  );
  const files = sources.map((name) => `src/${name}`);
  const bundle = createRequire(__filename)(await bundleApp(root)) as Record<string, unknown>;
  const calls = productCalls(root, ['src', 'static']);
  const modules = Object.keys((manifest.raw as { modules: object }).modules);
  return [
    ...(await atlassianFindings(files, sharedFolder(root))),
    ...moduleFindings(root, manifest, bundle),
    ...onlyAddingFindings(calls),
    ...procedureFindings(root),
    ...sqlFindings(root, files),
    ...scopeFindings(
      manifest.scopes,
      calls,
      modules,
      manifest.triggers.flatMap(({ events }) => events),
    ),
  ];
}

async function main(): Promise<void> {
  const root = resolve(__dirname, '../..');
  process.chdir(root);
  const findings = await checkManifest(root);
  for (const { rule, message } of findings) console.error(`${rule}: ${message}`);
  if (sharedFolder(root) === null) console.log('The permission linter was left out: the OpenAPI files are not here.');
  console.log(findings.length === 0 ? 'manifest.yml: no findings.' : `manifest.yml: ${findings.length} findings.`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
}
