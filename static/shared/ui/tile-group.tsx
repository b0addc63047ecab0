import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import styles from './states.module.css';

const TILE = 'button[data-requirement]';

interface Props {
  label: string;
  /** False where the tiles are pictures, for readers who have no way to what is behind them. */
  opens?: boolean;
  children: ReactNode;
}

/**
 * Tiles that are one stop of the Tab key; arrow keys move among them, Home and End to the ends (WAI-ARIA authoring practices,
 * "Toolbar"). Otherwise whoever uses a keyboard had to pass every requirement to come to what stands below.
 */
export function TileGroup({ label, opens = true, children }: Props) {
  const group = useRef<HTMLDivElement>(null);
  // After each drawing, because tiles come and go with what is shown.
  useEffect(() => keepOneStop(tilesOf(group.current)));
  if (!opens) return <div className={styles.tiles}>{children}</div>;
  return (
    <div
      ref={group}
      role="toolbar"
      aria-label={label}
      className={styles.tiles}
      onKeyDown={move}
      onFocus={({ currentTarget, target }) => keepOneStop(tilesOf(currentTarget), target)}
    >
      {children}
    </div>
  );
}

const tilesOf = (group: HTMLElement | null): HTMLElement[] => [...(group?.querySelectorAll<HTMLElement>(TILE) ?? [])];

/** The stop is the tile that had the focus last, at first the first one. */
function keepOneStop(tiles: readonly HTMLElement[], wanted?: EventTarget): void {
  const stop = tiles.find((tile) => tile === wanted) ?? tiles.find(({ tabIndex }) => tabIndex === 0) ?? tiles[0];
  for (const tile of tiles) tile.tabIndex = tile === stop ? 0 : -1;
}

function move(event: KeyboardEvent<HTMLDivElement>): void {
  const tiles = tilesOf(event.currentTarget);
  const now = tiles.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: tiles.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  tiles[(to + tiles.length) % tiles.length]?.focus();
}
