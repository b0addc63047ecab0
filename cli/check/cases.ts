/**
 * Holds the list of cases (`case-list.ts`) to the tests that have their numbers, and prints which cases no test has yet.
 * Usage: npm run cases
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CASES, type Case } from './case-list';

const ROOT = join(__dirname, '../..');

/** What is wrong with the list: files that have no test with the number of a case. */
export function casesNotHeld(
  cases: Readonly<Record<string, readonly Case[]>>,
  textOf: (file: string) => string | null,
): string[] {
  return Object.entries(cases).flatMap(([page, list]) =>
    list.flatMap((one, place) => {
      if (!('in' in one)) return [];
      const titled = new RegExp(`['"\`]${place + 1}\\. `);
      const text = textOf(one.in);
      return text !== null && titled.test(text) ? [] : [`${page} ${place + 1}: ${one.in} has no test with its number.`];
    }),
  );
}

/** Cases that are open, by what brings them. */
export function openCases(cases: Readonly<Record<string, readonly Case[]>>): Map<string, string[]> {
  const open = new Map<string, string[]>();
  for (const [page, list] of Object.entries(cases))
    for (const [place, one] of list.entries())
      if ('comesWith' in one) open.set(one.comesWith, [...(open.get(one.comesWith) ?? []), `${page} ${place + 1}`]);
  return open;
}

function main(): void {
  const wrong = casesNotHeld(CASES, (file) =>
    existsSync(join(ROOT, file)) ? readFileSync(join(ROOT, file), 'utf8') : null,
  );
  const open = openCases(CASES);
  const all = Object.values(CASES).flat().length;
  const count = [...open.values()].flat().length;
  console.log(`Cases: ${all - count} of ${all} have a test.`);
  for (const [what, cases] of open) console.log(`  ${what}: ${cases.join(', ')}`);
  for (const line of wrong) console.error(line);
  process.exitCode = wrong.length === 0 ? 0 : 1;
}

if (require.main === module) main();
