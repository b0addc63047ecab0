import { requestConfluence } from '@forge/bridge';
import { useQuery } from '@tanstack/react-query';

/** The title of a page, as the reader may see it; null before it is read, and where they may not (Confluence REST v2, "Get page by id"). */
export const usePageTitle = (pageId: string): string | null =>
  useQuery({ queryKey: ['page title', pageId], queryFn: () => titleOf(pageId) }).data ?? null;

async function titleOf(pageId: string): Promise<string | null> {
  try {
    const response = await requestConfluence(`/wiki/api/v2/pages/${encodeURIComponent(pageId)}`);
    return response.ok ? (((await response.json()) as { title?: string }).title ?? null) : null;
  } catch {
    return null;
  }
}
