import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bench, person } from './site';

test('on disk everything of Confluence is there again after a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'confluence-'));
  const databasePath = join(folder, 'confluence.sqlite');
  const first = bench({ databasePath });
  const space = await first.space('KEPT');
  const page = await first.page(space.id, 'Kept page');
  const child = await first.page(space.id, 'Child', { parentId: page.id });
  expect((await first.edit(page, 'Second text')).status).toBe(200);
  await first.done('POST', `/pages/${page.id}/properties`, { key: 'note', value: { a: 1 } });
  const restriction = { operation: 'read', restrictions: { user: [{ type: 'known', accountId: 'admin' }] } };
  await first.done('PUT', `/wiki/rest/api/content/${child.id}/restriction`, [restriction]);
  first.confluence.close();

  const again = bench({ databasePath });
  const read = await again.done('GET', `/pages/${page.id}?body-format=atlas_doc_format`);
  expect(read).toMatchObject({ title: 'Kept page', version: { number: 2 } });
  expect(read.body.atlas_doc_format.value).toContain('Second text');
  const old = await again.done('GET', `/pages/${page.id}?body-format=atlas_doc_format&version=1`);
  expect(old.body.atlas_doc_format.value).toContain('Kept page');
  expect((await again.done('GET', `/pages/${page.id}/properties`)).results).toMatchObject([
    { key: 'note', value: { a: 1 } },
  ]);
  expect((await again.call('GET', `/pages/${child.id}`, undefined, person('bob'))).status).toBe(404);
  // Ids go on where they were: nothing new takes the place of what is there.
  const later = await again.page(space.id, 'Later');
  expect(Number(later.id)).toBeGreaterThan(Number(child.id));
  again.confluence.close();
  rmSync(folder, { recursive: true, force: true });
});
