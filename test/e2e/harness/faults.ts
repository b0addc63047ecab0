import type { Page } from 'playwright-core';

/** Turns faults of the site on or off, as the switches of the shell's drawer do. */
export const setFaults = (page: Page, wanted: unknown): Promise<void> => press(page, '/local/faults', wanted);

/** Gives the app a licence on this site, or ends it, as the drawer's choice does. */
export const setLicence = (page: Page, licence: 'unset' | 'inactive'): Promise<void> =>
  press(page, '/local/licence', { licence });

/** Lets a schedule of the app run now, as the drawer's button does. */
export const runSchedule = (page: Page, module: string): Promise<void> => press(page, '/local/schedule', { module });

function press(page: Page, path: string, wanted: unknown): Promise<void> {
  return page.evaluate(
    async ([address, body]) => {
      const { csrf } = await (await fetch('/local/session')).json();
      const headers = { 'content-type': 'application/json', 'x-csrf-token': csrf };
      await fetch(String(address), { method: 'POST', headers, body: JSON.stringify(body) });
    },
    [path, wanted],
  );
}
