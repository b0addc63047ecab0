import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The tests of one run begin with copies of one enrolled site, which the first of them makes: that takes ten seconds. */
export default function beforeAll(): void {
  process.env.ENROLLED_TEMPLATE = mkdtempSync(join(tmpdir(), 'plumbline-enrolled-'));
}
