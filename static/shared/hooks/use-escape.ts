import { useEffect, useRef } from 'react';

/** Does something on Escape, unless the key closes a list that is open. The page around a frame never hears its keys. */
export function useEscape(leave: () => void): void {
  const latest = useRef(leave);
  latest.current = leave;
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      const isOpenList = (event.target as Element | null)?.getAttribute?.('aria-expanded') === 'true';
      if (event.key === 'Escape' && !isOpenList) latest.current();
    };
    // Before the list hears it: afterwards it would be closed already.
    document.addEventListener('keydown', heard, { capture: true });
    return () => document.removeEventListener('keydown', heard, { capture: true });
  }, []);
}
