import { route } from '@forge/api';
import { z } from 'zod';
import { AppError } from '../errors';
import { readProduct } from '../product/request';

const viewed = z.object({
  results: z.array(
    z.object({ id: z.string(), title: z.string(), status: z.string(), _links: z.looseObject({ webui: z.string() }) }),
  ),
});

export interface ViewedPage {
  title: string;
  status: string;
  /** Address below the site's `/wiki`. */
  address: string;
}

/**
 * Titles of pages, fetched as the viewer: what they may not open is absent (Confluence REST v2, "Get pages"). At most 100
 * ids. Nobody's titles where Confluence is absent or out of reach, or the viewer has no licence for it.
 */
export async function pagesAsViewer(pageIds: readonly string[]): Promise<Map<string, ViewedPage>> {
  if (pageIds.length === 0) return new Map();
  const ids = pageIds.filter((id) => /^\d+$/.test(id)).join(',');
  try {
    const answer = await readProduct(
      'confluence',
      { as: 'user', method: 'GET', route: route`/wiki/api/v2/pages?id=${ids}&limit=100` },
      viewed,
    );
    return new Map(
      answer.results.map(({ id, title, status, _links }) => [id, { title, status, address: _links.webui }]),
    );
  } catch (error) {
    if (error instanceof AppError && error.code.startsWith('confluence-')) return new Map();
    throw error;
  }
}
