import { kvs } from '@forge/kvs';
import { migrationRunner } from '@forge/sql';
import { askEmpty } from './ask-empty';
import { askWitnesses } from './ask-witnesses';
import { copyItems } from './copy-items';
import { forgetAppliers, forgetDeciders } from './copy-people';
import { copyCells, copyDecisions, copyHistory } from './copy-rows';
import { copySecondPerson } from './copy-second-person';
import { copyStatement } from './copy-statement';
import { markRules } from './mark-rules';
import { noteUpdate } from './note-update';
import { TABLES } from './tables';

/**
 * A copy is told where it stopped (null at the start), copies one piece and answers where to go on, null at the end. A piece
 * can be copied twice without harm.
 */
interface Copy {
  name: string;
  copy: (from: string | null) => Promise<string | null>;
}

/** What rows of older versions say is put where this version reads it. */
const COPIES: readonly Copy[] = [
  { name: '016-items', copy: copyItems },
  { name: '017-cells', copy: copyCells },
  { name: '018-decisions', copy: copyDecisions },
  { name: '019-history', copy: copyHistory },
  { name: '022-deciders', copy: forgetDeciders },
  { name: '023-appliers', copy: forgetAppliers },
  { name: '025-statement', copy: copyStatement },
  { name: '030-second-person', copy: copySecondPerson },
  { name: '031-rules', copy: markRules },
  { name: '034-witnesses', copy: askWitnesses },
  { name: '036-empty', copy: askEmpty },
  { name: '040-update', copy: () => noteUpdate('040') },
];
const SCHEMA_KEY = 'schema';
/** What the newest version has. */
const newest = `${TABLES[TABLES.length - 1]?.[0]} ${COPIES[COPIES.length - 1]?.name}`;

/** Whoever brings the tables up to date says so here, until this instant: the platform allows 25 DDL statements a minute. */
const CLAIM_KEY = 'schema-migrating';
const CLAIM_MILLISECONDS = 60_000;
/** How often others look whether it is done, and for how long: less than a resolver may run. */
const LOOK_MILLISECONDS = 500;
const LOOKS = 30;

const isUpToDate = async (): Promise<boolean> => (await kvs.get(SCHEMA_KEY)) === newest;

/**
 * Brings the tables up to date; a no-op after the first run of a version. Called before first use and by schedule,
 * because the upgrade event is sent for major versions only
 * (developer.atlassian.com/platform/forge/events-reference/life-cycle). Of several at once one does it and the others
 * wait; whoever waited in vain does it too, for every migration can be run again.
 */
export async function migrate(): Promise<void> {
  if (await isUpToDate()) return;
  const mine = await claim();
  for (let look = 0; !mine && look < LOOKS; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MILLISECONDS));
    if (await isUpToDate()) return;
  }
  try {
    for (const [name, ddl] of TABLES) migrationRunner.enqueue(name, ddl);
    await migrationRunner.run();
    for (const copy of COPIES) await finish(copy);
    await kvs.set(SCHEMA_KEY, newest);
  } finally {
    if (mine) await kvs.delete(CLAIM_KEY);
  }
}

/** True when nobody else is at it. A claim that was left behind by a crash ends by itself. */
async function claim(): Promise<boolean> {
  const until = Date.now() + CLAIM_MILLISECONDS;
  try {
    const claimedUntil = await kvs.get<number>(CLAIM_KEY);
    if (claimedUntil !== undefined && claimedUntil < Date.now()) await kvs.delete(CLAIM_KEY);
    await kvs.set(CLAIM_KEY, until, { keyPolicy: 'FAIL_IF_EXISTS' });
    return true;
  } catch (error) {
    if ((await kvs.get(CLAIM_KEY)) === undefined && !(await isUpToDate())) throw error;
    return false;
  }
}

const DONE = '';

/** Goes on where the last one who was at it stopped, a crash or the end of its time included. */
async function finish({ name, copy }: Copy): Promise<void> {
  const key = `${SCHEMA_KEY}-copy-${name}`;
  let from: string | null = (await kvs.get<string>(key)) ?? null;
  while (from !== DONE) {
    from = (await copy(from)) ?? DONE;
    await kvs.set(key, from);
  }
}
