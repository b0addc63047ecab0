import { type ReactNode, useSyncExternalStore } from 'react';

const MOVED = 'shell-moved';

/** Goes to an address of this site without loading the page anew. */
export function go(path: string): void {
  history.pushState(null, '', path);
  dispatchEvent(new Event(MOVED));
}

export function replace(path: string): void {
  history.replaceState(null, '', path);
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

interface Props {
  to: string;
  children: ReactNode;
  current?: boolean;
}

export function Link({ to, children, current = false }: Props) {
  return (
    <a
      href={to}
      aria-current={current ? 'page' : undefined}
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
