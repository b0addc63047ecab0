import fc from 'fast-check';

/** What people do on a site in a year, by how often they do it. */
const DEEDS = {
  create: 20,
  move: 26,
  link: 22,
  unlink: 5,
  require: 12,
  rate: 7,
  say: 5,
  describe: 7,
  grade: 7,
  date: 12,
  'odd date': 6,
  resolve: 8,
  delete: 5,
  'move away': 3,
  'move back': 3,
  hide: 3,
  show: 3,
  'archive project': 1,
  wait: 10,
  'midnight passes': 1,
  burst: 1,
  'rename option': 1,
  'rename status': 1,
  'rename field': 1,
  'rename issue type': 1,
  'rename link type': 1,
  'rename resolution': 1,
  'remove option': 1,
  'edit page': 2,
  'archive page': 2,
  'approve policy': 1,
  acknowledge: 2,
  decide: 4,
  'approve statement': 2,
  'submit statement': 1,
  'return statement': 1,
  'take statement back': 2,
  'withdraw approval': 1,
  triage: 3,
  'meet in common': 3,
  conclude: 8,
  'take back conclusion': 1,
  'raise finding': 2,
} as const;
export type Deed = keyof typeof DEEDS;
export const EVERY_DEED = Object.keys(DEEDS) as Deed[];

/** Once every control is decided on, none is undecided any more: so that is for the second part. */
const UNDECIDED = EVERY_DEED.filter((deed) => deed !== 'approve statement');

/** What goes wrong on the platform; `calm` ends whatever does. */
const WEATHER = ['calm', 'twice', 'shuffled', 'late', '429', '503', 'slow SQL', 'kill'] as const;
/** Only a reconciliation brings back what is lost, so it is lost in the second part alone. */
const LOSSY = [...WEATHER, 'lost'] as const;
export type Weather = (typeof LOSSY)[number];
export const EVERY_FAULT = LOSSY.filter((one) => one !== 'calm');

/** One thing that happens. What the three numbers choose hangs on what there is at that moment: which issue, field, day. */
export interface Command {
  do: Deed | { weather: Weather };
  a: number;
  b: number;
  c: number;
}

export interface History {
  /** Nothing is lost: events alone must bring everything. */
  before: Command[];
  /** Events are lost too: a reconciliation must bring everything. */
  after: Command[];
}

const LENGTH = { before: 150, after: 100 };
/** So often each deed and each fault is in a history at least, since some find nothing to be done to. */
const AT_LEAST = { before: 2, after: 1 };

const number = fc.nat({ max: 9_999 });
const command = (what: fc.Arbitrary<Command['do']>): fc.Arbitrary<Command> =>
  fc.record({ do: what, a: number, b: number, c: number });
const weighted = (deeds: readonly Deed[]) =>
  fc.oneof(...deeds.map((deed) => ({ weight: DEEDS[deed], arbitrary: fc.constant(deed) })));

function part(
  length: number,
  atLeast: number,
  faults: readonly Weather[],
  deeds: readonly Deed[],
): fc.Arbitrary<Command[]> {
  const needed: Command['do'][] = Array.from({ length: atLeast }, () => [
    ...deeds,
    ...faults.flatMap((weather) => [{ weather }, { weather }]),
  ]).flat();
  const others = length - needed.length;
  return fc
    .tuple(
      fc.array(command(weighted(deeds)), { minLength: others, maxLength: others }),
      fc.tuple(...needed.map((what) => fc.tuple(command(fc.constant(what)), fc.nat({ max: length })))),
    )
    .map(([chance, placed]) => {
      const commands = [...chance];
      for (const [one, place] of placed) commands.splice(place % (commands.length + 1), 0, one);
      return commands;
    });
}

/** What can carry a requirement: four AI systems, and risks, nonconformities and tasks beside them, some of them moved and linked. */
const FIRST: readonly Command[] = [
  ...[0, 1, 2, 3, 3, 3, 3, 4, 5, 6, 6, 7, 0, 1].map((a, place): Command => ({ do: 'create', a, b: place, c: place })),
  ...[0, 1, 2, 3, 7, 8].map((a): Command => ({ do: 'link', a, b: a, c: 2 * a })),
  ...[3, 4, 5, 6].map((a): Command => ({ do: 'move', a, b: 7, c: a })),
];

/** 250 operations: 150 and then 100. */
export const history: fc.Arbitrary<History> = fc.record({
  before: part(LENGTH.before - FIRST.length, AT_LEAST.before, WEATHER, UNDECIDED).map((commands) => [
    ...FIRST,
    ...commands,
  ]),
  after: part(LENGTH.after, AT_LEAST.after, LOSSY, [...EVERY_DEED, 'approve statement', 'approve statement']),
});
