import { entitiesOf } from '../../host/kvs/entities';
import { type Fixture, prepare, start } from './fixture';

prepare();

let app: Fixture;
const ask = (asked: Record<string, unknown>) =>
  app.call('entity-query', asked) as Promise<{ keys?: string[]; nextCursor?: string; code?: string }>;
const keys = async (asked: Record<string, unknown>) => (await ask(asked)).keys;

const PEOPLE: [key: string, value: Record<string, unknown>][] = [
  ['ann', { name: 'Ann', gender: 'f', age: 40, since: 2001 }],
  ['bob', { name: 'Bob', gender: 'm', age: 20, since: 2005 }],
  ['cai', { name: 'Cai', gender: 'm', age: 20, since: 2003 }],
  ['dan', { name: 'Dan', gender: 'm', age: 20, since: 2010 }],
  ['eve', { name: 'Eve', gender: 'f', age: 40 }],
];

beforeAll(async () => {
  app = await start();
  for (const [key, value] of PEOPLE) await app.call('kvs', { does: 'entity-set', entity: 'person', key, value });
});

test('an index gives what has its attributes, in its order, either way', async () => {
  expect(await keys({ index: 'since' })).toEqual(['ann', 'cai', 'bob', 'dan']);
  expect(await keys({ index: 'since', sort: 'DESC' })).toEqual(['dan', 'bob', 'cai', 'ann']);
  expect(await keys({ index: 'by-key', where: ['beginsWith', 'e'] })).toEqual(['eve']);
});

test('a partition is matched exactly, and the range within it by a condition', async () => {
  const asked = { index: 'by-gender-and-age', partition: ['m', 20] };
  expect(await keys(asked)).toEqual(['cai', 'bob', 'dan']);
  expect(await keys({ ...asked, where: ['greaterThan', 2003] })).toEqual(['bob', 'dan']);
  expect(await keys({ ...asked, where: ['between', 2003, 2005] })).toEqual(['cai', 'bob']);
  expect(await keys({ ...asked, where: ['lessThanEqualTo', 2005], sort: 'DESC' })).toEqual(['bob', 'cai']);
});

test('a page ends with a cursor, and what a filter leaves of a page may be nothing', async () => {
  const first = await ask({ index: 'since', limit: 3 });
  expect(first).toEqual({ keys: ['ann', 'cai', 'bob'], nextCursor: expect.any(String) });
  expect(await ask({ index: 'since', limit: 3, cursor: first.nextCursor })).toEqual({ keys: ['dan'] });
  const filtered = { index: 'since', limit: 2, filters: [['name', 'equalTo', 'Dan']] };
  const empty = await ask(filtered);
  expect(empty.keys).toEqual([]);
  expect(await ask({ ...filtered, cursor: empty.nextCursor })).toEqual({ keys: ['dan'] });
});

test('filters are joined by “and” or by “or”', async () => {
  const filters = [
    ['name', 'contains', 'a'],
    ['since', 'notExists'],
  ];
  expect(await keys({ index: 'by-key', filters })).toEqual([]);
  expect(await keys({ index: 'by-key', filters, or: true })).toEqual(['cai', 'dan', 'eve']);
  expect(
    await keys({
      index: 'by-key',
      filters: [
        ['name', 'notContains', 'a'],
        ['age', 'notEqualTo', 20],
      ],
    }),
  ).toEqual(['ann', 'eve']);
});

test.each([
  ['an index that is not declared', { index: 'age' }, 'INVALID_ENTITY_INDEX'],
  ['a partition without all its values', { index: 'by-gender-and-age', partition: ['m'] }, 'INVALID_ENTITY_INDEX'],
  ['an entity that is not declared', { entity: 'pet', index: 'by-key' }, 'INVALID_ENTITY'],
  ['a page of 101', { index: 'since', limit: 101 }, 'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE'],
  ['a start of a number', { index: 'since', where: ['beginsWith', 2] }, 'INVALID_FILTER_CONDITION'],
  ['a filter of any type', { index: 'since', filters: [['more', 'equalTo', 1]] }, 'INVALID_FILTER_CONDITION'],
  ['a filter of no attribute', { index: 'since', filters: [['shoe', 'equalTo', 1]] }, 'INVALID_FILTER_CONDITION'],
  ['a cursor of nobody', { index: 'since', cursor: 'x' }, 'INVALID_CURSOR'],
  [
    'more than 100 conditions',
    { index: 'since', filters: Array.from({ length: 101 }, () => ['age', 'equalTo', 1]) },
    'INVALID_QUERY',
  ],
])('%s is refused', async (_what, asked, code) => {
  expect(await ask(asked)).toMatchObject({ code });
});

test('an index of what has no order is refused when the manifest is read', () => {
  const of = (indexes: unknown) => ({
    app: { storage: { entities: [{ name: 'box', attributes: { body: { type: 'any' } }, indexes }] } },
  });
  expect(() => entitiesOf(of(['body']))).toThrow('the index body of the entity box is of body, which is any');
  expect(() => entitiesOf(of([{ name: 'i', range: ['size'] }]))).toThrow('which is no attribute');
  expect(() => entitiesOf(of([{ name: 'i', range: ['body', 'body'] }]))).toThrow('app.storage.entities[0].indexes[0]');
});
