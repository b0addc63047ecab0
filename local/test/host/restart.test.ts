import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { virtualClock } from '../../clock';
import { prepare, start } from './fixture';

prepare();

test('a host that was killed goes on after a restart: rows are kept, what waited or ran comes', async () => {
  const data = mkdtempSync(join(tmpdir(), 'host-'));
  const root = resolve(__dirname, '../../..');
  const ended = spawnSync(process.execPath, ['--import', 'tsx', join(__dirname, 'killed-host.ts'), data], {
    cwd: root,
  });
  expect(ended.signal).toBe('SIGKILL');
  const { site, seen } = await start({ data, clock: virtualClock(Date.now() + 2_000) });
  await site.settle();
  expect((await seen()).map((line) => line.split(' ')[0]).sort()).toEqual(['running', 'waiting']);
  expect(await site.sql('SELECT body FROM note')).toEqual([{ body: 'kept' }]);
});
