import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { elapsed, measured, type Report } from './figure';
import type { CommandWeight } from './gap-command';

const FILE = join(process.env.PLUMBLINE_SHARED ?? '../shared', 'data', 'us-federal-ai-inventory-2024', 'inventory.csv');
const MIB = 1_048_576;
/** The platform gives an invocation 512 MiB. */
const INVOCATION_MIB = 200;
const ABOVE_ONE_ROW_MIB = 100;

/**
 * The gap analysis of 2,133 real AI systems, as a process of its own: the site, its Jira and the app together, beside the same
 * command with the first of them alone.
 */
export async function realFileBench(report: Report): Promise<void> {
  if (!existsSync(FILE)) {
    console.error('The real inventory is not there (PLUMBLINE_SHARED): its figures are left out.');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-real-file-'));
  try {
    const oneRow = join(folder, 'inventory.csv');
    // Byte for byte, whatever the encoding.
    const { data } = Papa.parse<string[]>(readFileSync(FILE, 'latin1'), { preview: 2 });
    writeFileSync(oneRow, Papa.unparse(data), 'latin1');
    const one = weigh(oneRow);
    const since = process.hrtime.bigint();
    const all = weigh(FILE);
    const name = (what: string) => `real inventory of 2,133 AI systems, ${what}`;
    report(measured(name('time'), elapsed(since) / 1000, 's'));
    report(
      measured(
        name('largest invocation of the app'),
        all.invocation / MIB,
        'MiB',
        one.invocation / MIB,
        INVOCATION_MIB,
      ),
    );
    report(
      measured(
        name('peak memory of everything (baseline: one row)'),
        all.process / MIB,
        'MiB',
        one.process / MIB,
        one.process / MIB + ABOVE_ONE_ROW_MIB,
      ),
    );
    report(measured(name('points an issue'), all.points / all.issues, 'points'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function weigh(file: string): CommandWeight {
  const run = spawnSync(process.execPath, ['--import', 'tsx', join(__dirname, 'gap-command.ts'), file], {
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as CommandWeight;
}
