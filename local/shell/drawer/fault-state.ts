import { useEffect, useSyncExternalStore } from 'react';
import { request } from '../core/site';

type Product = 'jira' | 'confluence';
type ByProduct<T> = Readonly<Partial<Record<Product, T>>>;

/** What is on, as `GET /local/faults` answers. */
export interface FaultState {
  loseEvents: number;
  repeatEvents: number;
  shuffleEvents: boolean;
  delayEvents: number;
  sqlDelay: number;
  rateLimit: ByProduct<object>;
  unavailable: ByProduct<object>;
  slow: ByProduct<number>;
}

const QUIET: FaultState = {
  loseEvents: 0,
  repeatEvents: 0,
  shuffleEvents: false,
  delayEvents: 0,
  sqlDelay: 0,
  rateLimit: {},
  unavailable: {},
  slow: {},
};

const listeners = new Set<() => void>();
let now = QUIET;

/** Reads what is on: somebody else may have switched it. */
async function refresh(): Promise<void> {
  now = { ...QUIET, ...(await request<Partial<FaultState>>('GET', '/local/faults')) };
  for (const listener of listeners) listener();
}

/** Changes faults, in the words of `POST /local/faults`; what is not named stays. @throws Refused */
export async function setFaults(change: Readonly<Record<string, unknown>>): Promise<void> {
  await request('POST', '/local/faults', change);
  await refresh();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What is on, and each in a few words. */
export function useFaults(): { state: FaultState; on: string[] } {
  const state = useSyncExternalStore(subscribe, () => now);
  // A site that cannot be reached says so on its page; the sign in the bar stays as it was.
  useEffect(() => void refresh().catch(() => undefined), []);
  return { state, on: wordsOf(state) };
}

function wordsOf(state: FaultState): string[] {
  const productsOf = (map: ByProduct<unknown>) => Object.entries(map).flatMap(([name, on]) => (on ? [name] : []));
  return [
    ...(state.loseEvents > 0 ? ['events lost'] : []),
    ...(state.repeatEvents > 0 ? ['events repeated'] : []),
    ...(state.shuffleEvents ? ['events shuffled'] : []),
    ...(state.delayEvents > 0 ? ['events late'] : []),
    ...(state.sqlDelay > 0 ? ['SQL slow'] : []),
    ...productsOf(state.rateLimit).map((product) => `429 from ${product}`),
    ...productsOf(state.unavailable).map((product) => `503 from ${product}`),
    ...productsOf(state.slow).map((product) => `${product} slow`),
  ];
}
