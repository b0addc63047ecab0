import { CHECKS } from '../../host/checks';
import { prepare } from '../host/fixture';
import { type Breach, outcomeOf } from './breach';
import { bufferMemory } from './breaches/buffer-memory';
import { entityIndex } from './breaches/entity-index';
import { eventScope } from './breaches/event-scope';
import { kvsKeyLength } from './breaches/kvs-key-length';
import { kvsWriteRate } from './breaches/kvs-write-rate';
import { licenceOfUser } from './breaches/licence-of-user';
import { logLines } from './breaches/log-lines';
import { storageScope } from './breaches/storage-scope';
import { wideIntegers } from './breaches/wide-integers-as-text';

const BREACHES: readonly Breach[] = [
  storageScope,
  eventScope,
  kvsWriteRate,
  kvsKeyLength,
  entityIndex,
  bufferMemory,
  logLines,
  licenceOfUser,
  wideIntegers,
];

prepare();

test('each check has a breach', () => {
  expect(BREACHES.map(({ check }) => check).sort()).toEqual(Object.keys(CHECKS).sort());
});

describe.each(BREACHES.map((breach) => [breach.check, breach] as const))('%s', (check, breach) => {
  test(`${CHECKS[check]} A breach ends in ${JSON.stringify(breach.refused)}`, async () => {
    expect(await outcomeOf(breach, true)).toEqual(breach.refused);
  });

  test(`without the check the same ends in ${JSON.stringify(breach.letThrough)}`, async () => {
    expect(await outcomeOf(breach, false)).toEqual(breach.letThrough);
  });
});
