import { changeConfiguration, readConfiguration } from '../configuration';

/** Has every issue read anew, so that it is known which done work is empty: facts of before do not tell, and count as they did. */
export async function askEmpty(): Promise<null> {
  const now = Date.now();
  const { projects } = await readConfiguration();
  if (projects.length === 0) return null;
  await changeConfiguration((before) => ({ ...before, readAllSince: Math.max(before.readAllSince, now) }));
  return null;
}
