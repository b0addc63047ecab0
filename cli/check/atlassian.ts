import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as lint from '@forge/lint';
import { validate } from '@forge/manifest';
import type { Finding } from './finding';

/** Files of the permission linter's own switch for local descriptions; it wants all of them, empty where there is none. */
const DESCRIPTIONS: Readonly<Record<string, string | null>> = {
  LOCAL_JIRA_SWAGGER: 'openapi/jira-swagger-v3.v3.2026-02-06.json',
  LOCAL_CONF_V2_SWAGGER: 'openapi/confluence-openapi-v2.v3.2025-02-04.json',
  LOCAL_CONF_SWAGGER: null,
  LOCAL_JSM_SWAGGER: null,
  LOCAL_JSW_SWAGGER: null,
  LOCAL_BB_SWAGGER: null,
};

const silent = { info() {}, warn() {}, error() {}, debug() {}, trace() {} };
/** The linters ask this service one question; nothing is deprecated that the validator does not know itself. */
const noService = { getDeprecatedRuntimes: async () => [] };

/**
 * Atlassian's own validator and linters, as `forge lint` runs them, without a login.
 * @param files sources, relative to the repository root, which must be the working directory
 * @param shared folder with the OpenAPI files; without it the permission linter is left out
 */
export async function atlassianFindings(files: readonly string[], shared: string | null): Promise<Finding[]> {
  const validated = await validate(false);
  const findings: Finding[] = (validated.errors ?? []).map(({ level, line, message }) => ({
    rule: `manifest-${level}`,
    message: `manifest.yml:${line}: ${message}`,
  }));
  const manifest = validated.manifestObject?.typedContent;
  if (!manifest) return findings;
  if (shared !== null) giveDescriptions(shared);
  const args = [manifest, 'development', silent, noService] as unknown as Parameters<
    typeof lint.getClientSideLintersOnly
  >;
  // Parsed here: `lint.lint` passes over the files of a tsconfig whose "include" names folders.
  const sources = await Promise.all(files.map((file) => lint.parseSourceFile(file, lint.tsParser)));
  for (const linter of await lint.getClientSideLintersOnly(...args)) {
    // Without local descriptions it would download them.
    if (linter instanceof lint.PermissionLinter && shared === null) continue;
    await linter.bootstrap();
    const results = await linter.batchExecute(sources);
    for (const result of results) findings.push(...findingsOf(linter.constructor.name, result));
  }
  return findings;
}

interface Reported {
  readonly errors?: readonly { line?: number; message: string }[];
  readonly warnings?: readonly { line?: number; message: string }[];
}

function findingsOf(linter: string, result: unknown): Finding[] {
  const { errors = [], warnings = [] } = result as Reported;
  return [...errors, ...warnings].map(({ line = 0, message }) => ({
    rule: linter,
    message: `line ${line}: ${message}`,
  }));
}

function giveDescriptions(shared: string): void {
  const empty = join(mkdtempSync(join(tmpdir(), 'plumbline-openapi-')), 'empty.json');
  writeFileSync(empty, '{"paths":{}}');
  process.env.USE_LOCAL_SWAGGER = 'true';
  for (const [name, file] of Object.entries(DESCRIPTIONS))
    process.env[name] = file === null ? empty : join(shared, file);
}
