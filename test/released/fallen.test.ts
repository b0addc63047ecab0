import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { virtualClock } from '../../local/clock';
import type { Output } from '../../src/contract/procedures';
import { type Hands, openSite } from '../support/site';
import { restoreSite } from './site-dump';

/** What falls because this release's rules ask for more is told to the administrator, once, from the history of states. */

const RELEASED = join(__dirname, '0.1.0');
const SITES = readdirSync(RELEASED);
const BEST_FIRST = ['verified', 'implemented', 'in-progress', 'planned', 'stale', 'undecided', 'gap', 'nonconforming'];

let data: string;
let hands: Hands;

async function open(name: string): Promise<void> {
  const folder = join(RELEASED, name);
  const { at } = await import(join(folder, 'figures.json'));
  data = mkdtempSync(join(tmpdir(), 'plumbline-fallen-'));
  restoreSite(folder, data);
  hands = await openSite({ data, clock: virtualClock(at) });
}
afterEach(async () => {
  await hands.site.close();
  rmSync(data, { recursive: true });
});

type States = ReadonlyMap<string, string>;

/** As version 0.1.0 left them, whose requirements were of one standard and named without it. */
async function statesOf(table: 'cell' | 'coverage_cell'): Promise<States> {
  const rows = await hands.site.sql(`SELECT scope, requirement_id, state FROM ${table}`);
  return new Map(
    rows.map((row) => [`${row.scope} ${String(row.requirement_id).replace('iso42001/', '')}`, String(row.state)]),
  );
}

/** By the order of the states alone; what was not due or excluded, and is now, is worse unless it is met. */
const isWorse = (before = '', after = ''): boolean => {
  const [was, is] = [BEST_FIRST.indexOf(before), BEST_FIRST.indexOf(after)];
  if (is === -1) return before === 'excluded' && after === 'not-due';
  return was === -1 ? ['not-due', 'excluded'].includes(before) && is > 1 : is > was;
};

async function night(): Promise<void> {
  for (const schedule of ['every-five-minutes', 'every-night'] as const) {
    await hands.site.runSchedule(schedule);
    await hands.site.settle({ within: 12 * 3_600_000 });
  }
}
const fallen = () => hands.call<Output<'health.fallen'>>('health.fallen', {});
const told = (list: Output<'health.fallen'>) =>
  (list?.rows ?? [])
    .map(({ requirementId, system, before, after }) => {
      const scope = system === null ? 'organisation' : system === 'hidden' ? 'hidden' : `jira:${system.issueId}`;
      return `${scope} ${requirementId.replace('iso42001/', '')}: ${before} -> ${after}`;
    })
    .sort();

function comparedWith(before: States, after: States): string[] {
  return [...after]
    .filter(([key, state]) => before.has(key) && isWorse(before.get(key), state))
    .map(([key, state]) => `${key}: ${before.get(key)} -> ${state}`)
    .sort();
}

test.each(SITES)(
  '%s: what is lower after the update is listed with before, after and why, until it is seen',
  async (name) => {
    await open(name);
    const before = await statesOf('cell');
    await hands.site.lifecycle('upgraded');
    await night();
    const list = await fallen();
    const lower = comparedWith(before, await statesOf('coverage_cell'));
    expect(lower.length).toBeGreaterThan(5);
    expect(told(list)).toEqual(lower);
    expect(list).toMatchObject({ count: lower.length, isGoing: false });
    for (const { reason } of list?.rows ?? []) expect(reason).not.toBeNull();

    // The event comes again, and another night passes: nothing is told twice.
    await hands.site.lifecycle('upgraded');
    await night();
    expect(await fallen()).toEqual(list);
    await hands.call('health.seen', { since: list?.since });
    await hands.call('health.seen', { since: list?.since });
    expect(await fallen()).toBeNull();
    const kept = await hands.site.sql("SELECT body FROM aims_decision WHERE subject LIKE 'update-seen%'");
    expect(kept).toHaveLength(1);
  },
);

test('a recount that crashes half-way loses nothing and tells nothing twice', async () => {
  await open('decisions');
  const before = await statesOf('cell');
  const cut = [
    /^INSERT INTO ingest_cursor /,
    /^INSERT INTO mark /,
    /^INSERT INTO coverage_history /,
    /^INSERT INTO coverage_cell /,
  ];
  const done = new Set<RegExp>();
  hands.site.faults.killWorkerAt(({ kind, text }) => {
    const at = kind === 'sql' ? cut.find((one) => one.test(text) && !done.has(one)) : undefined;
    if (at === undefined) return null;
    done.add(at);
    return 'after';
  });
  for (let attempt = 0; attempt < cut.length; attempt += 1) await hands.site.lifecycle('upgraded').catch(() => null);
  await night();
  expect(told(await fallen())).toEqual(comparedWith(before, await statesOf('coverage_cell')));
});

test('a site that is new has nothing to compare with', async () => {
  data = mkdtempSync(join(tmpdir(), 'plumbline-fallen-'));
  hands = await openSite({ data });
  expect(await fallen()).toBeNull();
});
