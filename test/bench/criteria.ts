import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hands } from '../support/site';
import { measured, type Report } from './figure';
import { approveStricter, type Filled, fillWithRisks, openFilled, systemsTreated, TREATED } from './many-risks';

const RISKS = 10_000;
const TIMES = 100;
const STATEMENTS_A_HUNDRED = 3;
/** The five-minute schedule takes up what a crash leaves, once the lease of whoever crashed is over. */
const FIVE_MINUTES = 300_000;
const HALFWAY = 3;

/**
 * What an approval of other risk criteria takes until every figure follows: beside many AI systems with few risks each, and beside
 * few with many, whose facts no one answer could carry. The latter is ended half-way, and goes on.
 */
export async function criteriaBench(report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-criteria-'));
  try {
    await recounted(report, folder, { systems: 33, what: '3,300 AI systems', approve: approveStricter });
    await recounted(report, folder, { systems: 1, what: '100 AI systems, ended half-way', approve: approveAndCrash });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Shape {
  /** As they are filled in, before they are copied. */
  systems: number;
  what: string;
  approve: (hands: Hands, filled: Filled) => Promise<void>;
}

async function recounted(report: Report, folder: string, { systems, what, approve }: Shape): Promise<void> {
  const filled = await fillWithRisks(folder, { systems, risks: RISKS / TIMES, times: TIMES });
  const hands = await openFilled(filled);
  const mark = hands.site.journal.mark();
  const count = systems * TIMES;
  if ((await systemsTreated(hands))[TREATED.before] !== count)
    throw new Error('The AI systems are not as they should be.');
  await approve(hands, filled);
  await hands.site.settle({ within: 3_600_000 });
  const { sql } = hands.site.journal.since(mark).counts;
  const name = `other risk criteria for ${RISKS.toLocaleString('en')} AI risks in ${what}`;
  report(measured(`${name}, for 100`, sql / (RISKS / 100), 'statements', null, STATEMENTS_A_HUNDRED));
  report(
    measured(`${name}, not followed`, count - ((await systemsTreated(hands))[TREATED.after] ?? 0), 'systems', null, 0),
  );
  await hands.site.close();
}

async function approveAndCrash(hands: Hands, filled: Filled): Promise<void> {
  let pieces = 0;
  hands.site.faults.killWorkerAt(({ text }) => {
    const writes = text.startsWith('INSERT INTO coverage_cell');
    if (writes) pieces += 1;
    return writes && pieces === HALFWAY ? 'after' : null;
  });
  await approveStricter(hands, filled);
  await hands.site.settle();
  hands.site.faults.clear();
  if (pieces < HALFWAY) throw new Error('The recount was not ended.');
  await hands.site.clock.advance(FIVE_MINUTES);
  await hands.site.runSchedule('every-five-minutes');
}
