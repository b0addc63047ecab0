import { useCallback, useEffect, useRef, useState } from 'react';
import type { Input, Output, ReadingName } from '../../../src/contract/procedures';
import { call } from '../bridge/call';
import { CallError } from '../bridge/call-error';

/** A failed reading is never an empty one: `previous` is what was known before, and since when it is not. */
export type Reading<Data> =
  | { state: 'loading' }
  | { state: 'failed'; error: CallError; previous: Data | null }
  | { state: 'loaded'; data: Data; refreshing: boolean };

interface Options<Data> {
  /** Read again after as many milliseconds, as long as it is not null. */
  pollMs?: (data: Data) => number | null;
  /** What was read stays while another input is read, such as the next page of a list. */
  keep?: boolean;
}

/**
 * Reads a procedure and keeps the reading: read again when the input changes and on `retry`.
 * @param input null as long as nobody looks at it: nothing is read, and what was read is read again when somebody does
 */
export function useProcedure<Name extends ReadingName>(
  name: Name,
  input: Input<Name> | null,
  { pollMs = () => null, keep = false }: Options<Output<Name>> = {},
): { reading: Reading<Output<Name>>; retry: () => void } {
  const [reading, setReading] = useState<Reading<Output<Name>>>({ state: 'loading' });
  const key = input === null ? null : JSON.stringify(input);
  const latest = useRef(0);
  const shown = useRef(key);

  const read = useCallback(async () => {
    if (key === null) return;
    const turn = ++latest.current;
    setReading((now) => (now.state === 'loaded' ? { ...now, refreshing: true } : { state: 'loading' }));
    try {
      const data = await call(name, JSON.parse(key) as Input<Name>);
      if (turn === latest.current) setReading({ state: 'loaded', data, refreshing: false });
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      if (turn !== latest.current) return;
      setReading((now) => ({ state: 'failed', error, previous: now.state === 'loaded' ? now.data : null }));
    }
  }, [name, key]);

  useEffect(() => {
    if (key === null) return;
    if (!keep && shown.current !== key) setReading({ state: 'loading' });
    shown.current = key;
    void read();
    return () => {
      latest.current++;
    };
  }, [read, key, keep]);

  const wait = key !== null && reading.state === 'loaded' && !reading.refreshing ? pollMs(reading.data) : null;
  useEffect(() => {
    if (wait === null) return;
    const timer = setTimeout(() => void read(), wait);
    return () => clearTimeout(timer);
  }, [wait, read]);

  const retry = useCallback(() => void read(), [read]);
  return { reading, retry };
}
