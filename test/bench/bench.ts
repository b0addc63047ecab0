import { parseArgs } from 'node:util';
import { buildOutdatedPages } from '../../local/built-pages';
import { backfillBench } from './backfill';
import { coverageBench } from './coverage';
import { eventBench } from './event';
import type { Figure } from './figure';
import { matrixBench } from './matrix';
import { realFileBench } from './real-file';
import { firstLoadBench, screensBench } from './screens';

/** `npm run bench -- [--json]`: each figure on a line of its own, as it is known. Only `first-load` has goals that must hold. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, only: { type: 'string' } } });
  const benches = {
    coverage: coverageBench,
    event: eventBench,
    backfill: backfillBench,
    'real-file': realFileBench,
    'first-load': firstLoadBench,
    screens: screensBench,
    matrix: matrixBench,
  };
  buildOutdatedPages(process.cwd(), () => {});
  for (const [name, bench] of Object.entries(benches)) {
    if (values.only !== undefined && values.only !== name) continue;
    await bench((figure) => print(figure, values.json));
  }
}

function print(figure: Figure, json: boolean): void {
  const { name, value, unit, baseline, ratio } = figure;
  if (json) console.log(JSON.stringify({ name, value, unit, baseline, ratio }));
  else
    console.log(
      `${name.padEnd(64)}${String(value).padStart(12)} ${unit.padEnd(12)}${baseline === null ? '' : `baseline ${baseline}`}${ratio === null ? '' : `  ratio ${ratio}`}`,
    );
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
