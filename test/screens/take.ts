import { join, resolve } from 'node:path';
import { openBrowser } from '../e2e/harness/browser';
import { startSampleSite } from '../e2e/harness/sample-site';
import { takePictures } from './pictures';
import { takeSheet, writeSheet } from './take-sheet';

/**
 * `npm run screens` takes every screen, to every kind of person, in every theme, at three widths, into `.cache/screens`, and
 * writes `docs/screens/sheet.md`; with `screen=overview width=400` only those. `npm run screens -- pictures` takes the
 * pictures of docs/screens, with names only those. `npm run screens -- lines` writes the sheet anew from what was taken.
 * Starts the site with the sample organisation as `npm start` does, in a folder that goes with it.
 */
const ROOT = resolve(__dirname, '../..');
const COMMITTED = join(ROOT, 'docs/screens');
const FOLDERS = { pictures: join(ROOT, '.cache/screens'), sheet: COMMITTED };

async function main(): Promise<void> {
  const [what, ...names] = process.argv.slice(2);
  if (what === 'lines') return writeSheet(FOLDERS.pictures, FOLDERS.sheet);
  const [site, browser] = await Promise.all([startSampleSite(), openBrowser()]);
  try {
    if (what === 'pictures') await takePictures(browser, site.origin, COMMITTED, names);
    else await takeSheet(browser, site, FOLDERS, process.argv.slice(2));
  } finally {
    await browser.close();
    await site.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
