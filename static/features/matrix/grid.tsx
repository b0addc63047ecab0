import { type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { numberOf } from '../../../src/contract/requirement-id';
import { SYSTEMS_BY_REQUIREMENT } from '../../../src/words/screens/matrix';
import { AI_SYSTEM } from '../../../src/words/screens/shared/common';
import type { Opener } from '../../shared/hooks/use-panel';
import { columnsOf } from './columns';
import styles from './matrix.module.css';
import type { OpenedCell } from './opened-cell';
import { FIRST_COLUMN, FIRST_ROW, type Issue, Row } from './row';
import type { Head, MatrixRow } from './use-matrix';

type Titles = ReadonlyMap<string, Issue | null>;

const ROW_HEIGHT = 34;
const HEAD_HEIGHT = 64;
const SCROLL_BAR = 16;
/** The head and up to 15 rows: the frame grows with its content, so the area has a height of its own. */
const MOST_HEIGHT = HEAD_HEIGHT + 15 * ROW_HEIGHT;
const PAGE_ROWS = 14;
const OVERSCAN = 4;
/** The rows in view, one that is cut at each end, and the overscan: always as many, so that none is made while scrolling. */
const DRAWN_ROWS = Math.ceil(MOST_HEIGHT / ROW_HEIGHT) + 1 + 2 * OVERSCAN;
/** Of all the table's elements only its cells say by a label what they show. */
const CELL = 'td[aria-label]';

interface Props {
  head: Head;
  rows: readonly MatrixRow[];
  titles: Titles;
  /** The cell whose reasons are shown. */
  opened: OpenedCell | null;
  onVisible: (issueIds: readonly string[]) => void;
  onSystem: Opener;
  onCell: (cell: OpenedCell, by: HTMLElement) => void;
}

interface CellPlace {
  row: number;
  column: number;
}

/**
 * The scrolling area: only what is in view is drawn, and the table listens for its cells. One cell can be reached with
 * Tab, the others with arrow keys. When that cell is scrolled out of view, the area itself keeps the keys.
 */
export function Grid({ head, rows, titles, opened, onVisible, onSystem, onCell }: Props) {
  const area = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<CellPlace>({ row: 0, column: 0 });
  const moved = useRef(false);
  const inside = useRef(false);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => area.current,
    estimateSize: () => ROW_HEIGHT,
    rangeExtractor: drawnRows,
    paddingStart: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
    scrollPaddingEnd: SCROLL_BAR,
  });
  const items = virtual.getVirtualItems();
  const columns = useMemo(() => columnsOf(head), [head]);
  const wanted = items.flatMap(({ index }) => rows[index]?.issueId ?? []).join(' ');
  useEffect(() => {
    if (wanted !== '') onVisible(wanted.split(' '));
  }, [wanted, onVisible]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a row may have to be drawn before it can be focused.
  useEffect(() => {
    const cell = area.current && cellAt(area.current, active);
    if (moved.current && cell) {
      moved.current = false;
      cell.focus({ preventScroll: true });
      cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
    // The focused cell is gone or was moved, or its elements show another row by now.
    const focused = document.activeElement;
    const lost = focused === document.body || (focused?.matches(CELL) && focused !== cell);
    if (inside.current && lost) (cell ?? area.current)?.focus({ preventScroll: true });
  }, [active, items]);

  const open = (target: EventTarget) => {
    const cell = (target as Element).closest<HTMLElement>(CELL);
    const place = cell && placeOf(cell);
    const row = place && rows[place.row];
    if (!cell || !place || !row) return;
    setActive(place);
    onCell({ issueId: row.issueId, requirementId: head.requirements[place.column]?.id ?? '' }, cell);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const inLink = (event.target as Element).closest('a, button') !== null;
    if (!inLink && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      open(event.target);
      return;
    }
    const next = movedTo(event, active, rows.length, head.requirements.length);
    if (!next) return;
    event.preventDefault();
    moved.current = true;
    setActive(next);
    virtual.scrollToIndex(next.row, { align: 'auto' });
  };
  const reachable = items.some(({ index }) => index === active.row);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: one listener for thousands of cells, which have their role.
    <div
      ref={area}
      className={styles.matrix}
      tabIndex={reachable ? -1 : 0}
      onClick={(event) => open(event.target)}
      onKeyDown={onKeyDown}
      onFocus={() => {
        inside.current = true;
      }}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget) inside.current = false;
      }}
      style={{ height: Math.min(MOST_HEIGHT, HEAD_HEIGHT + ROW_HEIGHT * Math.max(1, rows.length) + SCROLL_BAR) }}
    >
      <table
        className={styles.body}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells are moved through with arrow keys.
        role="grid"
        aria-label={SYSTEMS_BY_REQUIREMENT}
        aria-rowcount={rows.length + 1}
        aria-colcount={head.requirements.length + 3}
        style={{ height: virtual.getTotalSize() }}
      >
        <HeadRow head={head} />
        <tbody>
          {items.map(({ index, start }) => {
            const row = rows[index];
            if (!row) return null;
            return (
              <Row
                key={index % DRAWN_ROWS}
                index={index}
                row={row}
                columns={columns}
                top={start}
                issue={titles.get(row.issueId)}
                active={active.row === index ? active.column : null}
                opened={opened?.issueId === row.issueId ? opened.requirementId : null}
                onSystem={onSystem}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** A row that leaves the view gives its elements to the one that comes into it: both have the same place modulo `DRAWN_ROWS`. */
function drawnRows({ startIndex, count }: Range): number[] {
  const first = Math.max(0, Math.min(startIndex - OVERSCAN, count - DRAWN_ROWS));
  return Array.from({ length: Math.min(DRAWN_ROWS, count) }, (_, place) => first + place);
}

function cellAt(area: HTMLElement, { row, column }: CellPlace): HTMLElement | null {
  return area.querySelector<HTMLElement>(
    `[aria-rowindex="${row + FIRST_ROW}"] > [aria-colindex="${column + FIRST_COLUMN}"]`,
  );
}

function placeOf(cell: HTMLElement): CellPlace {
  return {
    row: Number(cell.parentElement?.getAttribute('aria-rowindex')) - FIRST_ROW,
    column: Number(cell.getAttribute('aria-colindex')) - FIRST_COLUMN,
  };
}

function movedTo({ key, ctrlKey }: KeyboardEvent, at: CellPlace, rows: number, columns: number) {
  const to = (row: number, column: number) => ({
    row: Math.max(0, Math.min(rows - 1, row)),
    column: Math.max(0, Math.min(columns - 1, column)),
  });
  switch (key) {
    case 'ArrowUp':
      return to(at.row - 1, at.column);
    case 'ArrowDown':
      return to(at.row + 1, at.column);
    case 'ArrowLeft':
      return to(at.row, at.column - 1);
    case 'ArrowRight':
      return to(at.row, at.column + 1);
    case 'PageUp':
      return to(at.row - PAGE_ROWS, at.column);
    case 'PageDown':
      return to(at.row + PAGE_ROWS, at.column);
    case 'Home':
      return to(ctrlKey ? 0 : at.row, 0);
    case 'End':
      return to(ctrlKey ? rows - 1 : at.row, columns - 1);
    default:
      return null;
  }
}

function HeadRow({ head }: { head: Head }) {
  return (
    <thead>
      <tr className={`${styles.row} ${styles.head}`} aria-rowindex={1}>
        <th scope="col" className={styles.first}>
          {AI_SYSTEM}
        </th>
        <th scope="col" className={styles.stage}>
          Stage
        </th>
        {head.requirements.map(({ id, title }) => (
          <th key={id} scope="col" title={title} className={styles.column}>
            {numberOf(id)}
          </th>
        ))}
        <th scope="col" className={styles.done}>
          Met
        </th>
      </tr>
    </thead>
  );
}
