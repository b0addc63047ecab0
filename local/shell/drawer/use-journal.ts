import { useEffect, useState } from 'react';
import { request } from '../core/site';
import type { Journal } from './journal';

const PERIOD_MS = 1_500;

interface Watched {
  /** Null until the first answer. */
  journal: Journal | null;
  isPaused: boolean;
  setPaused: (paused: boolean) => void;
}

/** The journal, read again and again while the page is looked at. */
export function useJournal(): Watched {
  const [journal, setJournal] = useState<Journal | null>(null);
  const [isPaused, setPaused] = useState(false);
  useEffect(() => {
    if (isPaused) return;
    let current = true;
    const read = () => {
      if (document.hidden) return;
      // A site that is away for a moment is asked again at the next turn.
      request<Journal>('GET', '/local/journal').then(
        (answer) => current && setJournal(answer),
        () => undefined,
      );
    };
    read();
    const timer = setInterval(read, PERIOD_MS);
    return () => {
      current = false;
      clearInterval(timer);
    };
  }, [isPaused]);
  return { journal, isPaused, setPaused };
}
