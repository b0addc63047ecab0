import type { ReactNode } from 'react';
import type { Reading } from '../hooks/use-reading';
import { ReadingFailure } from './reading-failure';
import { Waiting } from './waiting';

interface Props<Data> {
  reading: Reading<Data>;
  retry: () => void;
  /** What is being read: "Loading the register". */
  waiting: string;
  /** What cannot be shown when reading fails. */
  failed: string;
  children: (data: Data, refreshing: boolean) => ReactNode;
}

/** The three forms of whatever is read: waiting, failed with a way to try again, and there. */
export function ReadView<Data>({ reading, retry, waiting, failed, children }: Props<Data>) {
  if (reading.state === 'loading') return <Waiting what={waiting} />;
  if (reading.state === 'failed') return <ReadingFailure error={reading.error} title={failed} retry={retry} />;
  return <div aria-busy={reading.refreshing}>{children(reading.data, reading.refreshing)}</div>;
}
