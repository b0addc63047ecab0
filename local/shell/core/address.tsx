import { type ReactNode, useSyncExternalStore } from 'react';

const MOVED = 'shell-moved';

/** Asked before the page is left; answers whether it may be. One at a time: the editor with unsaved text. */
let guard: (() => boolean) | null = null;

/** Lets `mayLeave` decide whether the address may change; answers how to stop. */
export function guardLeaving(mayLeave: () => boolean): () => void {
  guard = mayLeave;
  return () => {
    if (guard === mayLeave) guard = null;
  };
}

/** Goes to an address of this site without loading the page anew. */
export function go(path: string): void {
  if (guard && !guard()) return;
  history.pushState(null, '', path);
  scrollTo(0, 0);
  dispatchEvent(new Event(MOVED));
}

export function replace(path: string): void {
  history.replaceState(null, '', path);
  dispatchEvent(new Event(MOVED));
}

/** Moves within a page whose rest of the address belongs to an app: the page stays where it is scrolled to. */
export function push(path: string): void {
  history.pushState(null, '', path);
  dispatchEvent(new Event(MOVED));
}

/** Calls `listener` whenever the address changes; answers how to stop. */
export function onMove(listener: () => void): () => void {
  addEventListener(MOVED, listener);
  addEventListener('popstate', listener);
  return () => {
    removeEventListener(MOVED, listener);
    removeEventListener('popstate', listener);
  };
}

/** The path of the address, without query. */
export function usePath(): string {
  return useSyncExternalStore(onMove, () => location.pathname);
}

/** One value of the address's query, or null. */
export function useQuery(name: string): string | null {
  return useSyncExternalStore(onMove, () => new URLSearchParams(location.search).get(name));
}

interface Props {
  to: string;
  children: ReactNode;
  className?: string;
}

export function Link({ to, children, className }: Props) {
  return (
    <a
      href={to}
      className={className}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        go(to);
      }}
    >
      {children}
    </a>
  );
}
