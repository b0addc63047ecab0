import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseAddress } from '../../local/test/database';
import { approveStricter, type Filled, fillWithRisks, openFilled, systemsTreated, TREATED } from '../bench/many-risks';
import type { Hands } from '../support/site';

/** A recount of very many AI systems is done in pieces: what is done is done, whatever ends it. */

/** The last of more than one statement settles. */
const LEFT = 10;
const SYSTEMS = 500 + LEFT;
const FIVE_MINUTES = 300_000;
/** Of 15 minutes it leaves less than a recount keeps back. */
const NEARLY_ALL = 850_000;

const folder = mkdtempSync(join(tmpdir(), 'plumbline-long-recount-'));
let template: Filled;
let filled: Filled;
let hands: Hands;

// The systems are copied in the database's file.
const onFiles = databaseAddress ? describe.skip : describe;

onFiles('new risk criteria for many AI systems', () => {
  beforeAll(async () => {
    template = await fillWithRisks(folder, { systems: 10, risks: 10, times: SYSTEMS / 10 });
  });
  beforeEach(async () => {
    filled = { ...template, data: mkdtempSync(join(folder, 'copy-')) };
    cpSync(template.data, filled.data, { recursive: true });
    hands = await openFilled(filled);
  });
  afterEach(() => hands.site.close());
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
  });

  const settle = () => hands.site.settle();
  async function marked(): Promise<number> {
    const [row] = await hands.site.sql("SELECT COUNT(*) AS n FROM mark WHERE ends_at = ? AND subject LIKE 'system:%'", [
      Number.MAX_SAFE_INTEGER,
    ]);
    return Number(row?.n);
  }

  test('a crash leaves what was not settled yet, and the five-minute schedule goes on from there', async () => {
    let settled = false;
    hands.site.faults.killWorkerAt(({ text }) => {
      settled ||= text.startsWith('UPDATE mark SET ends_at = 0 WHERE subject IN');
      return settled && text.startsWith('INSERT INTO coverage_cell') ? 'after' : null;
    });
    await approveStricter(hands, filled);
    await settle();
    hands.site.faults.clear();
    expect(await marked()).toBe(LEFT);
    await hands.site.clock.advance(FIVE_MINUTES);
    await hands.site.runSchedule('every-five-minutes');
    await settle();
    expect([await marked(), await systemsTreated(hands)]).toEqual([0, { [TREATED.after]: SYSTEMS }]);
  });

  test('an invocation that comes to its end hands over to the next', async () => {
    let slow = 0;
    hands.site.faults.killWorkerAt(({ text }) => {
      const isFirst = slow === 0 && text.startsWith('INSERT INTO coverage_history');
      if (isFirst) slow += 1;
      hands.site.faults.sqlDelay(isFirst ? NEARLY_ALL : 0);
      return null;
    });
    const mark = hands.site.journal.mark();
    await approveStricter(hands, filled);
    await hands.site.settle({ within: 3_600_000 });
    const { list } = hands.site.journal.since(mark);
    const told = (what: string) => list('log').filter(({ line }) => line.includes(what)).length;
    expect([told('recount-paused'), told('work-paused')]).toEqual([1, 1]);
    expect([await marked(), await systemsTreated(hands)]).toEqual([0, { [TREATED.after]: SYSTEMS }]);
  });
});
