import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { RunningSite } from '../e2e/harness/running-site';
import { become } from '../e2e/harness/shell';
import { drawn, framesInPicture, show } from './drawn';
import { PEOPLE, type PersonKind, takeFiguresFrom } from './people';
import { SCREENS, type Screen } from './screens';
import { fileOf, linesSchema, PLACES, type Place, sheetPage, sheetText, type Theme } from './sheet';

const HEIGHT = 1000;
/** What stands below the edge is worth seeing too, and this is as much of it as one picture shows. */
const HIGHEST = 2000;
const WIDE = { width: 1440, height: HEIGHT };
/** Colours pass over into each other. */
const FADE_MS = 350;
const PATIENCE_MS = 60_000;
const PAINT_MS = 2_000;

/** What one picture is taken of, where from, and into which folder. */
interface Taking {
  place: Place;
  screen: Screen;
  origin: string;
  folder: string;
}

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
      await page.setViewportSize(WIDE);
      await show(page, origin, screen);
      for (const width of new Set(own.map((place) => place.width))) {
        await widen(page, width, screen);
        for (const place of own.filter((one) => one.width === width))
          await takeOne(page, { place, screen, origin, folder });
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

/** The window gets its width, and as much height as it shows something in. */
async function widen(page: Page, width: number, screen: Screen): Promise<void> {
  await page.setViewportSize({ width, height: HEIGHT });
  await drawn(page, screen);
  const height = await page.evaluate(heightOf);
  if (height <= HEIGHT) return;
  await page.setViewportSize({ width, height: Math.min(height, HIGHEST) });
  await drawn(page, screen);
}

/** Runs in the page: how high a window is that nothing has to be scrolled in. A dialog is as high as its window. */
const heightOf = (): number => {
  if (document.querySelector('[role=dialog]')) return innerHeight;
  const hidden = [...document.querySelectorAll('*')]
    .filter(
      (element) => element === document.documentElement || /auto|scroll/.test(getComputedStyle(element).overflowY),
    )
    .map((element) => element.scrollHeight - element.clientHeight);
  return innerHeight + Math.max(0, ...hidden);
};

async function takeOne(page: Page, { place, screen, origin, folder }: Taking): Promise<void> {
  await page.evaluate(paint, place.theme);
  // A dialog keeps the theme that it was opened in.
  const isDialog = (await page.locator('[role=dialog]').count()) > 0;
  if (isDialog || !(await isPainted(page, place.theme))) {
    await page.setViewportSize(WIDE);
    await show(page, origin, screen);
    await widen(page, place.width, screen);
  }
  await page.waitForTimeout(FADE_MS);
  const path = join(folder, fileOf(place));
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path });
}

/** Whether the page and every frame in the picture have followed. */
async function isPainted(page: Page, theme: Theme): Promise<boolean> {
  for (const end = Date.now() + PAINT_MS; Date.now() < end; await page.waitForTimeout(FADE_MS)) {
    const frames = await framesInPicture(page);
    const themes = await Promise.all(frames.map((frame) => frame.evaluate(themeOf)));
    if (themes.every((one) => one === theme)) return true;
  }
  return false;
}

/** Runs in the page and in a frame of it, which tell more contrast each in their own attribute: the theme, in our words. */
const themeOf = (): string => {
  const { colorMode, contrastMode, theme } = document.documentElement.dataset;
  return contrastMode === 'more' || theme?.includes('contrast') ? `${colorMode}-contrast` : String(colorMode);
};

/** Runs in the page: chooses a theme as another tab of the browser would, so that nothing here loses focus for it. */
const paint = (theme: string): void => {
  localStorage.setItem('shell-appearance', theme);
  dispatchEvent(new StorageEvent('storage', { key: 'shell-appearance', newValue: theme }));
};

/** Writes the page of all pictures, and the sheet that is committed. */
export function writeSheet(pictures: string, sheet: string): void {
  const taken = new Set(PLACES.map(fileOf).filter((file) => existsSync(join(pictures, file))));
  const lines = linesSchema.parse(JSON.parse(readFileSync(join(sheet, 'seen.json'), 'utf8')));
  mkdirSync(pictures, { recursive: true });
  writeFileSync(join(pictures, 'index.html'), sheetPage(taken));
  writeFileSync(join(sheet, 'sheet.md'), sheetText(lines, taken));
}
