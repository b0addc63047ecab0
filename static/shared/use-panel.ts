import { type RefObject, useRef, useState } from 'react';
import { goTo, usePlace } from './place';

/** Opens something by its id; `by` is what was pressed, and gets the focus back. */
export type Opener = (id: string, by: HTMLElement) => void;

export interface Opened {
  id: string;
  /** Pixels below the top of the page's body, so that the panel stands where the person is looking. */
  top: number;
}

export interface Panel {
  opened: Opened | null;
  open: Opener;
  close: () => void;
}

/** The frame is as high as its content and the page around it scrolls: a drawer fixed to the frame would be out of sight. */
const LEAD = 96;

/**
 * What is open is part of the address; closing gives the focus back to what opened it.
 * @param name of the value in the address
 * @param others values of panels that this one replaces
 */
export function usePanel(
  name: string,
  container: RefObject<HTMLElement | null>,
  others: readonly string[] = [],
): Panel {
  const opener = useRef<HTMLElement | null>(null);
  const [id, setId] = usePlace(name);
  const [top, setTop] = useState(0);
  return {
    opened: id === null ? null : { id, top },
    open(wanted, by) {
      const above = container.current?.getBoundingClientRect().top ?? 0;
      opener.current = by;
      setTop(Math.max(0, by.getBoundingClientRect().top - above - LEAD));
      goTo({ ...Object.fromEntries(others.map((other) => [other, null])), [name]: wanted });
    },
    close() {
      setId(null);
      // Opened by an address: nothing was pressed that could have the focus back.
      (opener.current ?? container.current?.querySelector<HTMLElement>('[role=tab][aria-selected=true]'))?.focus();
    },
  };
}
