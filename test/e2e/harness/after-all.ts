import { rmSync } from 'node:fs';

/** The sample organisation that the stories of this run began with. */
export default function afterAll(): void {
  const kept = process.env.SAMPLE_TEMPLATE;
  if (kept !== undefined) rmSync(kept, { recursive: true, force: true });
}
