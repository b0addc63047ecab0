import type { Site } from '../local/site';
import { type InventoryFile, stagingChunks } from './inventory-file';

/**
 * What an administrator does on the site, by the same REST routes and procedures as in the browser: sets a project up and
 * imports a file. Batch commands and the sample organisation use it; it knows nothing else of the app.
 */
export const ADMINISTRATOR = 'admin';

export interface Operator {
  rest<Answer>(method: string, path: string, body?: unknown, accountId?: string): Promise<Answer>;
  call<Answer>(
    module: 'aims-admin' | 'aims-project',
    name: string,
    payload: unknown,
    accountId?: string,
  ): Promise<Answer>;
}

/** A refusal of the app, with its code and remedy. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly remedy: string,
  ) {
    super(message);
  }
}

type Envelope<Answer> =
  | { ok: true; data: Answer }
  | { ok: false; error: { code: string; message: string; remedy: string } };

export function operate(site: Site): Operator {
  return {
    async rest<Answer>(method: string, path: string, body?: unknown, accountId = ADMINISTRATOR) {
      const product = path.startsWith('/wiki/') ? site.confluence : site.jira;
      if (!product) throw new Error(`${method} ${path}: this site has no Confluence.`);
      const answer = await product.handle({
        method,
        path,
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: body === undefined ? null : JSON.stringify(body),
        caller: { kind: 'user', accountId, throughApp: false, scopes: [] },
      });
      if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${answer.body ?? ''}`);
      return (answer.body ? JSON.parse(answer.body) : null) as Answer;
    },
    async call<Answer>(module: string, name: string, payload: unknown, accountId = ADMINISTRATOR) {
      const answer = (await site.invoke({ module, key: name, payload, accountId })) as Envelope<Answer>;
      if (!answer.ok) throw new Refused(answer.error.code, answer.error.message, answer.error.remedy);
      return answer.data;
    },
  };
}

const CHOICES = { sharedSchemes: 'copy', otherScreens: true } as const;
/** Longest time that a set-up or an import may take on the site's clock. */
const HOURS = 24 * 3_600_000;

/** Plans, applies and waits until the project is enrolled and read. */
export async function setUp(site: Site, operator: Operator, projectId: string): Promise<void> {
  const { digest } = await operator.call<{ digest: string }>('aims-admin', 'setup.plan', {
    projectId,
    choices: CHOICES,
  });
  const { runId } = await operator.call<{ runId: string }>('aims-admin', 'setup.apply', {
    projectId,
    choices: CHOICES,
    digest,
  });
  await site.settle({ within: HOURS });
  const progress = await operator.call<{
    state: string;
    steps: { what: string; outcome: string; error: { message: string; remedy: string } | null }[];
  }>('aims-admin', 'setup.progress', { runId });
  const failed = progress.steps.find((step) => step.outcome === 'failed');
  if (progress.state !== 'done')
    throw new Refused(
      'setup-failed',
      `${failed?.what ?? 'Set-up'}: ${failed?.error?.message ?? progress.state}`,
      failed?.error?.remedy ?? '',
    );
}

/** AI systems by what the file says of them for one requirement. */
export interface ClaimCounts {
  claimed: number;
  planned: number;
  notKnown: number;
  declaredNo: number;
  notAsked: number;
}

export interface DryRun {
  rows: number;
  byStage: Record<string, number>;
  issues: { systems: number; records: number; risks: number };
  create: number;
  update: number;
  unchanged: number;
  problemCount: number;
  problemsByCause: Record<string, number>;
  problems: { line: number; code: string; column: string; value: string }[];
  notes: { line: number; claim: string; note: string }[];
  claims: { requirementId: string; inScope: ClaimCounts; retired: ClaimCounts }[];
  noRisk: { rows: number; texts: { text: string; says: string; rows: number }[] };
}

export interface Imported {
  dryRun: DryRun;
  created: number;
  updated: number;
  failed: { line: number; message: string }[];
  /** Failures and notes that the app counted and did not list. */
  more: number;
}

/** Stages, looks, applies and waits. */
export async function importInventory(
  site: Site,
  operator: Operator,
  projectId: string,
  file: InventoryFile,
  asOf: string | null,
): Promise<Imported> {
  const { importId } = await operator.call<{ importId: string }>('aims-admin', 'import.start', {
    projectId,
    mapping: file.mapping,
    columns: file.columns,
    asOf,
  });
  for (const rows of stagingChunks(file.rows)) await operator.call('aims-admin', 'import.stage', { importId, rows });
  const dryRun = await dryRunOf(operator, importId);
  await operator.call('aims-admin', 'import.apply', { importId });
  await site.settle({ within: HOURS });
  const progress = await operator.call<{ state: string } & Omit<Imported, 'dryRun'>>('aims-admin', 'import.progress', {
    importId,
  });
  if (progress.state !== 'done')
    throw new Refused(
      'import-failed',
      `The import stopped in the state ${progress.state}.`,
      'Start the import again; what was created is not created twice.',
    );
  return { dryRun, created: progress.created, updated: progress.updated, failed: progress.failed, more: progress.more };
}

/** What applying would do, with every problem: an answer lists so many at most. */
async function dryRunOf(operator: Operator, importId: string): Promise<DryRun> {
  const first = await operator.call<DryRun>('aims-admin', 'import.dryRun', { importId });
  const problems = [...first.problems];
  while (problems.length < first.problemCount) {
    const next = await operator.call<DryRun>('aims-admin', 'import.dryRun', {
      importId,
      problemsFrom: problems.length,
    });
    if (next.problems.length === 0) break;
    problems.push(...next.problems);
  }
  return { ...first, problems };
}

/** Creates a company-managed project. @returns its id */
export async function createProject(operator: Operator, key: string, name: string): Promise<string> {
  const created = await operator.rest<{ id: number | string }>('POST', '/rest/api/3/project', {
    key,
    name,
    projectTypeKey: 'business',
    leadAccountId: ADMINISTRATOR,
  });
  return String(created.id);
}
