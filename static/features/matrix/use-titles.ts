import { useCallback, useEffect, useRef, useState } from 'react';
import type { Output } from '../../../src/contract/procedures';
import { call } from '../../shared/bridge/call';
import { CallError } from '../../shared/bridge/call-error';

type Issue = Output<'issues.titles'>['issues'][number];

/** Titles are asked for when scrolling rests, so that flying past a thousand rows asks for none of them. */
const REST_MS = 120;
const AT_ONCE = 100;

/**
 * Titles of rows in view, fetched as the viewer. `null` stands for a row that they may not open: it is left out of the
 * matrix and counted as hidden.
 */
export function useTitles(): {
  titles: ReadonlyMap<string, Issue | null>;
  want: (issueIds: readonly string[]) => void;
} {
  const [titles, setTitles] = useState<ReadonlyMap<string, Issue | null>>(new Map());
  const asked = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const want = useCallback((issueIds: readonly string[]) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const missing = issueIds.filter((id) => !asked.current.has(id)).slice(0, AT_ONCE);
      if (missing.length === 0) return;
      for (const id of missing) asked.current.add(id);
      void read(missing).then((found) => {
        if (found === null) for (const id of missing) asked.current.delete(id);
        else setTitles((now) => new Map([...now, ...missing.map((id) => [id, found.get(id) ?? null] as const)]));
      });
    }, REST_MS);
  }, []);
  return { titles, want };
}

/** Null when the titles could not be read: the rows keep their place and are asked for again. */
async function read(issueIds: string[]): Promise<Map<string, Issue> | null> {
  try {
    const { issues } = await call('issues.titles', { issueIds });
    return new Map(issues.map((issue) => [issue.issueId, issue]));
  } catch (error) {
    if (error instanceof CallError) return null;
    throw error;
  }
}
