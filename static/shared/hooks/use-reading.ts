import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { CallError } from '../bridge/call-error';

/** A failed reading is never an empty one: `previous` is what was known before, and since when it is not. */
export type Reading<Data> =
  | { state: 'loading' }
  | { state: 'failed'; error: CallError; previous: Data | null }
  | { state: 'loaded'; data: Data; refreshing: boolean };

export interface ReadingOptions<Data> {
  /** False as long as nobody looks at it: nothing is read, and what was read is read again when somebody does. */
  enabled?: boolean;
  /** Read again after as many milliseconds, as long as it is not null. */
  pollMs?: (data: Data) => number | null;
  /** What was read stays while another input is read, such as the next page of a list. */
  keep?: boolean;
}

/**
 * Reads something and keeps the reading: read again when the key changes and on `retry`.
 * @param read throws nothing but a CallError
 */
export function useReading<Data>(
  key: readonly unknown[],
  read: () => Promise<Data>,
  { enabled = true, pollMs, keep = false }: ReadingOptions<Data> = {},
): { reading: Reading<Data>; retry: () => void } {
  const query = useQuery<Data, CallError>({
    queryKey: key,
    queryFn: read,
    enabled,
    refetchInterval: ({ state: { status, data } }) =>
      (status === 'success' && data !== undefined && pollMs?.(data)) || false,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  });
  const { data, error, isError, isFetching, refetch } = query;
  const retry = useCallback(() => {
    if (enabled) void refetch();
  }, [enabled, refetch]);
  if (isError && !isFetching) return { reading: { state: 'failed', error, previous: data ?? null }, retry };
  if (isError || data === undefined) return { reading: { state: 'loading' }, retry };
  return { reading: { state: 'loaded', data, refreshing: isFetching }, retry };
}
