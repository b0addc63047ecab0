import type { Page } from 'playwright-core';
import { untilIn } from './frames';

/** Where hostile texts would send something: no request may ever go there. */
export const ELSEWHERE = 'elsewhere.invalid';
const REST_MS = 500;

/** Keeps the dialogs that open, and the requests to anywhere but the site and the origin of its frames. */
export function watch(page: Page, happened: string[]): void {
  page.on('dialog', (dialog) => {
    happened.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^https?:$/.test(protocol) && !['localhost', '127.0.0.1'].includes(hostname)) happened.push(request.url());
  });
}

/**
 * What became of hostile texts in the frames of a page: `window.broken`, which their scripts set, and elements or
 * addresses that were made of them. Both are empty where all of it stayed text.
 */
export async function brokenIn(page: Page): Promise<{ broken: unknown[]; markup: string[] }> {
  const frames = await Promise.all(
    page.frames().map((frame) =>
      frame.evaluate((elsewhere) => {
        const addresses = ['href', 'xlink:href', 'src', 'action', 'formaction', 'data', 'srcdoc'];
        const isHostile = (element: Element): boolean =>
          (element.localName === 'script' && (element.textContent ?? '').includes('window.broken')) ||
          [...element.attributes].some(
            ({ name, value }) =>
              name.startsWith('on') ||
              (addresses.includes(name) && (/^\s*javascript:/i.test(value) || value.includes(elsewhere))),
          );
        return {
          broken: (window as { broken?: unknown }).broken ?? null,
          markup: [...document.querySelectorAll('*')]
            .filter(isHostile)
            .map((element) => element.outerHTML.slice(0, 200)),
        };
      }, ELSEWHERE),
    ),
  );
  return {
    broken: frames.map(({ broken }) => broken).filter((broken) => broken !== null),
    markup: frames.flatMap(({ markup }) => markup),
  };
}

/** Until every frame has drawn something that is not its waiting. */
export async function drawn(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  for (const frame of page.frames().slice(1))
    await untilIn(
      frame,
      () => document.body?.textContent?.trim() && !/Loading|Looking/.test(document.body.textContent),
    );
  await page.waitForTimeout(REST_MS);
}
