import { useSyncExternalStore } from 'react';
import { request } from '../core/site';

type Product = 'jira' | 'confluence';

/** What is switched on, in the words of `POST /local/faults`. */
export interface FaultSettings {
  loseEvents?: number;
  repeatEvents?: number;
  shuffleEvents?: boolean;
  delayEvents?: number;
  sqlDelay?: number;
  rateLimit?: Record<string, unknown> | null;
  unavailable?: Partial<Record<Product, Record<string, never> | null>>;
  slow?: Partial<Record<Product, number>>;
}

const KEPT = 'shell-faults';
const listeners = new Set<() => void>();
let settings: FaultSettings = JSON.parse(sessionStorage.getItem(KEPT) ?? '{}');

function keep(next: FaultSettings): void {
  settings = next;
  sessionStorage.setItem(KEPT, JSON.stringify(next));
  for (const listener of listeners) listener();
}

/** Switches faults on or off; what is not named stays. @throws Refused */
export async function setFaults(change: FaultSettings): Promise<void> {
  await request('POST', '/local/faults', change);
  keep({
    ...settings,
    ...change,
    unavailable: { ...settings.unavailable, ...change.unavailable },
    slow: { ...settings.slow, ...change.slow },
  });
}

/** Ends all faults. @throws Refused */
export async function clearFaults(): Promise<void> {
  await request('POST', '/local/faults', { clear: true });
  keep({});
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What is on, and each in a few words. */
export function useFaults(): { settings: FaultSettings; on: string[] } {
  const now = useSyncExternalStore(subscribe, () => settings);
  return { settings: now, on: wordsOf(now) };
}

function wordsOf(now: FaultSettings): string[] {
  const productsOf = (map: Partial<Record<Product, unknown>> | undefined) =>
    Object.entries(map ?? {}).flatMap(([product, on]) => (on ? [product] : []));
  return [
    ...(now.loseEvents ? ['events lost'] : []),
    ...(now.repeatEvents ? ['events repeated'] : []),
    ...(now.shuffleEvents ? ['events shuffled'] : []),
    ...(now.delayEvents ? ['events late'] : []),
    ...(now.sqlDelay ? ['SQL slow'] : []),
    ...(now.rateLimit ? ['429'] : []),
    ...productsOf(now.unavailable).map((product) => `503 from ${product}`),
    ...productsOf(now.slow).map((product) => `${product} slow`),
  ];
}
