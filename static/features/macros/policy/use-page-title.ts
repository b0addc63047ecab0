import { requestConfluence } from '@forge/bridge';
import { useEffect, useState } from 'react';

/** The title of a page, as the reader may see it; null before it is read, and where they may not (Confluence REST v2, "Get page by id"). */
export function usePageTitle(pageId: string): string | null {
  const [title, setTitle] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    void titleOf(pageId).then((read) => wanted && setTitle(read));
    return () => {
      wanted = false;
    };
  }, [pageId]);
  return title;
}

async function titleOf(pageId: string): Promise<string | null> {
  try {
    const response = await requestConfluence(`/wiki/api/v2/pages/${encodeURIComponent(pageId)}`);
    return response.ok ? (((await response.json()) as { title?: string }).title ?? null) : null;
  } catch {
    return null;
  }
}
