import type { PageHead } from '../confluence';

/** A page with what stands below it, in order. */
export interface Branch {
  page: PageHead;
  children: readonly Branch[];
}

/** Puts the pages of a space in their tree. A page whose parent the person may not see stands at the top. */
export function treeOf(pages: readonly PageHead[]): Branch[] {
  const known = new Set(pages.map(({ id }) => id));
  const under = (parentId: string | null): Branch[] =>
    pages
      .filter((page) => (page.parentId !== null && known.has(page.parentId) ? page.parentId : null) === parentId)
      .sort((a, b) => (a.position ?? 0) - (b.position ?? 0))
      .map((page) => ({ page, children: under(page.id) }));
  return under(null);
}

/** The ids from the top of the tree to a page, without the page. */
export function pathTo(pages: readonly PageHead[], pageId: string | null): string[] {
  const parentId = pages.find(({ id }) => id === pageId)?.parentId ?? null;
  return parentId === null ? [] : [...pathTo(pages, parentId), parentId];
}

/** The neighbours of a page among its siblings. */
export function neighboursOf(
  branches: readonly Branch[],
  pageId: string,
): { before: PageHead | null; after: PageHead | null } | null {
  const at = branches.findIndex(({ page }) => page.id === pageId);
  if (at >= 0) return { before: branches[at - 1]?.page ?? null, after: branches[at + 1]?.page ?? null };
  for (const { children } of branches) {
    const found = neighboursOf(children, pageId);
    if (found) return found;
  }
  return null;
}
