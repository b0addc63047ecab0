import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { procedures } from '../../src/contract/procedures';
import type { Finding } from './finding';
import { sourcesOnScreens } from './screens';

/** Procedures whose screens are still to come, with the part of the product that brings them. */
export const SCREENS_TO_COME: Readonly<Record<string, string>> = {
  'coverage.reasons': 'Gap analysis',
};

/** A procedure that no screen calls is not done: nobody on a customer's site can reach it. */
export function procedureFindings(
  root: string,
  names: readonly string[] = Object.keys(procedures),
  toCome: Readonly<Record<string, string>> = SCREENS_TO_COME,
): Finding[] {
  const rule = 'procedure-has-screen';
  const screens = sourcesOnScreens(root).map((source) => readFileSync(join(root, source), 'utf8'));
  return names.flatMap((name) => {
    const isCalled = screens.some((text) => text.includes(`'${name}'`));
    if (isCalled && name in toCome)
      return [{ rule, message: `${name} has a screen now: take it off the list of those to come.` }];
    if (isCalled || name in toCome) return [];
    return [{ rule, message: `No file that an entry of static/ leads to by its imports calls ${name}.` }];
  });
}
