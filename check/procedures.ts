import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { procedures } from '../src/contract/procedures';
import type { Finding } from './finding';

/** Procedures whose screens are still to come, with the part of the product that brings them. */
const SCREENS_TO_COME: Readonly<Record<string, string>> = {
  'applicability.decide': 'Statement of Applicability',
  'applicability.approve': 'Statement of Applicability',
  'evidence.meetInCommon': 'Met in common',
  'impact.triage': 'Triage',
  'conclusion.record': 'Conclusions',
};

/** A procedure that no screen calls is not done: nobody on a customer's site can reach it. */
export function procedureFindings(
  root: string,
  names: readonly string[] = Object.keys(procedures),
  toCome: Readonly<Record<string, string>> = SCREENS_TO_COME,
): Finding[] {
  const screens = sourcesBelow(join(root, 'static'));
  const isCalled = (name: string) => screens.some((text) => text.includes(`'${name}'`));
  return names.flatMap((name) => {
    if (isCalled(name))
      return name in toCome
        ? [
            {
              rule: 'procedure-has-screen',
              message: `${name} has a screen now: take it off the list of those to come.`,
            },
          ]
        : [];
    return name in toCome ? [] : [{ rule: 'procedure-has-screen', message: `No screen below static/ calls ${name}.` }];
  });
}

function sourcesBelow(folder: string): string[] {
  return (readdirSync(folder, { recursive: true }) as string[])
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('dist/'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}
