import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEnrolled } from '../support/enrolled';
import { scansOf } from './plans';

test('a plan that goes through a table is found under whatever name, and one that an index leads is none', async () => {
  const data = mkdtempSync(join(tmpdir(), 'plumbline-plans-'));
  const site = await openEnrolled({ data });
  await site.close();
  const scans = (text: string) => scansOf(join(data, 'app.sqlite'), [text], ['item', 'coverage_cell']).length;
  expect(scans('SELECT fact FROM item WHERE item_id = ?')).toBe(0);
  expect(scans('SELECT fact FROM item WHERE fence = ?')).toBe(1);
  expect(scans('SELECT i.fact FROM item_reference r JOIN item i ON i.item_id = r.item_id WHERE r.target_id = ?')).toBe(
    0,
  );
  expect(scans('SELECT c.state FROM coverage_cell c WHERE c.state = ?')).toBe(1);
  expect(scans('UPDATE coverage_cell SET state = ? WHERE state = ?')).toBe(1);
  rmSync(data, { recursive: true });
});
