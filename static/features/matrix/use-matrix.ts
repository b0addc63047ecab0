import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { Input, Output } from '../../../src/contract/procedures';
import { call } from '../../shared/bridge/call';
import type { CallError } from '../../shared/bridge/call-error';

type Page = Output<'matrix.rows'>;
export type MatrixRow = Page['rows'][number];
export type Head = Omit<Page, 'rows' | 'next'>;

/** What a screen shows comes first; then as many rows as an answer may carry. */
const FIRST_ROWS = 100;
const MORE_ROWS = 5_000;

export interface MatrixReading {
  head: Head | null;
  rows: readonly MatrixRow[];
  /** All pages are there. */
  complete: boolean;
  error: CallError | null;
  retry: () => void;
}

/** Reads all pages of the matrix one after the other; rows can be shown from the first page on. */
export function useMatrix(filter: Pick<Input<'matrix.rows'>, 'projectId' | 'stages' | 'fields'>): MatrixReading {
  const query = useInfiniteQuery<Page, CallError, InfiniteData<Page, string | null>, readonly unknown[], string | null>(
    {
      queryKey: ['matrix.rows', filter],
      queryFn: ({ pageParam: after }) =>
        call('matrix.rows', { ...filter, after, limit: after === null ? FIRST_ROWS : MORE_ROWS }),
      initialPageParam: null,
      getNextPageParam: ({ next }) => next,
    },
  );
  const { data, error, isError, isFetching, hasNextPage, fetchNextPage, refetch } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  const pages = useMemo(() => data?.pages ?? [], [data]);
  const rows = useMemo(() => pages.flatMap((page) => page.rows), [pages]);
  return {
    head: pages.at(-1) ?? null,
    rows,
    complete: pages.length > 0 && !hasNextPage && !isFetching,
    error: isFetching ? null : error,
    retry: () => void refetch(),
  };
}
