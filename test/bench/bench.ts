import { parseArgs } from 'node:util';
import { buildOutdatedPages } from '../../cli/built-pages';
import { backfillBench } from './backfill';
import { burstBench } from './burst';
import { coverageBench } from './coverage';
import { criteriaBench } from './criteria';
import { eventBench } from './event';
import type { Figure } from './figure';
import { idleBench } from './idle';
import { matrixBench } from './matrix';
import { realFileBench } from './real-file';
import { firstLoadBench, screensBench } from './screens';
import { statementBench } from './statement';

/** Benches of which CI asks for the goals; the real inventory has goals, too, and takes minutes: `npm run proof`. */
const WITH_GOALS = ['event', 'burst', 'idle', 'statement', 'criteria', 'first-load'];

/**
 * `npm run bench -- [--json] [--goals] [--only NAME,NAME]`: each figure on a line of its own, as it is known. A goal that is missed
 * fails the run; `--goals` runs the benches that have any.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      goals: { type: 'boolean', default: false },
      only: { type: 'string' },
    },
  });
  const benches = {
    coverage: coverageBench,
    event: eventBench,
    burst: burstBench,
    idle: idleBench,
    statement: statementBench,
    criteria: criteriaBench,
    backfill: backfillBench,
    'real-file': realFileBench,
    'first-load': firstLoadBench,
    screens: screensBench,
    matrix: matrixBench,
  };
  const asked = values.only?.split(',');
  const unknown = (asked ?? []).filter((name) => !(name in benches));
  if (unknown.length > 0)
    throw new Error(`There is no bench ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}.`);
  const missed: string[] = [];
  buildOutdatedPages(process.cwd(), () => {});
  for (const [name, bench] of Object.entries(benches)) {
    if (asked !== undefined && !asked.includes(name)) continue;
    if (values.goals && !WITH_GOALS.includes(name)) continue;
    await bench((figure) => {
      print(figure, values.json);
      if (figure.goal !== null && figure.value > figure.goal) missed.push(figure.name);
    });
  }
  if (missed.length > 0) throw new Error(`Beyond their goal: ${missed.join('; ')}.`);
}

function print(figure: Figure, json: boolean): void {
  const { name, value, unit, baseline, ratio, goal } = figure;
  if (json) console.log(JSON.stringify({ name, value, unit, baseline, ratio, goal }));
  else
    console.log(
      `${name.padEnd(64)}${String(value).padStart(12)} ${unit.padEnd(12)}${baseline === null ? '' : `baseline ${baseline}`}${ratio === null ? '' : `  ratio ${ratio}`}${goal === null ? '' : `  goal ${goal}`}`,
    );
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
