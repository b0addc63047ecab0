import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { elapsed, measured, type Report } from './figure';

const FILE = join(process.env.PLUMBLINE_SHARED ?? '../shared', 'data', 'us-federal-ai-inventory-2024', 'inventory.csv');

/** Prints the peak memory of the process behind the report, on the last line. */
const WITH_PEAK = "process.on('exit', () => process.stderr.write('\\npeak ' + process.resourceUsage().maxRSS))";

/** `npm run gap-analysis` on 2,133 real AI systems, as a process of its own: the site, its Jira and the app together. */
export async function realFileBench(report: Report): Promise<void> {
  if (!existsSync(FILE)) {
    console.error('The real inventory is not there (PLUMBLINE_SHARED): its figures are left out.');
    return;
  }
  const since = process.hrtime.bigint();
  const run = spawnSync(
    process.execPath,
    [
      '--import',
      'tsx',
      '--import',
      `data:text/javascript,${encodeURIComponent(WITH_PEAK)}`,
      'local/gap-analysis.ts',
      FILE,
      '--json',
    ],
    {
      encoding: 'utf8',
      maxBuffer: 64 * 1_048_576,
    },
  );
  if (run.status !== 0) throw new Error(run.stderr);
  const { points, issues } = JSON.parse(run.stdout) as { points: number; issues: number };
  report(measured('real inventory of 2,133 AI systems, time', elapsed(since) / 1000, 's'));
  report(
    measured(
      'real inventory of 2,133 AI systems, peak memory of everything',
      Number(run.stderr.match(/peak (\d+)/)?.[1] ?? 0) / 1024,
      'MiB',
    ),
  );
  report(measured('real inventory of 2,133 AI systems, points an issue', points / issues, 'points'));
}
