import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { RunningSite } from '../e2e/harness/running-site';
import { become } from '../e2e/harness/shell';
import { show } from './drawn';
import { PEOPLE, type PersonKind, takeFiguresFrom } from './people';
import { SCREENS } from './screens';
import { fileOf, linesSchema, PLACES, type Place, sheetPage, sheetText } from './sheet';

const HEIGHT = 1000;
const WIDE = { width: 1440, height: HEIGHT };
/** A frame is told of a theme or a width, draws anew, and tells the page around how high it is now. */
const REST_MS = 1_200;
const PATIENCE_MS = 60_000;

/**
 * Takes the pictures of the sheet that match every given word (`screen=…`, `person=…`, `theme=…`, `width=…`) and writes the
 * sheet of all that were ever taken.
 * @param pictures the folder of the pictures
 * @param sheet the folder of the committed sheet
 */
export async function takeSheet(
  browser: Browser,
  site: RunningSite,
  { pictures, sheet }: { pictures: string; sheet: string },
  wanted: readonly string[],
): Promise<void> {
  const chosen = PLACES.filter((place) => matches(place, wanted));
  await takeFiguresFrom(PEOPLE['without-figures'], site);
  for (const person of Object.keys(PEOPLE) as PersonKind[]) {
    const own = chosen.filter((place) => place.person === person);
    if (own.length > 0) await takeAs(person, own, browser, site, pictures);
  }
  writeSheet(pictures, sheet);
}

/** Words of one property widen the choice, words of different ones narrow it. */
function matches(place: Place, wanted: readonly string[]): boolean {
  const pairs = wanted.map((word) => word.split('=') as [keyof Place, string]);
  return pairs.every(([property]) =>
    pairs.some(([other, value]) => other === property && String(place[other]) === value),
  );
}

async function takeAs(
  person: PersonKind,
  places: readonly Place[],
  browser: Browser,
  { origin }: RunningSite,
  folder: string,
): Promise<void> {
  const context = await browser.newContext({ viewport: WIDE });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  await page.goto(origin);
  if (person !== 'administrator') await become(page, PEOPLE[person]);
  for (const screen of SCREENS) {
    const own = places.filter((place) => place.screen === screen.name);
    if (own.length === 0) continue;
    try {
      for (const theme of new Set(own.map((place) => place.theme))) {
        // What the browser keeps is what the page is drawn with from the start.
        await page.evaluate((kept) => localStorage.setItem('shell-appearance', kept), theme);
        await page.setViewportSize(WIDE);
        await show(page, origin, screen);
        for (const place of own.filter((one) => one.theme === theme)) await takeOne(page, place, folder);
      }
      console.log(`${screen.name}, ${person}: ${own.length}`);
    } catch (error) {
      // One screen that does not come is no reason to have none of the others; the sheet shows that it is missing.
      console.error(`${screen.name}, ${person}: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 1;
    }
  }
  await context.close();
}

async function takeOne(page: Page, place: Place, folder: string): Promise<void> {
  await page.setViewportSize({ width: place.width, height: HEIGHT });
  await page.waitForTimeout(REST_MS);
  const path = join(folder, fileOf(place));
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path });
}

/** Writes the page of all pictures, and the sheet that is committed. */
export function writeSheet(pictures: string, sheet: string): void {
  const taken = new Set(PLACES.map(fileOf).filter((file) => existsSync(join(pictures, file))));
  const lines = linesSchema.parse(JSON.parse(readFileSync(join(sheet, 'seen.json'), 'utf8')));
  mkdirSync(pictures, { recursive: true });
  writeFileSync(join(pictures, 'index.html'), sheetPage(taken));
  writeFileSync(join(sheet, 'sheet.md'), sheetText(lines, taken));
}
