import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { show } from './drawn';
import { SCREENS } from './screens';

const THEMES = ['light', 'dark'] as const;

/** Pictures for readers of the repository: every screen as the administrator sees it, light and dark. */
export async function takePictures(browser: Browser, origin: string, folder: string, names: readonly string[]) {
  mkdirSync(folder, { recursive: true });
  for (const screen of SCREENS.filter(({ name }) => names.length === 0 || names.includes(name)))
    for (const theme of THEMES) {
      const context = await browser.newContext({ viewport: screen.size ?? { width: 1280, height: 900 } });
      await context.addInitScript((kept) => localStorage.setItem('shell-appearance', kept), theme);
      const page = await context.newPage();
      await show(page, origin, screen);
      await page.screenshot({ path: join(folder, `${screen.name}-${theme}.png`) });
      console.log(`${screen.name}, ${theme}`);
      await context.close();
    }
}
