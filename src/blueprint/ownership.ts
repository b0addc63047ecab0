import { changeConfiguration } from '../store/configuration';
import type { Ref } from './identity';

/**
 * Makes an object and keeps its id. What is about to be made is written down first: a crash between Jira's answer and the
 * keeping is recovered by the marker, or, where Jira gives no place for one, by what is there now and was not before.
 */
export async function make(ref: Ref, create: () => Promise<string>): Promise<string> {
  const made = await makeAll([ref], async () => ({ [ref]: await create() }));
  return made[ref] ?? '';
}

/** As `make`, for what one request of Jira makes together. */
export async function makeAll(
  refs: readonly Ref[],
  create: () => Promise<Record<Ref, string>>,
): Promise<Record<Ref, string>> {
  await changeConfiguration((before) => ({ ...before, making: [...new Set([...before.making, ...refs])].sort() }));
  const made = await create();
  await keep(made);
  return made;
}

/** Keeps ids of what the app made. */
export async function keep(made: Readonly<Record<Ref, string>>): Promise<void> {
  await changeConfiguration((before) => ({
    ...before,
    made: { ...before.made, ...made },
    making: before.making.filter((ref) => made[ref] === undefined),
  }));
}

/** Forgets what was removed. */
export async function forget(ref: Ref): Promise<void> {
  await changeConfiguration((before) => {
    const { [ref]: _, ...made } = before.made;
    return { ...before, made };
  });
}
