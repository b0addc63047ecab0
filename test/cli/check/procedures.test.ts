import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { procedureFindings } from '../../../cli/check/procedures';

const ROOT = process.cwd();

/** An app with one page, in a folder of its own. */
const APP: Readonly<Record<string, string>> = {
  'manifest.yml': 'app: { id: one }\nresources: [{ key: main, path: static/dist, entry: { page: page.html } }]\n',
  'tsconfig.json': '{ "compilerOptions": { "module": "ESNext", "moduleResolution": "bundler" } }',
  'static/entries/page.html': '<script type="module" src="./page.tsx"></script>',
  'static/entries/page.tsx':
    "import { shown } from '../features/shown';\nimport type { Form } from '../features/form';\nshown as Form;",
  'static/features/shown.ts': "export const shown = call('shown.read');",
  'static/features/form.ts': "export type Form = unknown;\ncall('form.save');",
  'static/features/left-over.ts': "call('left.over');",
};

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-screens-'));
  for (const [path, text] of Object.entries(APP)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const foundIn = (root: string, names: readonly string[], toCome: Readonly<Record<string, string>> = {}): string[] =>
  procedureFindings(root, names, toCome).map(({ message }) => message);

test('every procedure has a screen, or stands in the list of screens to come', () => {
  expect(procedureFindings(ROOT)).toEqual([]);
});

test('a procedure without a screen is found, and one that got its screen and still stands in the list', () => {
  expect(foundIn(folder, ['nobody.calls'])).toEqual([expect.stringContaining('nobody.calls')]);
  expect(foundIn(folder, ['nobody.calls'], { 'nobody.calls': 'Something' })).toEqual([]);
  expect(foundIn(folder, ['shown.read'], { 'shown.read': 'Page' })).toEqual([expect.stringContaining('has a screen')]);
});

test('only a file that an entry leads to counts, and naming its type leads nowhere', () => {
  expect(foundIn(folder, ['shown.read', 'form.save', 'left.over'])).toEqual([
    expect.stringContaining('form.save'),
    expect.stringContaining('left.over'),
  ]);
});
