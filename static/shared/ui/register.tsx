import { DynamicTableStateless } from '@atlaskit/dynamic-table';
import { type ReactNode, useState } from 'react';
import type { Input, Output } from '../../../src/contract/procedures';
import { unseenWords } from '../../../src/words/not-allowed';
import { counted } from '../../../src/words/numbers';
import { NONE_THAT_YOU_MAY_SEE } from '../../../src/words/screens/shared/common';
import { LOADING_REGISTER, REGISTER_NOT_SHOWN } from '../../../src/words/screens/shared/parts';
import { useProcedure } from '../hooks/use-procedure';
import { AsOf } from './as-of';
import { ReadView } from './read-view';
import { RegisterCount } from './register-count';
import tables from './table.module.css';
import texts from './text.module.css';

/** Rows of one page of a register: one bulk fetch of titles. */
const ROWS = 25;

type Name = 'systems.list' | 'risks.list' | 'nonconformities.list';
type Sort<Of extends Name> = NonNullable<Input<Of>['sort']>;

export type Row<Of extends Name> = Output<Of>['rows'][number];

export interface Column<Of extends Name> {
  key: string;
  title: string;
  /** Share of the width, in percent. */
  width: number;
  /** By what the server sorts it, where it can. */
  sort?: Sort<Of>['by'];
  cell: (row: Row<Of>) => ReactNode;
}

interface Props<Of extends Name> {
  procedure: Of;
  label: string;
  filter: Omit<Input<Of>, 'sort' | 'page' | 'limit'>;
  columns: readonly Column<Of>[];
  /** The issue whose panel is open. */
  opened?: string | null;
  /** The noun: "AI system", "AI systems". */
  noun: readonly [one: string, many: string];
  empty: ReactNode;
  /** What stands beside the register is read again with it. */
  onRefresh?: () => void;
}

/**
 * A register: the server sorts it and sends its pages. Rows stay while others are fetched. Above them stands how many there
 * are that the viewer may not see.
 */
export function Register<Of extends Name>(props: Props<Of>) {
  const { procedure, label, filter, columns, opened = null, noun, empty, onRefresh } = props;
  const filterKey = JSON.stringify(filter);
  const [sort, setSort] = useState<Sort<Of> | null>(null);
  const [turned, setTurned] = useState({ filterKey, page: 0 });
  const page = turned.filterKey === filterKey ? turned.page : 0;
  const setPage = (wanted: number) => setTurned({ filterKey, page: wanted });
  const input = { ...filter, sort, page, limit: ROWS } as Input<Of>;
  const { reading, retry } = useProcedure(procedure, input, { keep: true });
  const sorted = columns.find((column) => column.sort !== undefined && column.sort === sort?.by);
  return (
    <ReadView reading={reading} retry={retry} waiting={LOADING_REGISTER} failed={REGISTER_NOT_SHOWN}>
      {(answer: Output<Of>, refreshing) => (
        <>
          <AsOf
            fresh={answer}
            refreshing={refreshing}
            onRefresh={() => {
              retry();
              onRefresh?.();
            }}
          />
          <RegisterCount>
            {counted(answer.total, ...noun)}
            {answer.hidden > 0 && ` · and ${unseenWords(answer.hidden)}`}
          </RegisterCount>
          <div className={tables.frame}>
            <DynamicTableStateless
              label={label}
              head={{
                cells: columns.map(({ key, title, width, sort: by }) => ({
                  key,
                  content: title,
                  width,
                  isSortable: by !== undefined,
                })),
              }}
              rows={answer.rows.map((row: Row<Of>) => ({
                key: row.issueId,
                ...(row.issueId === opened ? { className: tables.opened } : {}),
                cells: columns.map(({ key, cell }) => ({ key, content: cell(row) })),
              }))}
              {...(sorted ? { sortKey: sorted.key, sortOrder: sort?.descending ? 'DESC' : 'ASC' } : {})}
              onSort={({ key, sortOrder }) => {
                const by = columns.find((column) => column.key === key)?.sort;
                if (by === undefined) return;
                setPage(0);
                setSort({ by, descending: sortOrder === 'DESC' } as Sort<Of>);
              }}
              rowsPerPage={ROWS}
              totalRows={answer.total}
              page={page + 1}
              onSetPage={(wanted) => setPage(wanted - 1)}
              isLoading={refreshing}
              emptyView={<div className={texts.subtle}>{answer.hidden > 0 ? NONE_THAT_YOU_MAY_SEE : empty}</div>}
            />
          </div>
        </>
      )}
    </ReadView>
  );
}
