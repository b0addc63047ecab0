import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { virtualClock } from '../../local/clock';
import { startSite } from '../../local/site';
import { type InventoryFile, InventoryFileError, readInventoryFile } from '../inventory-file';
import { createProject, type DryRun, importInventory, operate, Refused, setUp } from '../operator';
import type { Figure, GapAnalysis, RequirementReport } from './figures';
import { printReport } from './report';

/** As people know it; the file is of one framework. */
const numberOf = (requirementId: string): string => requirementId.slice(requirementId.indexOf('/') + 1);

interface Overview {
  organisation: Figure;
  systemCells: Figure;
  systems: GapAnalysis['systems'];
  tiles: { requirementId: string; title: string; scopeLevel: 'organisation' | 'ai-system'; state: string }[];
}

/**
 * Goes the whole way on a local site of its own: blueprint, import, events, coverage. Memory is what a large file asks for:
 * the app's tables lie on the disk meanwhile, and one worker does all, for nobody waits beside the command.
 */
export async function gapAnalysis(file: InventoryFile, asOf: string, root: string): Promise<GapAnalysis> {
  const started = process.hrtime.bigint();
  const start = Date.parse(`${asOf}T09:00:00Z`);
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-gap-'));
  const site = await startSite({
    root,
    clock: virtualClock(start),
    data: ':memory:',
    tables: join(folder, 'app.sqlite'),
    limits: { workers: 1 },
    ...(process.env.AIMS_SQL ? { sql: process.env.AIMS_SQL } : {}),
  });
  try {
    const operator = operate(site);
    const projectId = await createProject(operator, 'AIMS', 'AI management');
    await setUp(site, operator, projectId);
    const { dryRun, created, failed, more } = await importInventory(site, operator, projectId, file, asOf);
    const overview = await operator.call<Overview>('aims-project', 'coverage.overview', { projectId });
    const requirements: RequirementReport[] = [];
    for (const { requirementId, title, scopeLevel, state } of overview.tiles) {
      const { states, reasons } = await operator.call<{
        states: Record<string, number>;
        reasons: Record<string, number>;
      }>('aims-project', 'coverage.reasons', { projectId, requirementId });
      requirements.push({
        id: numberOf(requirementId),
        title,
        scopeLevel,
        state,
        counts: states,
        reasons: { ...reasons, ...silence(requirementId, dryRun.claims) },
      });
    }
    const problems = [
      ...dryRun.problems,
      ...failed.map(({ line, message }) => ({ line, code: 'not-created', column: '', value: message })),
      ...(more > 0 ? [{ line: 0, code: 'not-listed', column: '', value: `${more} more failures and notes` }] : []),
    ];
    return {
      asOf,
      systems: overview.systems,
      issues: created,
      requirements,
      totals: {
        organisation: overview.organisation,
        systems: {
          due: overview.systemCells.applicable,
          implemented: overview.systemCells.implemented,
          verified: overview.systemCells.verified,
        },
      },
      declaredOnly: requirements.reduce((sum, requirement) => sum + (requirement.reasons['declared-only'] ?? 0), 0),
      problems,
      problemsByCause: countsOfCodes(problems),
      claims: Object.fromEntries(dryRun.claims.map(({ requirementId, inScope }) => [numberOf(requirementId), inScope])),
      noRisk: dryRun.noRisk,
      notes: dryRun.notes,
      timings: { wall: Number((process.hrtime.bigint() - started) / 1_000_000n), cloud: site.clock.now() - start },
      points: site.jira.points().total,
    };
  } finally {
    await site.close();
    rmSync(folder, { recursive: true });
  }
}

/** AI systems in scope on which the file is silent, kept apart: declared "no", and not asked. */
function silence(requirementId: string, claims: DryRun['claims']): Record<string, number> {
  const mine = claims.find((entry) => entry.requirementId === requirementId);
  return mine ? { 'declared-no': mine.inScope.declaredNo, 'not-asked': mine.inScope.notAsked } : {};
}

function countsOfCodes(problems: readonly { code: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { code } of problems) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

const USAGE = 'npm run gap-analysis -- FILE [--mapping M] [--as-of DATE] [--json]';

const HELP = `${USAGE}

Imports an AI inventory (CSV) into a local site of its own and prints what is missing for ISO/IEC 42001.

  --mapping M    the mapping in controls/inventory; found by the file's columns without it
  --as-of DATE   the day of the analysis, such as 2024-12-16; the file's own or today without it
  --json         the whole analysis as JSON
  --help         this text
`;

/** What was asked for on the command line. @throws InventoryFileError usage */
function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        mapping: { type: 'string' },
        'as-of': { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new InventoryFileError('usage', (error as Error).message, USAGE);
  }
}

/** Whether it is a day of the calendar: `Date` takes 2024-02-31 for the 2nd of March. */
function isDay(text: string): boolean {
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}

async function main(): Promise<void> {
  const { values, positionals } = readArguments();
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const [path, ...others] = positionals;
  if (path === undefined) throw new InventoryFileError('usage', 'No file given.', USAGE);
  if (others.length > 0)
    throw new InventoryFileError('usage', `One file is analysed at a time; also given: ${others.join(', ')}.`, USAGE);
  const root = resolve(__dirname, '../..');
  const file = readInventoryFile(path, root, values.mapping ?? null);
  const asOf = values['as-of'] ?? file.asOf ?? new Date().toISOString().slice(0, 10);
  if (!isDay(asOf)) throw new InventoryFileError('usage', `"${asOf}" is not a day.`, 'Write it as 2024-12-16.');
  const analysis = await gapAnalysis(file, asOf, root);
  if (values.json) process.stdout.write(`${JSON.stringify(analysis)}\n`);
  else printReport(analysis);
}

if (require.main === module) {
  main().catch((error: unknown) => {
    const known = error instanceof InventoryFileError || error instanceof Refused;
    process.stderr.write(
      known
        ? `${error.code}: ${error.message}\n${error.remedy}\n`
        : `${error instanceof Error ? error.stack : String(error)}\n`,
    );
    process.exitCode = 1;
  });
}
