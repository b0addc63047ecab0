import { type RefObject, useRef, useState } from 'react';
import { goTo, usePlace } from '../place';

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
/** So much of a panel is in sight when it opens, or as much as there is room. */
const IN_SIGHT = 560;

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
      opener.current = by;
      void topOf(by, container.current).then((place) => {
        setTop(place);
        goTo({ ...Object.fromEntries(others.map((other) => [other, null])), [name]: wanted });
      });
    },
    close() {
      setId(null);
      // Opened by an address: nothing was pressed that could have the focus back.
      const tab = container.current?.querySelector<HTMLElement>('[role=tab][aria-selected=true]');
      (opener.current ?? tab ?? container.current?.querySelector<HTMLElement>('main'))?.focus();
    },
  };
}

/** Where a panel begins: beside what was pressed, and so high that it is in sight, too, when that is low on the screen. */
async function topOf(by: HTMLElement, container: HTMLElement | null): Promise<number> {
  if (!container) return 0;
  const above = container.getBoundingClientRect().top;
  const beside = by.getBoundingClientRect().top - LEAD;
  const { top, bottom } = await partInSight(container);
  return Math.max(0, Math.max(top, Math.min(beside, bottom - IN_SIGHT)) - above);
}

/** What a person sees of an element. A frame does not know how far the page around it is scrolled; this tells it all the same. */
const partInSight = (element: HTMLElement): Promise<DOMRectReadOnly> =>
  new Promise((resolve) => {
    const observer = new IntersectionObserver(([entry]) => {
      observer.disconnect();
      resolve(entry?.intersectionRect ?? element.getBoundingClientRect());
    });
    observer.observe(element);
  });
