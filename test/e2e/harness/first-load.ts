import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';

/** What a page has requested of one origin, in scripts and styles. */
export interface FirstLoad {
  /** Bytes, each file gzipped on its own as a CDN sends it. */
  gzip: number;
  /** How often each file was requested that was not in the browser's cache. */
  requests: ReadonlyMap<string, number>;
}

/** The local host's own scripts, which Atlassian's pages have in another form. */
const HOST = /\/__(bridge\.js|theme\.css)$/;

/** Watches the page from now on. @returns how to end and read what was seen */
export function watchLoad(page: Page, origin: string): () => Promise<FirstLoad> {
  const seen: Response[] = [];
  const see = (response: Response) => {
    const { origin: from, pathname } = new URL(response.url());
    if (from === origin && /\.(js|css)$/.test(pathname) && !HOST.test(pathname)) seen.push(response);
  };
  page.on('response', see);
  return async () => {
    page.off('response', see);
    const requests = new Map<string, number>();
    let gzip = 0;
    for (const response of seen) {
      const { pathname } = new URL(response.url());
      // What comes from the cache has headers and no bytes of a body: then the size is counted down to below nought.
      const cached = (await response.request().sizes()).responseBodySize <= 0;
      if (!requests.has(pathname)) gzip += gzipSync(await response.body()).length;
      requests.set(pathname, (requests.get(pathname) ?? 0) + (cached ? 0 : 1));
    }
    return { gzip, requests };
  };
}
