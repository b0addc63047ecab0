import { useEffect, useState } from 'react';
import type { Input, Output } from '../../../src/contract/procedures';
import { call } from '../../shared/bridge/call';
import { CallError } from '../../shared/bridge/call-error';

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
  const key = JSON.stringify(filter);
  const [turn, setTurn] = useState(0);
  const [reading, setReading] = useState<Omit<MatrixReading, 'retry'>>(NOTHING);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` reads again when the person asks for it.
  useEffect(() => {
    let current = true;
    setReading(NOTHING);
    void readPages(JSON.parse(key) as typeof filter, (change) => {
      if (current) setReading(change);
      return current;
    });
    return () => {
      current = false;
    };
  }, [key, turn]);
  return { ...reading, retry: () => setTurn((now) => now + 1) };
}

const NOTHING: Omit<MatrixReading, 'retry'> = { head: null, rows: [], complete: false, error: null };

/** @param show answers whether anybody still wants to know */
async function readPages(
  filter: Pick<Input<'matrix.rows'>, 'projectId' | 'stages' | 'fields'>,
  show: (change: (now: Omit<MatrixReading, 'retry'>) => Omit<MatrixReading, 'retry'>) => boolean,
): Promise<void> {
  let after: string | null = null;
  try {
    do {
      const page: Page = await call('matrix.rows', {
        ...filter,
        after,
        limit: after === null ? FIRST_ROWS : MORE_ROWS,
      });
      const { rows, next, ...head } = page;
      if (!show((now) => ({ head, rows: [...now.rows, ...rows], complete: next === null, error: null }))) return;
      after = next;
    } while (after !== null);
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    show((now) => ({ ...now, error }));
  }
}
