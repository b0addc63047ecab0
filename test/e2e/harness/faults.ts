import type { Page } from 'playwright-core';

/** Turns faults of the site on or off, as the switches of the shell's drawer do. */
export function setFaults(page: Page, wanted: unknown): Promise<void> {
  return page.evaluate(async (body) => {
    const { csrf } = await (await fetch('/local/session')).json();
    const headers = { 'content-type': 'application/json', 'x-csrf-token': csrf };
    await fetch('/local/faults', { method: 'POST', headers, body: JSON.stringify(body) });
  }, wanted);
}
