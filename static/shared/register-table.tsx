import { DynamicTableStateless } from '@atlaskit/dynamic-table';
import type { ReactNode } from 'react';
import { counted, countWords } from './count';

/** Rows of one page of a register: one bulk fetch of titles. */
export const REGISTER_ROWS = 25;

interface Column {
  key: string;
  content: string;
  /** Share of the width, in percent. */
  width: number;
}

interface Props {
  label: string;
  columns: readonly Column[];
  rows: readonly { key: string; cells: readonly ReactNode[]; opened?: boolean }[];
  total: number;
  hidden: number;
  /** The noun: "AI system", "AI systems". */
  one: string;
  many: string;
  /** Counted from 0. */
  page: number;
  onPage: (page: number) => void;
  busy: boolean;
  empty: ReactNode;
}

/** A table whose pages the server sends. Under it stands how many rows there are that the viewer may not see. */
export function RegisterTable(props: Props) {
  const { label, columns, rows, total, hidden, one, many, page, onPage, busy, empty } = props;
  return (
    <>
      <p className="subtle small register-count" role="status">
        {counted(total, one, many)}
        {hidden > 0 && ` · and ${countWords(hidden)} that you may not see`}
      </p>
      <div className="table-frame">
        <DynamicTableStateless
          label={label}
          head={{ cells: columns.map((column) => ({ ...column, isSortable: false })) }}
          rows={rows.map(({ key, cells, opened }) => ({
            key,
            ...(opened ? { className: 'row-opened' } : {}),
            cells: cells.map((content, place) => ({ key: columns[place]?.key ?? place, content })),
          }))}
          rowsPerPage={REGISTER_ROWS}
          totalRows={total}
          page={page + 1}
          onSetPage={(wanted) => onPage(wanted - 1)}
          isLoading={busy}
          emptyView={<div className="subtle">{empty}</div>}
        />
      </div>
    </>
  );
}
