import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CAPABILITIES } from '../../host/capabilities';
import { PLATFORM_LIMITS } from '../../host/limits';
import { readManifest } from '../../host/manifest';

test('every limit bounds one capability, and each is served where the table says', () => {
  const all = Object.values(CAPABILITIES);
  expect(all.flatMap(({ limits }): string[] => [...limits]).sort()).toEqual(Object.keys(PLATFORM_LIMITS).sort());
  expect(all.map(({ home }) => home).filter((home) => !existsSync(join(__dirname, '../..', home)))).toEqual([]);
});

test('modules that nothing serves are told by name', () => {
  const root = mkdtempSync(join(tmpdir(), 'manifest-'));
  writeFileSync(
    join(root, 'manifest.yml'),
    `app: { id: x }
modules:
  webtrigger: [{ key: hook, function: f }]
  jira:issueGlance: [{ key: glance, title: Glance }]
  jira:globalPage: [{ key: page, title: Page }]
  function: [{ key: f, handler: index.f }]
`,
  );
  expect(readManifest(root).unserved).toEqual(['webtrigger', 'jira:issueGlance']);
});
