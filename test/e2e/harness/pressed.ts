import { appendFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FrameCall } from '../../../local/host/bridge/frame-calls';

/** Keeps what this story's screens asked a site for, before the site ends: `npm run pressed` adds up all stories of a run. */
export async function keepPressed(origin: string): Promise<void> {
  // Whoever starts a site without telling a story leaves no evidence.
  const folder = process.env.PRESSED;
  if (folder === undefined) return;
  const story = basename(String(expect.getState().testPath));
  const calls = (await (await fetch(`${origin}/local/frame-calls`)).json()) as FrameCall[];
  appendFileSync(join(folder, `${story}.jsonl`), calls.map((call) => `${JSON.stringify(call)}\n`).join(''));
}
