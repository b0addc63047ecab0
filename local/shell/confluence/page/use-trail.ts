import { useEffect, useState } from 'react';
import { wiki } from '../../core/site';
import type { Listed, PageHead } from '../confluence';
import { onTreeChange } from '../tree/tree-change';

/** The pages above a page, from the top; Confluence gives their ids first and their titles on demand. */
export function useTrail(pageId: string): readonly PageHead[] {
  const [trail, setTrail] = useState<readonly PageHead[]>([]);
  useEffect(() => {
    let current = true;
    const read = () =>
      void trailOf(pageId).then(
        (found) => current && setTrail(found),
        () => current && setTrail([]), // The page itself says what is wrong.
      );
    read();
    const stop = onTreeChange(read);
    return () => {
      current = false;
      stop();
    };
  }, [pageId]);
  return trail;
}

async function trailOf(pageId: string): Promise<PageHead[]> {
  const { results } = await wiki<Listed<{ id: string }>>('GET', `/api/v2/pages/${pageId}/ancestors`);
  if (results.length === 0) return [];
  const ids = results.map(({ id }) => id);
  const pages = await wiki<Listed<PageHead>>('GET', `/api/v2/pages?${ids.map((id) => `id=${id}`).join('&')}`);
  return ids.flatMap((id) => pages.results.find((page) => page.id === id) ?? []);
}
