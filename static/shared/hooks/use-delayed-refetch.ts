import { useCallback, useEffect, useState } from 'react';

/** When the app has usually read a changed issue anew, and once more for when it was late. */
const DELAYS_MS = [1_500, 6_000];

/** To be called when an issue was changed: the app reads it in the background, so `read` is called a little later. */
export function useDelayedRefetch(read: () => void): () => void {
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    if (changes === 0) return;
    const timers = DELAYS_MS.map((wait) => setTimeout(read, wait));
    return () => timers.forEach(clearTimeout);
  }, [changes, read]);
  return useCallback(() => setChanges((before) => before + 1), []);
}
