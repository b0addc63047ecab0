import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ERRORS } from '../../src/errors';
import { missingCommands, missingPaths, unknownErrors } from './claims';
import { DOCUMENTS, ROOT, read } from './documents';

const CODES: ReadonlySet<string> = new Set(Object.keys(ERRORS));
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

describe.each(DOCUMENTS)('%s', (document) => {
  const text = read(document);

  test('every path is there', () => {
    expect(missingPaths(text, ROOT, dirname(document))).toEqual([]);
  });

  test('every command is in package.json', () => {
    expect(missingCommands(text, scripts)).toEqual([]);
  });

  test('every error is one of the registry', () => {
    expect(unknownErrors(text, CODES)).toEqual([]);
  });
});

test('comments of the code name errors of the registry', () => {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const named = files.flatMap((file) =>
    unknownErrors(readFileSync(join(ROOT, 'src', file), 'utf8'), CODES).map((code) => `${file}: ${code}`),
  );
  expect(files.length).toBeGreaterThan(200);
  expect(named).toEqual([]);
});

describe('what would be found', () => {
  let root: string;
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'plumbline-docs-'));
    mkdirSync(join(root, 'src/shop'), { recursive: true });
    for (const file of ['src/shop/till.ts', 'src/shop/price.ts', 'README.md']) writeFileSync(join(root, file), '');
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test.each([
    ['a file that is there', '`src/shop/till.ts`', []],
    ['one that is not', 'See `src/shop/tax.ts`.', ['1: src/shop/tax.ts']],
    ['a folder that is not', '`src/bank/`', ['1: src/bank/']],
    ['a folder without its stroke', '`src/bank`', ['1: src/bank']],
    ['a name beside another', '`src/shop/till.ts`, `price.ts`, `tax.ts`', ['1: tax.ts']],
    ['a name beside nothing', '`src/shop/till.ts`\n\n`price.ts`', ['3: price.ts']],
    ['any name', '`src/shop/<thing>.ts` and `src/<room>/till.ts`', []],
    ['any name of which there is none', '`src/shop/<thing>.css`', ['1: src/shop/<thing>.css']],
    ['what a command runs', '`node build/pack.cjs`', ['1: build/pack.cjs']],
    ['a link', '[one](src/shop) and [two](docs/two.md)', ['1: docs/two.md']],
    ['what is no path', '`POST /rest/api`, `a.b(c)`, `@forge/api`, `workflows/update`, `coverage.overview`', []],
  ])('of paths: %s', (_what, text, missing) => {
    expect(missingPaths(text, root)).toEqual(missing);
  });

  test('of commands: what package.json does not have', () => {
    const told =
      'As npm says:\n\n    npm ci && npm start\n\n`npm run -s check -- --all`, `npm run bake`, `npm e2e`, `npm install -D x`';
    expect(missingCommands(told, { start: '', check: '' })).toEqual(['npm run bake', 'npm e2e']);
    expect(missingCommands('    npm run bake # later', {})).toEqual(['npm run bake']);
  });

  test('of errors: a code that is none', () => {
    const told = 'the error `not-here` and errors `gone-now`\n * @throws AppError not-here, lost-too; known-one when';
    expect(unknownErrors(told, new Set(['known-one', 'gone-now']))).toEqual(['not-here', 'not-here', 'lost-too']);
  });
});
