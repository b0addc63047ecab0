import type { Frame } from 'playwright-core';

/**
 * What in a frame reaches beyond its width: a line for each element, none when all fits. What scrolls within a part of its own
 * is not beyond.
 */
export const tooWide = (frame: Frame): Promise<string[]> =>
  frame.evaluate(() => {
    const scrolls = (element: Element) => ['auto', 'scroll', 'hidden'].includes(getComputedStyle(element).overflowX);
    const isWithin = (element: Element): boolean => {
      for (let around = element.parentElement; around; around = around.parentElement) if (scrolls(around)) return true;
      return false;
    };
    const width = document.documentElement.clientWidth;
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > width + 1 && !isWithin(element))
      .map((element) => `${element.tagName}.${element.className} reaches to ${element.getBoundingClientRect().right}`)
      .slice(0, 5);
  });
