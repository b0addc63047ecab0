import { useState } from 'react';

/**
 * A text kept for this browser tab, so that long work can be left and found again after a reload. What it names is
 * held by the app; losing it loses nothing but the view.
 */
export function useRemembered(key: string): [string | null, (value: string | null) => void] {
  const [value, setValue] = useState(() => sessionStorage.getItem(key));
  return [
    value,
    (next) => {
      if (next === null) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, next);
      setValue(next);
    },
  ];
}
