import { useCallback, useEffect, useRef, useState } from 'react';
import type { Input, Output, ProcedureName } from '../../src/contract/procedures';
import { CallError, call } from './call';

/** A failed reading is never an empty one: `previous` is what was known before, and since when it is not. */
export type Reading<Data> =
  | { state: 'loading' }
  | { state: 'failed'; error: CallError; previous: Data | null }
  | { state: 'loaded'; data: Data; refreshing: boolean };

/**
 * Reads a procedure and keeps the reading: read again when the input changes, on `retry`, and every `pollMs(data)`
 * milliseconds as long as that is not null.
 */
export function useProcedure<Name extends ProcedureName>(
  name: Name,
  input: Input<Name>,
  pollMs: (data: Output<Name>) => number | null = () => null,
): { reading: Reading<Output<Name>>; retry: () => void } {
  const [reading, setReading] = useState<Reading<Output<Name>>>({ state: 'loading' });
  const key = JSON.stringify(input);
  const latest = useRef(0);

  const read = useCallback(async () => {
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
    setReading({ state: 'loading' });
    void read();
    return () => {
      latest.current++;
    };
  }, [read]);

  const wait = reading.state === 'loaded' && !reading.refreshing ? pollMs(reading.data) : null;
  useEffect(() => {
    if (wait === null) return;
    const timer = setTimeout(() => void read(), wait);
    return () => clearTimeout(timer);
  }, [wait, read]);

  const retry = useCallback(() => void read(), [read]);
  return { reading, retry };
}
