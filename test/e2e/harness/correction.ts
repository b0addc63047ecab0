import type { Page } from 'playwright-core';
import type { RunningSite } from './running-site';
import { transit } from './shell';

/** The transitions of 10.2, and the status that each leads to. */
const STEPS = [
  ['Correct', 'Correction'],
  ['Analyse cause', 'Cause analysis'],
  ['Act on cause', 'Corrective action'],
  ['Review effectiveness', 'Effectiveness review'],
  ['Close', 'Closed'],
] as const;

/** Takes a nonconformity, whose issue the page shows, through them. */
export async function closeStepByStep(page: Page): Promise<void> {
  for (const [transition, status] of STEPS) {
    await transit(page, transition);
    await page.waitForSelector(`section[aria-label=Status] >> text=${status}`);
  }
}

/** Writes into a nonconformity what 10.2 asks for, where there is no corrective action; the administrator has reviewed it. */
export async function fillInCorrection(site: RunningSite, key: string): Promise<void> {
  const all = await site.rest<{ id: string; name: string }[]>('GET', '/field');
  const written = ['Correction', 'Cause', 'Why no action', 'AIMS changes'].map((name) => [name, 'As it was done.']);
  const reviewer = ['Effectiveness reviewer', { accountId: 'admin' }];
  const named = [...written, reviewer, ['Effectiveness', { value: 'Effective' }], ['Effectiveness date', '2026-11-20']];
  const fields = named.map(([name, value]) => [all.find((field) => field.name === name)?.id, value]);
  await site.rest('PUT', `/issue/${key}`, { fields: Object.fromEntries(fields) });
}
