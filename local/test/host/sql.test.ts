import { realClock } from '../../clock';
import { databaseAddress } from '../database';
import { type Fixture, prepare, start } from './fixture';

prepare();

const engines: [string, string | undefined][] = [
  ['SQLite', undefined],
  ...(databaseAddress ? ([['MariaDB', databaseAddress]] as [string, string][]) : []),
];

describe.each(engines)('on %s', (_name, address) => {
  let app: Fixture;
  let number = 0;
  const sql = (statement: string, parameters?: unknown[]) =>
    app.call('sql', { statement, parameters }) as Promise<{
      rows: never;
      code?: string;
      message?: string;
      context?: { debug?: { errno: number; code: string } };
    }>;
  const changes = async (statement: string, parameters?: unknown[]) =>
    ((await sql(statement, parameters)).rows as { affectedRows: number }).affectedRows;
  const rows = async (statement: string, parameters?: unknown[]) =>
    (await sql(statement, parameters)).rows as Record<string, unknown>[];

  beforeEach(async () => {
    number += 1;
    app = await start({
      limits: { invokeRequestBytes: 2 ** 24 },
      ...(address ? { sql: `${address}_${process.pid}_${number}` } : {}),
    });
    await sql(
      'CREATE TABLE IF NOT EXISTS cell (scope VARCHAR(8) NOT NULL, req VARCHAR(8) NOT NULL, state TEXT NULL, fence BIGINT NOT NULL, n INT NULL, PRIMARY KEY (scope, req), KEY by_req (req))',
    );
  });

  test('affectedRows counts 1 for a new row, 2 for a changed one, 0 for one that stays', async () => {
    const upsert =
      'INSERT INTO cell (scope, req, state, fence) VALUES (?,?,?,?),(?,?,?,?) ON DUPLICATE KEY UPDATE state = IF(VALUES(fence) >= fence, VALUES(state), state), fence = GREATEST(fence, VALUES(fence))';
    expect(await changes(upsert, ['s', '4.1', 'a', 1, 's', '4.2', 'b', 1])).toBe(2);
    expect(await changes(upsert, ['s', '4.1', 'a', 1, 's', '4.2', 'c', 2])).toBe(2);
    expect(await changes(upsert, ['s', '4.2', 'old', 1, 's', '4.3', 'd', 1])).toBe(1);
    expect(await rows("SELECT req, state, fence FROM cell WHERE scope = 's' ORDER BY req")).toEqual([
      { req: '4.1', state: 'a', fence: '1' },
      { req: '4.2', state: 'c', fence: '2' },
      { req: '4.3', state: 'd', fence: '1' },
    ]);
  });

  test('UPDATE counts changed rows, and an expression sees the columns to its left as they are then', async () => {
    await sql("INSERT INTO cell (scope, req, state, fence, n) VALUES ('s','1','a',1,1),('s','2','a',2,2)");
    expect(await changes("UPDATE cell SET state = 'a' WHERE scope = 's'")).toBe(0);
    expect(await changes('UPDATE cell SET fence = fence + 1, n = fence * 10 WHERE req = ?', ['1'])).toBe(1);
    expect(await rows("SELECT fence, n FROM cell WHERE req = '1'")).toEqual([{ fence: '2', n: 20 }]);
    expect(
      await changes(
        'INSERT INTO cell (scope, req, state, fence, n) VALUES (?,?,?,?,?) ON DUPLICATE KEY UPDATE fence = VALUES(fence), n = IF(fence = 9, 90, 0)',
        ['s', '1', 'z', 9, 0],
      ),
    ).toBe(2);
    expect(await rows("SELECT n FROM cell WHERE req = '1'")).toEqual([{ n: 90 }]);
    expect(await changes('DELETE FROM cell WHERE req IN (?,?) AND fence <= ?', ['1', '2', 5])).toBe(1);
  });

  test('INSERT from SELECT updates what exists', async () => {
    await sql("INSERT INTO cell (scope, req, state, fence) VALUES ('s','1','a',1),('t','2','b',1)");
    const copy =
      "INSERT INTO cell (scope, req, state, fence) SELECT scope, req, 'new', fence + 1 FROM cell WHERE scope = 's' ON DUPLICATE KEY UPDATE state = VALUES(state), fence = VALUES(fence)";
    expect(await changes(copy)).toBe(2);
    expect(await rows('SELECT state, fence FROM cell ORDER BY scope')).toEqual([
      { state: 'new', fence: '2' },
      { state: 'b', fence: '1' },
    ]);
  });

  test('SELECT joins, groups, counts, uses windows, unions and rows in IN; a sum arrives as text', async () => {
    await sql("INSERT INTO cell (scope, req, state, fence) VALUES ('s','1','a',1),('s','2','a',2),('t','1','b',3)");
    expect(
      await rows(
        'SELECT scope, COUNT(*) AS n, SUM(fence) AS total FROM cell GROUP BY scope HAVING COUNT(*) > 0 ORDER BY scope',
      ),
    ).toEqual([
      { scope: 's', n: '2', total: '3' },
      { scope: 't', n: '1', total: '3' },
    ]);
    expect(
      await rows(
        'SELECT a.req FROM cell a LEFT JOIN cell b ON b.req = a.req AND b.scope <> a.scope WHERE b.req IS NULL',
      ),
    ).toEqual([{ req: '2' }]);
    expect(
      await rows(
        'SELECT req, ROW_NUMBER() OVER (PARTITION BY scope ORDER BY req) AS place FROM cell WHERE (scope, req) IN ((?,?),(?,?)) ORDER BY place',
        ['s', '1', 's', '2'],
      ),
    ).toEqual([
      { req: '1', place: '1' },
      { req: '2', place: '2' },
    ]);
    expect(
      await rows(
        "SELECT 'x' AS source, NULL AS state FROM cell WHERE req = '2' UNION ALL SELECT 'y', state FROM (SELECT state FROM cell WHERE EXISTS (SELECT 1 FROM cell c WHERE c.scope = 't')) q ORDER BY source LIMIT 2",
      ),
    ).toHaveLength(2);
    const [like] = await rows("SELECT CASE WHEN state LIKE 'A%' THEN 1 ELSE 0 END AS big FROM cell WHERE req = '2'");
    expect(Number(like?.big)).toBe(0); // A literal's own type differs between the engines.
  });

  test.each([
    ['a text that is too long', "INSERT INTO cell (scope, req, fence) VALUES ('123456789', '1', 1)", 1406],
    ['a text for a number', "INSERT INTO cell (scope, req, fence) VALUES ('s', '1', 'x')", 1366],
    ['a number outside INT', "INSERT INTO cell (scope, req, fence, n) VALUES ('s', '1', 1, 3000000000)", 1264],
    ['NULL where none may be', "INSERT INTO cell (scope, req, fence) VALUES ('s', '1', NULL)", 1048],
    ['a key twice', "INSERT INTO cell (scope, req, fence) VALUES ('s', '1', 1), ('s', '1', 1)", 1062],
    ['a table that is not there', 'SELECT * FROM nowhere', 1146],
    ['a column that is not there', 'SELECT nothing FROM cell', 1054],
    ['an index twice', 'ALTER TABLE cell ADD INDEX by_req (req)', 1061],
  ])('%s is MySQL’s error %3$s', async (_what, statement, errno) => {
    const answer = await sql(statement);
    expect(answer.code).toBe('SQL_EXECUTION_ERROR');
    expect(answer.context?.debug?.errno).toBe(errno);
  });

  test.each([
    ['SELECT NOW()'],
    ['SELECT 1 / 2'],
    ['SELECT 1; SELECT 2'],
    ['SELECT "x"'],
    ['SELECT 1 -- why'],
    ['DROP TABLE cell'],
    ['REPLACE INTO cell (scope) VALUES (1)'],
    ["INSERT INTO cell (scope, req, fence) VALUES ('s','1',1) AS new ON DUPLICATE KEY UPDATE fence = new.fence"],
    ['SELECT GROUP_CONCAT(req) FROM cell'],
    ['SELECT req FROM cell LIMIT ?'],
    ['SELECT req FROM cell c RIGHT JOIN cell d ON c.req = d.req'],
    ['SELECT until FROM cell'],
    ['CREATE TABLE x (id BIGINT PRIMARY KEY AUTO_INCREMENT)'],
    ['CREATE TABLE IF NOT EXISTS x (at TIMESTAMP NOT NULL, PRIMARY KEY (at))'],
    ['ALTER TABLE cell DROP COLUMN n'],
    ['ALTER TABLE cell ADD COLUMN m INT'],
    ['ALTER TABLE cell ADD COLUMN IF NOT EXISTS (m INT NOT NULL)'],
    ['UPDATE cell SET n = 1 LIMIT 1'],
    ['SHOW VARIABLES'],
  ])('“%s” is outside the subset, and the list is named', async (statement) => {
    const answer = await sql(statement);
    expect(answer.code).toBe('INVALID_SQL_QUERY');
    expect(answer.message).toContain('The local host runs only');
  });

  test('SHOW answers tables, columns and indexes', async () => {
    expect(Object.values((await rows('SHOW TABLES'))[0] ?? {})).toEqual(['cell']);
    expect((await rows('SHOW COLUMNS FROM cell')).map((row) => [row.Field, row.Null, row.Key])).toContainEqual([
      'scope',
      'NO',
      'PRI',
    ]);
    expect((await rows('SHOW INDEXES FROM cell')).map((row) => row.Key_name)).toEqual(['PRIMARY', 'PRIMARY', 'by_req']);
  });

  test('a column is added once, and rows that stand have its default', async () => {
    await sql("INSERT INTO cell (scope, req, fence) VALUES ('s', '1', 1)");
    const add = "ALTER TABLE cell ADD COLUMN IF NOT EXISTS (m INT NULL, word VARCHAR(4) NOT NULL DEFAULT 'none')";
    await sql(add);
    await sql("UPDATE cell SET m = 5 WHERE req = '1'");
    expect((await sql(add)).code).toBeUndefined();
    expect(await rows('SELECT m, word FROM cell')).toEqual([{ m: 5, word: 'none' }]);
    expect((await sql('ALTER TABLE nowhere ADD COLUMN IF NOT EXISTS (m INT NULL)')).context?.debug?.errno).toBe(1146);
    expect((await sql("UPDATE cell SET word = 'longer'")).context?.debug?.errno).toBe(1406);
  });

  test('migrations of the SDK run once', async () => {
    expect(await app.call('migrate')).toEqual({ ran: ['001'], listed: ['001'] });
    expect(await app.call('migrate')).toEqual({ ran: [], listed: ['001'] });
  });

  test('many rows go in with one statement', async () => {
    const parameters = Array.from({ length: 10_000 }, (_, index) => ['s', String(index), 'state', index]).flat();
    const statement = `INSERT INTO cell (scope, req, state, fence) VALUES ${new Array(10_000).fill('(?,?,?,?)').join(',')} ON DUPLICATE KEY UPDATE state = VALUES(state)`;
    expect(await changes(statement, parameters)).toBe(10_000);
    expect(await rows('SELECT COUNT(*) AS n FROM cell')).toEqual([{ n: '10000' }]);
  });

  test('requests over 1 MiB and answers over 4 MiB are refused', async () => {
    expect(await sql('SELECT ?', ['x'.repeat(1_100_000)])).toMatchObject({ code: 'SQL_EXECUTION_ERROR' });
    await sql(
      `INSERT INTO cell (scope, req, state, fence) VALUES ${new Array(80)
        .fill(0)
        .map((_, index) => `('s','${index}',?,1)`)
        .join(',')}`.slice(0, 100_000),
      new Array(80).fill('x'.repeat(10_000)),
    );
    const many = new Array(6).fill('SELECT state FROM cell').join(' UNION ALL ');
    expect((await sql(many)).message).toContain('Forge SQL gives at most');
  });
});

test('78,000 cells are written in seconds and grouped in tens of milliseconds', async () => {
  const { site } = await start();
  await site.sql(
    'CREATE TABLE IF NOT EXISTS cell (scope VARCHAR(64) NOT NULL, req VARCHAR(16) NOT NULL, state VARCHAR(16) NOT NULL, fence BIGINT NOT NULL, PRIMARY KEY (scope, req), KEY totals (req, state))',
  );
  const before = performance.now();
  const statement = `INSERT INTO cell (scope, req, state, fence) VALUES ${new Array(500).fill('(?,?,?,?)').join(',')} ON DUPLICATE KEY UPDATE state = IF(VALUES(fence) >= fence, VALUES(state), state), fence = GREATEST(fence, VALUES(fence))`;
  for (let at = 0; at < 78_000; at += 500) {
    await site.sql(
      statement,
      Array.from({ length: 500 }, (_, index) => [
        `system-${Math.floor((at + index) / 70)}`,
        `A.${(at + index) % 70}`,
        'met',
        1,
      ]).flat(),
    );
  }
  const written = performance.now();
  expect(await site.sql('SELECT req, state, COUNT(*) AS n FROM cell GROUP BY req, state')).toHaveLength(70);
  expect(written - before).toBeLessThan(8_000);
  expect(performance.now() - written).toBeLessThan(250);
});

test('a SELECT over its time is refused, and writes over their rate on the machine’s clock', async () => {
  const slow = await start({ limits: { selectMs: -1 } });
  expect(await slow.call('sql', { statement: 'SELECT 1 AS one' })).toMatchObject({ code: 'QUERY_TIMED_OUT' });
  const { call } = await start({ clock: realClock(), limits: { dmlPerSecond: 1 } });
  await call('migrate');
  const write = {
    statement: "INSERT INTO note (id, body) VALUES ('a', 'b') ON DUPLICATE KEY UPDATE body = VALUES(body)",
  };
  expect(
    [await call('sql', write), await call('sql', write)].some(
      (answer) => (answer as { code?: string }).code === 'RATE_LIMIT_EXCEEDED',
    ),
  ).toBe(true);
});
