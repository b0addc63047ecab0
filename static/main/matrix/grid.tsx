import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, useCallback, useEffect, useRef, useState } from 'react';
import type { Output } from '../../../src/contract/procedures';
import { IssueLink } from '../../shared/issue-link';
import { SHORT_STAGES } from '../../shared/stages';
import { type CoverageState, isDue, STATES } from '../../shared/states';
import type { Opener } from '../../shared/use-panel';
import type { OpenedCell } from './matrix';
import { SIGNS } from './signs';
import type { Head, MatrixRow } from './use-matrix';

type Issue = Output<'issues.titles'>['issues'][number];
type Titles = ReadonlyMap<string, Issue | null>;

const ROW_HEIGHT = 34;
const HEAD_HEIGHT = 64;
const SCROLL_BAR = 16;
/** The head and up to 15 rows: the frame grows with its content, so the area has a height of its own. */
const MOST_HEIGHT = HEAD_HEIGHT + 15 * ROW_HEIGHT;
const PAGE_ROWS = 14;

interface Props {
  head: Head;
  rows: readonly MatrixRow[];
  titles: Titles;
  onVisible: (issueIds: readonly string[]) => void;
  onSystem: Opener;
  onCell: (cell: OpenedCell, by: HTMLElement) => void;
}

/** The scrolling area: only what is in view is drawn. One cell can be reached with Tab, the others with arrow keys. */
export function Grid({ head, rows, titles, onVisible, onSystem, onCell }: Props) {
  const area = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState({ row: 0, column: 0 });
  const moved = useRef(false);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => area.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
    paddingStart: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
    scrollPaddingEnd: SCROLL_BAR,
  });
  const items = virtual.getVirtualItems();
  const wanted = items.flatMap(({ index }) => rows[index]?.issueId ?? []).join(' ');
  useEffect(() => {
    if (wanted !== '') onVisible(wanted.split(' '));
  }, [wanted, onVisible]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a row may have to be drawn before it can be focused.
  useEffect(() => {
    if (!moved.current) return;
    const cell = area.current?.querySelector<HTMLElement>(`[data-cell="${active.row} ${active.column}"]`);
    if (!cell) return;
    moved.current = false;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active, items]);

  const latest = useRef({ active, rows: rows.length, columns: head.requirements.length });
  latest.current = { active, rows: rows.length, columns: head.requirements.length };
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const now = latest.current;
      const next = movedTo(event, now.active, now.rows, now.columns);
      if (!next) return;
      event.preventDefault();
      moved.current = true;
      setActive(next);
      virtual.scrollToIndex(next.row, { align: 'auto' });
    },
    [virtual],
  );
  const columns = `minmax(200px, 1fr) 84px repeat(${head.requirements.length}, 30px) 60px`;
  return (
    <div
      ref={area}
      className="matrix"
      style={{ height: Math.min(MOST_HEIGHT, HEAD_HEIGHT + ROW_HEIGHT * Math.max(1, rows.length) + SCROLL_BAR) }}
    >
      <table
        className="matrix-body"
        aria-label="AI systems by requirement"
        aria-rowcount={rows.length + 1}
        style={{ height: virtual.getTotalSize() }}
      >
        <HeadRow head={head} columns={columns} />
        <tbody>
          {items.map(({ index, start }) => {
            const row = rows[index];
            if (!row) return null;
            return (
              <Row
                key={row.issueId}
                index={index}
                row={row}
                head={head}
                top={start}
                columns={columns}
                issue={titles.get(row.issueId)}
                active={active.row === index ? active.column : null}
                onSystem={onSystem}
                onActive={setActive}
                onCell={onCell}
                onKeyDown={onKeyDown}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function movedTo({ key, ctrlKey }: KeyboardEvent, at: { row: number; column: number }, rows: number, columns: number) {
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

function HeadRow({ head, columns }: { head: Head; columns: string }) {
  return (
    <thead>
      <tr className="matrix-row matrix-head" aria-rowindex={1} style={{ gridTemplateColumns: columns }}>
        <th scope="col" className="matrix-first">
          AI system
        </th>
        <th scope="col" className="matrix-stage">
          Stage
        </th>
        {head.requirements.map(({ id, title }) => (
          <th key={id} scope="col" title={title} className="matrix-column">
            {id}
          </th>
        ))}
        <th scope="col" className="matrix-done">
          Done
        </th>
      </tr>
    </thead>
  );
}

interface RowProps {
  index: number;
  row: MatrixRow;
  head: Head;
  top: number;
  columns: string;
  /** Undefined while the title is on its way. */
  issue: Issue | null | undefined;
  /** The column that Tab reaches, when it lies in this row. */
  active: number | null;
  onSystem: Opener;
  onActive: (place: { row: number; column: number }) => void;
  onCell: Props['onCell'];
  onKeyDown: (event: KeyboardEvent) => void;
}

const Row = memo(function Row(props: RowProps) {
  const { index, row, head, top, columns, issue, active, onSystem, onActive, onCell, onKeyDown } = props;
  const states = [...row.states].map((letter) => head.letters[letter] ?? null);
  const due = states.filter((state) => state !== null && isDue(state)).length;
  const done = states.filter((state) => state === 'implemented' || state === 'verified').length;
  return (
    <tr
      className="matrix-row"
      aria-rowindex={index + 2}
      style={{ gridTemplateColumns: columns, transform: `translateY(${top}px)` }}
    >
      <th scope="row" className="matrix-first">
        {issue ? (
          <>
            <IssueLink issueKey={issue.key} />{' '}
            <button
              type="button"
              tabIndex={-1}
              className="link-button"
              title={issue.summary}
              onClick={(event) => onSystem(row.issueId, event.currentTarget)}
            >
              {issue.summary}
            </button>
          </>
        ) : (
          <span className="subtle">…</span>
        )}
      </th>
      <td className="matrix-stage subtle">{SHORT_STAGES[row.stage]}</td>
      {states.map((state, column) => (
        <Cell
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
          key={column}
          place={`${index} ${column}`}
          state={state}
          label={labelOf(issue, head.requirements[column], state)}
          reachable={active === column}
          onKeyDown={onKeyDown}
          onOpen={(by) => {
            onActive({ row: index, column });
            onCell({ issueId: row.issueId, requirementId: head.requirements[column]?.id ?? '' }, by);
          }}
        />
      ))}
      <td className="matrix-done small">{due === 0 ? 'none due' : `${done} of ${due}`}</td>
    </tr>
  );
});

const labelOf = (
  issue: Issue | null | undefined,
  requirement: Head['requirements'][number] | undefined,
  state: CoverageState | null,
): string =>
  `${issue?.summary ?? 'AI system'}, ${requirement?.id} ${requirement?.title}: ${state ? STATES[state].word : 'not counted yet'}`;

function Cell(props: {
  place: string;
  state: CoverageState | null;
  label: string;
  reachable: boolean;
  onOpen: (by: HTMLElement) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}) {
  const { place, state, label, reachable, onOpen, onKeyDown } = props;
  return (
    <td className="matrix-cell">
      <button
        type="button"
        data-cell={place}
        tabIndex={reachable ? 0 : -1}
        aria-label={label}
        className={state === null ? 'matrix-sign' : `matrix-sign state-${state}`}
        onClick={(event) => onOpen(event.currentTarget)}
        onKeyDown={onKeyDown}
      >
        {state === null ? '' : SIGNS[state]}
      </button>
    </td>
  );
}
