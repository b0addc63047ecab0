import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { styleFindings } from '../../../cli/check/styles';

const SHEET = '.name {}\n.list > .open:is(:hover, :focus) { margin: 0.5px }\n@media (max-width: 0.5px) { .name {} }';
const CODE = `
import styles from './list.module.css';
export const List = ({ styles: words, open }) => (
  <ul className={open ? \`\${styles.list} \${styles.open}\` : styles.list}><li className={styles.name} title="a b">{words}</li></ul>
);`;

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'plumbline-styles-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** What is found in a `static/` of these files. */
function foundIn(files: Readonly<Record<string, string>>): string[] {
  for (const [path, text] of Object.entries({ 'list.module.css': SHEET, 'list.tsx': CODE, ...files })) {
    const file = join(root, 'static/features/list', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return styleFindings(root).map(({ rule, message }) => `${rule}: ${message.replaceAll('static/features/list/', '')}`);
}

test('the style sheets of the app and what uses them have no findings', () => {
  expect(styleFindings(process.cwd())).toEqual([]);
});

test('classes that stand in their module and are used are in order', () => {
  expect(foundIn({})).toEqual([]);
});

test('a misspelt class is found where it is used, and where it is left', () => {
  expect(foundIn({ 'list.tsx': CODE.replace('styles.name', 'styles.nmae') })).toEqual([
    'class-exists: list.tsx:4 uses nmae, which list.module.css does not have.',
    'class-used: list.module.css has .name, which nothing uses.',
  ]);
});

test('a class is taken from a module, by its name', () => {
  const literal = (value: string) => foundIn({ 'list.tsx': CODE.replace('{styles.name}', value) });
  const ofNone = 'class-of-module: list.tsx:4 has a class name of no style sheet: take it from a module.';
  expect(literal('"name"')).toContain(ofNone);
  expect(literal(`{\`\${styles.name} wide\`}`)).toEqual([ofNone]);
  expect(literal("{words === 'two words' ? 'wide' : styles.name}")).toEqual([ofNone]);
  expect(literal('{styles[words]}')).toContain(
    'class-by-name: list.tsx:4 does not name the class of list.module.css that it uses.',
  );
});

test('nothing is looked for by a class, which the build names anew', () => {
  expect(foundIn({ 'keys.ts': "export const at = (one: Element) => one.closest('li, .name');" })).toEqual([
    'class-selects: keys.ts:1 looks for a class: look for a role or attribute.',
  ]);
  expect(foundIn({ 'keys.ts': "export const at = (one: Element) => one.closest('td[aria-label]');" })).toEqual([]);
});

test('a style sheet is a module with a name of its own', () => {
  expect(foundIn({ 'old.css': 'p {}' })).toEqual(['style-is-module: old.css is no module: name it old.module.css.']);
  expect(foundIn({ 'old.css': '', 'more/list.module.css': 'p {}' })).toContain(
    'style-name-unique: more/list.module.css: there is another list.module.css.',
  );
});

test('a sheet that names a class of another one by the name of the build names one that exists', () => {
  const printed = (name: string) => foundIn({ 'print.module.css': `@media print { :global(.${name}) a {} }` });
  expect(printed('list__name')).toEqual([]);
  expect(printed('list__nmae')).toEqual(['class-exists: print.module.css names list__nmae, which does not exist.']);
});
