import { source } from 'axe-core';
import type { ElementHandle, Frame, Page } from 'playwright-core';

/** Where the keyboard is: the element that has the focus, in whichever frame. */
export interface Focus {
  frame: Frame;
  element: ElementHandle<Element>;
  /** As a screen reader says it. */
  name: string;
  /** How the element and what stands around it look with the focus. */
  look: string;
  /** A caret shows it. */
  isText: boolean;
  html: string;
}

const MOST_STOPS = 200;
/** Atlaskit's borders change within this time. */
const SETTLE_MS = 250;

/** Outline, shadow and borders of an element and of the two around it: a field shows the focus on its frame. */
const LOOK = `(element) => {
  const around = [element, ...[...element.parentElement?.children ?? []].filter((other) => other !== element)];
  for (let up = element.parentElement; up && around.length < 24 && up !== document.body; up = up.parentElement) {
    around.push(up);
    if (up.parentElement === document.body || around.filter((one) => one.contains(element)).length > 4) break;
  }
  return around.map((one) => ['', '::before', '::after'].map((part) => {
    const style = getComputedStyle(one, part || null);
    return [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow, style.borderColor, style.borderWidth].join(' ');
  }).join(';')).join('|');
}`;

/** What has the focus now, or null for the page itself. */
export async function focusOf(page: Page): Promise<Focus | null> {
  let frame = page.mainFrame();
  for (;;) {
    const element = (
      await frame.evaluateHandle(() => document.activeElement)
    ).asElement() as ElementHandle<Element> | null;
    if (!element) return null;
    const inner = await element.contentFrame();
    if (inner) {
      frame = inner;
      continue;
    }
    if (await element.evaluate((one) => one === document.body)) return null;
    const known = await frame.evaluate('typeof axe');
    if (known === 'undefined') await frame.evaluate(source);
    const name = (await frame.evaluate(
      '(axe.setup(document), (name => (axe.teardown(), name))(axe.commons.text.accessibleText(document.activeElement)))',
    )) as string;
    await page.waitForTimeout(SETTLE_MS);
    return {
      frame,
      element,
      name: name.replaceAll(/\s+/g, ' ').trim(),
      look: (await frame.evaluate(`(${LOOK})(document.activeElement)`)) as string,
      isText: await element.evaluate((one) => (one as HTMLElement).isContentEditable),
      html: await element.evaluate((one) => one.outerHTML.slice(0, 160)),
    };
  }
}

/** How the element looks now that the focus has gone on; null when it is gone as well. */
async function lookWithout({ frame, element }: Focus): Promise<string | null> {
  try {
    if (!(await element.evaluate((one) => one.isConnected))) return null;
    const looks = (await frame.evaluateHandle(LOOK)) as unknown as Parameters<typeof element.evaluate>[1];
    return (await element.evaluate((one, look) => (look as (of: Element) => string)(one), looks)) as string;
  } catch {
    return null;
  }
}

/** Keeps what is wrong with each place that the keyboard came to: it has no name, or nothing shows that it has the focus. */
export class Walk {
  readonly faults: string[] = [];
  /** Names of the places, in order. */
  readonly places: string[] = [];
  private last: Focus | null = null;
  /** A date has stops of its own inside: it has to show the focus at one of them by its own looks. */
  private looks = new Set<string>();

  constructor(private readonly page: Page) {}

  /** Presses a key and looks at where it led. */
  async press(key: string): Promise<Focus | null> {
    const before = this.last;
    await this.page.keyboard.press(key);
    const now = await focusOf(this.page);
    const moved = before !== null && (now === null || !(await sameElement(before, now)));
    if (moved && !before.isText) {
      const without = await lookWithout(before);
      if (without !== null && [...this.looks].every((look) => look === without))
        this.faults.push(`nothing shows the focus: ${before.name} ${before.html}`);
    }
    if (now !== null && (before === null || moved)) {
      this.places.push(now.name);
      if (now.name === '') this.faults.push(`no name: ${now.html}`);
    }
    this.keep(now, moved);
    return now;
  }

  /** Goes on with Tab (or another key) to what has this name. @throws Error when the keyboard does not come there */
  async to(name: string | RegExp, key = 'Tab'): Promise<Focus> {
    const is = (found: string) => (typeof name === 'string' ? found === name : name.test(found));
    const from = this.places.length;
    for (let stop = 0; stop < MOST_STOPS; stop++) {
      const now = await this.press(key);
      if (now !== null && is(now.name)) return now;
    }
    throw new Error(`The keyboard does not come to ${name}. It came to: ${this.places.slice(from).join(' | ')}`);
  }

  /** What has the focus, as the last key or the screen itself put it. */
  async here(): Promise<Focus | null> {
    this.keep(await focusOf(this.page), true);
    return this.last;
  }

  private keep(now: Focus | null, moved: boolean): void {
    this.last = now;
    if (moved) this.looks.clear();
    if (now !== null) this.looks.add(now.look);
  }
}

async function sameElement(one: Focus, other: Focus): Promise<boolean> {
  if (one.frame !== other.frame) return false;
  return one.frame
    .evaluate(([first, second]) => first === second, [one.element, other.element] as const)
    .catch(() => false);
}
