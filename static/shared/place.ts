import { view } from '@forge/bridge';
import { useSyncExternalStore } from 'react';
import { addressOf, type PageId, type Place, placeOf, type Section } from './routes';

type History = Awaited<ReturnType<typeof view.createHistory>>;

/**
 * The part of the page's address that belongs to the app, for pages of their own. Browsers refuse storage to frames of
 * another site, so what has to be found again after a reload stands in the address.
 */
let opened: { history: History; sections: readonly Section[]; place: Place } | null = null;
const listeners = new Set<() => void>();

/** Called once, before the first drawing of a page. An address of an earlier version is spelled as it is today. */
export async function openPlace(sections: readonly Section[]): Promise<void> {
  const history = await view.createHistory();
  const own = { history, sections, place: placeOf(located(history.location), sections) };
  opened = own;
  const address = addressOf(own.place, sections);
  if (address.pathname !== history.location.pathname) history.replace({ ...history.location, ...address });
  history.listen((location) => {
    own.place = placeOf(located(location), sections);
    tell();
  });
}

const located = ({ pathname, search }: { pathname: string; search?: string }) => ({ pathname, search: search ?? '' });

function tell(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What stays when somebody goes to another page: everything else was chosen or opened on the one before. */
const LASTING = new Set(['project', 'framework']);

/**
 * Goes to a place: sets the named values of the address and takes out those that are null; the others stay on the same page.
 * The value `page` names the page.
 */
export function goTo({ page: other, ...wanted }: Readonly<Record<string, string | null>>): void {
  if (!opened) return;
  const page = (other as PageId | null | undefined) ?? opened.place.page;
  const stays = page === opened.place.page;
  const values = new Map([...opened.place.values].filter(([name]) => stays || LASTING.has(name)));
  for (const [name, value] of Object.entries(wanted)) {
    if (value === null) values.delete(name);
    else values.set(name, value);
  }
  // At once, because the product answers the push later: two changes in a row both count.
  opened.place = { page, values };
  opened.history.push({ ...opened.history.location, ...addressOf(opened.place, opened.sections) });
  tell();
}

const NOWHERE: Place = { page: 'overview', values: new Map() };

const useOpened = (): Place => useSyncExternalStore(subscribe, () => opened?.place ?? NOWHERE);

/** The page that the address names. */
export const usePage = (): PageId => useOpened().page;

/** The named values of the address. */
export const useValues = (): ReadonlyMap<string, string> => useOpened().values;

/** One named value of the address, and how to change it; null takes it out. */
export function usePlace(name: string): [string | null, (value: string | null) => void] {
  return [useOpened().values.get(name) ?? null, (value) => goTo({ [name]: value })];
}
