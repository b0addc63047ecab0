import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** D10. What the command line does not understand is refused with how it is used; help is help. */
const ROOT = resolve(__dirname, '../..');
const FILE = join(mkdtempSync(join(tmpdir(), 'inventory-')), 'inventory.csv');

beforeAll(() =>
  writeFileSync(
    FILE,
    'Name,Purpose,Owner,Vendor,Stage,Our part,Impact assessment,Personal data,Risks\nFraud score,,Claims,,Operation,,Yes,,\n',
  ),
);

function runFile(file: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', join(ROOT, file), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const run = (...args: string[]) => runFile('cli/gap-analysis/gap-analysis.ts', args);
const start = (...args: string[]) => runFile('cli/start.ts', args);

test.each([['--help'], ['-h'], ['--help', FILE]])('%s %s prints how it is used, and nothing is analysed', (...args) => {
  const { status, stdout, stderr } = run(...args);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^npm run gap-analysis -- FILE .*--as-of DATE/);
  expect(stdout).not.toContain('Gap analysis as of');
});

test.each([
  [[FILE, 'another.csv'], /another\.csv/],
  [[FILE, '--unknown'], /--unknown/],
  [[FILE, '--as-of', '2024-02-31'], /"2024-02-31" is not a day/],
  [[FILE, '--as-of', '2024-13-01'], /is not a day/],
  [[FILE, '--as-of'], /as-of/],
  [[], /No file given/],
])('%j is refused with a remedy and no stack', (args, words) => {
  const { status, stdout, stderr } = run(...args);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^usage: /);
  expect(stderr).toMatch(words);
  expect(stderr).not.toMatch(/\n\s+at /);
});

test('the local site prints how it is started, and starts nothing', () => {
  const { status, stdout, stderr } = start('--help');
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^npm start -- .*--import FILE/);
});

test.each([
  [['--unknown'], /--unknown/],
  [['--mapping', 'x'], /--mapping goes with --import/],
])('a start with %j is refused with a remedy and no stack', (args, words) => {
  const { status, stdout, stderr } = start(...args);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^usage: /);
  expect(stderr).toMatch(words);
  expect(stderr).not.toMatch(/\n\s+at /);
});
