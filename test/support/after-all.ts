import { rmSync } from 'node:fs';

/** The enrolled site that the tests of this run began with. */
export default function afterAll(): void {
  const kept = process.env.ENROLLED_TEMPLATE;
  if (kept !== undefined) rmSync(kept, { recursive: true, force: true });
}
