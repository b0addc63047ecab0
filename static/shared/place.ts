import { view } from '@forge/bridge';
import { useSyncExternalStore } from 'react';

type History = Awaited<ReturnType<typeof view.createHistory>>;

/**
 * The part of the page's address that belongs to the app, for pages of their own. Browsers refuse storage to frames of
 * another site, so what has to be found again after a reload stands in the address.
 */
let place: { history: History; search: string } | null = null;
const listeners = new Set<() => void>();

/** Called once, before the first drawing of a page. */
export async function openPlace(): Promise<void> {
  const history = await view.createHistory();
  const opened = { history, search: history.location.search };
  place = opened;
  history.listen((location) => {
    opened.search = location.search;
    tell();
  });
}

function tell(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Goes to a place: sets the named values of the address and takes out those that are null; the others stay. */
export function goTo(wanted: Readonly<Record<string, string | null>>): void {
  if (!place) return;
  const values = new URLSearchParams(place.search);
  for (const [name, value] of Object.entries(wanted)) {
    if (value === null) values.delete(name);
    else values.set(name, value);
  }
  // At once, because the product answers the push later: two changes in a row both count.
  place.search = values.size > 0 ? `?${values}` : '';
  place.history.push({ ...place.history.location, search: place.search });
  tell();
}

/** The named values of the address. */
export function useSearchParams(): URLSearchParams {
  return new URLSearchParams(useSyncExternalStore(subscribe, () => place?.search ?? ''));
}

/** One named value of the address, and how to change it; null takes it out. */
export function usePlace(name: string): [string | null, (value: string | null) => void] {
  return [useSearchParams().get(name), (value) => goTo({ [name]: value })];
}
