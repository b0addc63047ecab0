import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validate } from '@forge/manifest';
import { moduleFindings } from '../../../cli/check/modules';
import { onlyAddingFindings } from '../../../cli/check/only-adding';
import { productCalls } from '../../../cli/check/product-calls';
import { scopeFindings } from '../../../cli/check/scopes';
import { SCOPES_TO_COME } from '../../../cli/check/scopes-to-come';
import { sqlTexts } from '../../../cli/check/sql-in-store';
import { bundleApp } from '../../../local/bundle';
import { readManifest } from '../../../local/host/manifest';

/** What `npm run check` says of manifest.yml, but for Atlassian's linters, which take half a minute. */
const ROOT = process.cwd();
const manifest = readManifest(ROOT);
const calls = productCalls(ROOT, ['src', 'static']);
const events = manifest.triggers.flatMap((trigger) => trigger.events);
const rules = (findings: readonly { rule: string }[]) => findings.map(({ rule }) => rule);

describe('manifest.yml', () => {
  test('Atlassian’s validator has nothing to say', async () => {
    expect((await validate(false)).errors ?? []).toEqual([]);
  });

  test('every function is in the real bundle, every entry is built, events and schedules are in order', async () => {
    const bundle = createRequire(__filename)(await bundleApp(ROOT)) as Record<string, unknown>;
    expect(moduleFindings(ROOT, manifest, bundle)).toEqual([]);
    expect(rules(moduleFindings(ROOT, manifest, { ...bundle, factsWriter: undefined }))).toEqual(['handler-missing']);
  });

  test('the declared scopes are the used ones', () => {
    expect(calls.length).toBeGreaterThan(40);
    expect(scopeFindings(manifest.scopes, calls, ['sql'], events)).toEqual([]);
  });

  test('a missing, a spare and an unknown thing are found', () => {
    const [first, ...rest] = manifest.scopes;
    expect(first).toBe('storage:app');
    expect(rules(scopeFindings(rest, calls, ['sql'], events))).toEqual(['scope-missing']);
    expect(rules(scopeFindings([...manifest.scopes, 'read:servicedesk-request'], calls, ['sql'], events))).toEqual([
      'scope-spare',
    ]);
    const strange = { file: 'x.ts', line: 1, method: 'GET', path: '/rest/api/3/nothing' };
    const came = { 'read:page:confluence': 'documents' };
    expect(rules(scopeFindings(manifest.scopes, calls, ['sql'], events, { ...SCOPES_TO_COME, ...came }))).toEqual([
      'scope-came',
    ]);
    const without = manifest.scopes.filter((scope) => scope !== 'write:page:confluence');
    expect(rules(scopeFindings(without, calls, ['sql'], events))).toEqual(['scope-missing']);
    expect(rules(scopeFindings(manifest.scopes, [...calls, strange], ['sql'], events))).toEqual(['known-route']);
    const late = { ...manifest, triggers: [{ key: 'late', function: 'settle', events: ['avi:jira:issue:created'] }] };
    expect(rules(moduleFindings(ROOT, late, {}))).toContain('event-unknown');
  });
});

describe('requests that change Jira’s configuration', () => {
  const sent = (method: string, path: string, file = 'src/blueprint/act.ts') =>
    rules(onlyAddingFindings([{ file, line: 1, method, path }]));

  test('add, or stand in the file for their kind', () => {
    expect(onlyAddingFindings(calls)).toEqual([]);
    expect(calls.map(({ method, path }) => `${method} ${path}`)).toContain('DELETE /rest/api/3/field/0/context/0');
  });

  test('are refused where they remove or replace', () => {
    for (const [method, path] of [
      ['DELETE', '/rest/api/3/field/0/context/0'],
      ['DELETE', '/rest/api/3/field/0/context/0/option/0'],
      ['PUT', '/rest/api/3/field/0/context/0/option'],
      ['POST', '/rest/api/3/field/0/context/0/project/remove'],
      ['POST', '/rest/api/3/field/0/trash'],
      ['DELETE', '/rest/api/3/screens/0/tabs/0/fields/0'],
      ['PUT', '/rest/api/3/statuses'],
      ['DELETE', '/rest/api/3/issueLinkType/0'],
      ['PUT', '/rest/api/3/field/0'],
      ['PUT', '/rest/api/3/screens/0/tabs/0'],
      ['DELETE', '/rest/api/3/screens/0/tabs/0'],
      ['POST', '/rest/api/3/workflows/update'],
      ['PUT', '/rest/api/3/workflowscheme/0'],
    ] as const)
      expect([path, sent(method, path)]).toEqual([path, ['only-adding']]);
    expect(sent('DELETE', '/rest/api/3/field/0/context/0', 'src/jira/configuration/remove-own.ts')).toEqual([]);
    expect(sent('DELETE', '/rest/api/3/field/0', 'src/jira/configuration/remove-own.ts')).toEqual(['only-adding']);
    expect(sent('PUT', '/rest/api/3/issue/0')).toEqual([]);
  });
});

describe('SQL outside the store', () => {
  test.each([
    ['a statement', 'query(`SELECT fact FROM item WHERE item_id = ?`)'],
    ['a change', "const sql = 'DELETE FROM mark';"],
    ['a column of an alias', "const where = 'i.item_id';"],
    ['a comparison with a parameter', "conditions.push('grade = ?');"],
    ['a piece in a template', 'const part = `day BETWEEN ? AND ?`;'],
  ])('%s is found', (_what, text) => {
    expect(sqlTexts('src/usecases/x.ts', text).map(({ rule }) => rule)).toEqual(['sql-in-store']);
  });

  test('a sentence, JQL and an address are none', () => {
    const text = `const a = 'Select a row from the list'; const b = 'project = 1 ORDER BY key'; const c = '/page?x=1';`;
    expect(sqlTexts('src/usecases/x.ts', text)).toEqual([]);
  });
});

describe('REST calls in the sources', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'plumbline-calls-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const found = (source: string) => {
    writeFileSync(join(folder, 'source.ts'), source);
    return productCalls(folder, ['.']).map(({ method, path }) => `${method} ${path}`);
  };

  test('are told with their methods, wherever the path is built', () => {
    expect(found("f({ method: 'PUT', route: route`/rest/api/3/issue/\u0024{id}?a=b` });")).toEqual([
      'PUT /rest/api/3/issue/0',
    ]);
    expect(
      found("function g() { const at = x ? route`/a` : route`/b`; return f({ method: 'GET', route: at }); }"),
    ).toEqual(['GET /a', 'GET /b']);
    expect(found("requestJira(`/rest/api/3/project/\u0024{id}`); requestJira('/c', { method: 'POST' });")).toEqual([
      'GET /rest/api/3/project/0',
      'POST /c',
    ]);
  });

  test('are an error when their method cannot be told', () => {
    expect(() => found("function g() { f({ method: 'GET' }); f({ method: 'PUT' }); return route`/a`; }")).toThrow(
      'method of this request cannot be told',
    );
  });
});
