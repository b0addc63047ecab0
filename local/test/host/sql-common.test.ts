import { databaseAddress } from '../database';
import { type Fixture, prepare, start } from './fixture';

prepare();

const engines: [string, string | undefined][] = [
  ['SQLite', undefined],
  ...(databaseAddress ? ([['MariaDB', databaseAddress]] as [string, string][]) : []),
];

describe.each(engines)('common table expressions on %s', (_name, address) => {
  let app: Fixture;
  const sql = (statement: string, parameters?: unknown[]) =>
    app.call('sql', { statement, parameters }) as Promise<{ rows: Record<string, unknown>[]; code?: string }>;

  beforeAll(async () => {
    app = await start(address ? { sql: `${address}_${process.pid}_common` } : {});
    await sql(
      'CREATE TABLE IF NOT EXISTS part (id INT NOT NULL, whole INT NULL, weight INT NOT NULL, PRIMARY KEY (id))',
    );
    await sql('INSERT INTO part (id, whole, weight) VALUES (1, NULL, 5), (2, 1, 7), (3, 2, 11), (4, NULL, 13)');
  });

  test('one stands before a SELECT, takes parameters and is named with its columns or without', async () => {
    const heavy =
      'WITH heavy AS (SELECT id, weight FROM part WHERE weight > ?) SELECT id, weight FROM heavy ORDER BY id';
    expect((await sql(heavy, [6])).rows).toEqual([
      { id: 2, weight: 7 },
      { id: 3, weight: 11 },
      { id: 4, weight: 13 },
    ]);
    const two =
      'WITH tops (id) AS (SELECT id FROM part WHERE whole IS NULL), counted (n) AS (SELECT COUNT(*) FROM tops) ' +
      'SELECT t.id, c.n AS tops FROM tops t CROSS JOIN counted c ORDER BY t.id DESC LIMIT 1';
    expect((await sql(two)).rows).toMatchObject([{ tops: '2' }]);
  });

  test('one that names itself walks a tree', async () => {
    const below =
      'WITH RECURSIVE below (id, depth) AS (SELECT id, 0 FROM part WHERE id = ? UNION ALL ' +
      'SELECT p.id, b.depth + 1 FROM part p JOIN below b ON p.whole = b.id) SELECT COUNT(*) AS parts, MAX(depth) AS deepest FROM below';
    const [row] = (await sql(below, [1])).rows;
    expect([row?.parts, Number(row?.deepest)]).toEqual(['3', 2]);
  });

  test.each([
    'WITH gone AS (SELECT id FROM part) DELETE FROM part WHERE id IN (SELECT id FROM gone)',
    'WITH heavy (SELECT id FROM part) SELECT id FROM heavy',
    'WITH heavy AS (SELECT id FROM part)',
    'WITH select AS (SELECT id FROM part) SELECT id FROM part',
  ])('“%s” is outside the subset', async (statement) => {
    expect((await sql(statement)).code).toBe('INVALID_SQL_QUERY');
  });
});
