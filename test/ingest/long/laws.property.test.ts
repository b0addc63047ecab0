import fc from 'fast-check';
import { decisionsOf } from '../../support/decisions-said';
import { differingCells, shownByApp } from '../../support/differing-cells';
import { fullRecount, spoken, storedCells, storedFacts } from '../../support/recount';
import { recountFromRest } from '../../support/recount-from-rest';
import { seenFromRest } from '../../support/seen-from-rest';
import { shownFromRest } from '../../support/seen-tiles';
import { tombstones } from '../../support/tombstones';
import { type Command, EVERY_DEED, EVERY_FAULT, type History, history } from './history';
import { ISSUE_DEEDS } from './issue-deeds';
import { OUT_OF_SIGHT_DEEDS } from './out-of-sight-deeds';
import { DECISION_DEEDS, RENAMES } from './site-deeds';
import { Tally } from './tally';
import { openWorld, type World } from './world';

/** Histories of 250 operations; `npm run proof` makes twenty. */
const SEEDS = Number(process.env.LAW_SEEDS ?? 1);
const SEED = Number(process.env.LAW_SEED ?? 42001);
/** Looks for the shortest history that breaks the law, which may take a night. */
const SHRINKS = process.env.LAW_SHRINK !== undefined;
/** On a machine that is busy with other things; what takes longer has failed. */
const MOST_MINUTES_A_SEED = SHRINKS ? 600 : 20;
/** Of twenty histories, twenty of each deed and fault must have happened; of one, what comes up by chance is printed. */
const LEAST = SEEDS < 10 ? 0 : SEEDS;
/** A figure that is always "gap" is easily right: over many histories every state comes up. */
const LEAST_OF_A_STATE = SEEDS < 10 ? 0 : SEEDS / 4;
const ZONES = [null, 'Pacific/Auckland', 'America/Los_Angeles'];
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const STATES = [
  ...['nonconforming', 'excluded', 'verified', 'implemented', 'not-due', 'stale', 'in-progress', 'planned'],
  ...['undecided', 'gap'],
];

const DEEDS = { ...ISSUE_DEEDS, ...OUT_OF_SIGHT_DEEDS, ...RENAMES, ...DECISION_DEEDS };
const total = new Tally();

test.each(Array.from({ length: SEEDS }, (_, place) => place))(
  'history %d: whatever people do and whatever goes wrong, the app shows what can be counted from Jira',
  async (place) => {
    const seed = SEED + place;
    const lived = async (one: History) => {
      const world = await openWorld(ZONES[place % ZONES.length] ?? null);
      try {
        await hold(one, world);
      } finally {
        total.addAll(world.tally);
        await world.site.close();
      }
    };
    if (SHRINKS) return fc.assert(fc.asyncProperty(history, lived), { seed, numRuns: 1 });
    for (const one of fc.sample(history, { seed, numRuns: 1 })) await lived(one);
  },
  MOST_MINUTES_A_SEED * MINUTE,
);

test('each deed and each fault has happened', () => {
  console.info(String(total));
  expect(total.rarerThan(LEAST, [...EVERY_DEED, ...EVERY_FAULT])).toEqual([]);
  expect(
    total.rarerThan(
      LEAST_OF_A_STATE,
      STATES.map((state) => `cells ${state}`),
    ),
  ).toEqual([]);
});

async function hold({ before, after }: History, world: World): Promise<void> {
  await live(before, world, true);
  await comeToRest(world);
  await expectWhatCanBeCounted(world, 'events alone');
  await live(after, world, false);
  await comeToRest(world);
  await reconcile(world);
  await expectWhatCanBeCounted(world, 'events that were lost, and a reconciliation');
  await expectFactsOfJira(world);
}

/** @param lossless whether events alone must bring everything */
async function live(commands: readonly Command[], world: World, lossless: boolean): Promise<void> {
  for (const command of commands) {
    if (typeof command.do === 'object') {
      world.weather.turn(command.do.weather, command, lossless);
      await meetTheWeather(world, command);
    } else if (await DEEDS[command.do](world, command)) world.tally.add(command.do);
    await world.site.site.clock.advance(command.c % 500);
  }
}

/** What goes wrong must meet work, or it would be over before anything happened. */
async function meetTheWeather(world: World, command: Command): Promise<void> {
  for (let edit = 0; edit < 4; edit += 1)
    if (await DEEDS.require(world, { do: 'require', a: command.a + edit, b: command.b + edit, c: edit }))
      world.tally.add('require');
  await world.site.site.clock.advance(5_000);
}

/** The weather is calm, the last lease has ended, and the schedule has looked; that of the night, too, after an interruption. */
async function comeToRest(world: World): Promise<void> {
  const { site, weather } = world;
  await site.site.settle({ within: HOUR });
  weather.clear();
  await site.site.settle({ within: HOUR });
  await site.site.clock.advance(2 * MINUTE);
  await site.site.runSchedule('every-five-minutes');
  await site.site.settle({ within: HOUR });
  if (!world.interrupted) return;
  world.interrupted = false;
  await site.site.runSchedule('every-night');
  await site.site.settle({ within: HOUR });
}

async function reconcile({ site }: World): Promise<void> {
  await site.call('setup.reconcile', { extent: 'full' });
  await site.site.settle({ within: HOUR });
}

async function expectWhatCanBeCounted(world: World, after: string): Promise<void> {
  const { site, words } = world;
  const lost = await tombstones(site);
  const there = new Set(world.issues.map(({ id }) => id));
  expect({ after, lostThoughThere: lost.filter(({ id }) => there.has(id)).map(({ id }) => id) }).toEqual({
    after,
    lostThoughThere: [],
  });
  const seen = await seenFromRest(site, { words, lost });
  const counted = recountFromRest(seen);
  expect({ after, differing: await differingCells(site, counted) }).toEqual({ after, differing: [] });
  expect({ after, ...(await shownByApp(site)) }).toEqual({ after, ...shownFromRest(seen) });
  const silent = fullRecount(new Map(), seen.today);
  const decisions = decisionsOf(seen, world.dayOf);
  const recounted = spoken(fullRecount(await storedFacts(site.site), seen.today, decisions), silent);
  const stored = spoken(await storedCells(site.site), silent);
  const unlike = [...new Set([...Object.keys(stored), ...Object.keys(recounted)])].filter(
    (key) => JSON.stringify(stored[key]) !== JSON.stringify(recounted[key]),
  );
  const told = unlike.map((key) => ({ key, stored: stored[key], recounted: recounted[key] }));
  expect({ after, unlike: told }).toEqual({ after, unlike: [] });
  for (const state of counted.values()) world.tally.add(`cells ${state}`);
}

/** Facts of living issues are those that reading everything into an empty store gives, but for what an issue was before it had its type. */
async function expectFactsOfJira(world: World): Promise<void> {
  const { site } = world.site;
  const living = async () =>
    [...(await storedFacts(site)).values()]
      .filter((fact) => fact.lostOn === null && fact.kind !== 'page')
      .map(({ retypedFrom: _, ...fact }) => fact);
  const kept = await living();
  for (const table of ['item', 'item_reference', 'coverage_cell', 'ingest_cursor'])
    await site.sql(`DELETE FROM ${table}`);
  await site.clock.advance(MINUTE);
  await reconcile(world);
  expect(kept).toEqual(await living());
}
