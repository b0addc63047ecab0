import type { Page } from 'playwright-core';
import { SHOWN_TO_WORDS } from '../../../src/words/readers';
import { namedFrame } from './frames';
import { become } from './shell';

/** Chooses, as the administrator, to whom figures of the organisation are shown in Confluence. */
export async function showFiguresTo(page: Page, origin: string, level: keyof typeof SHOWN_TO_WORDS): Promise<void> {
  await become(page, 'Site Administrator');
  await page.goto(`${origin}/admin/apps/aims-admin?tab=readers`);
  const admin = await namedFrame(page, 'AI management');
  const label = `label:has-text("${SHOWN_TO_WORDS[level]}")`;
  await admin.click(label);
  await admin.waitForSelector(`${label} input:checked`);
}

/** Opens a page as somebody. */
export async function readAs(page: Page, who: string, address: string): Promise<void> {
  await become(page, who);
  await page.goto(address);
}
