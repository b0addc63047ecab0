import { SCOPES_TO_COME } from '../../cli/check/scopes-to-come';
import { readManifest } from '../../local/host/manifest';
import { ROOT, read } from './documents';

/** What `docs/security.md` says of tables, scopes and permissions is what the code has. */

const text = read('docs/security.md');

/** Names in code type in the first column of the table below a heading. */
function named(heading: string): string[] {
  const part = text.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return part
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? ''))
    .sort();
}

test('every table is named', () => {
  const made = read('src/store/schema/tables.ts').matchAll(/CREATE TABLE IF NOT EXISTS (\w+)/g);
  expect(named('What the app stores')).toEqual([...new Set([...made].map(([, name]) => name ?? ''))].sort());
});

test('every scope is named, and those to come are said to come', () => {
  expect(named('What each scope is for')).toEqual([...readManifest(ROOT).scopes].sort());
  const toCome = text
    .split('\n')
    .filter((line) => line.includes('| to come:'))
    .flatMap((line) => [...line.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? ''));
  expect(toCome.sort()).toEqual(Object.keys(SCOPES_TO_COME).sort());
});

test('every global permission is named as in the manifest', () => {
  const { modules } = readManifest(ROOT).raw as { modules: { 'jira:globalPermission': { name: string }[] } };
  for (const { name } of modules['jira:globalPermission']) expect(text).toContain(`| _${name}_`);
});
