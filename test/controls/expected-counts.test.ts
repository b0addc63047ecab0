import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import expected from './expected-counts.json';
import { INVENTORY, testWith } from './shared-data';

testWith(INVENTORY, 'the expected counts are what the independent script reads from the file', () => {
  const output = execFileSync(process.execPath, [join(__dirname, 'expected-counts.mjs'), INVENTORY], {
    encoding: 'utf8',
  });
  expect(JSON.parse(output)).toEqual(expected);
});
