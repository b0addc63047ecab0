import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { procedures } from '../../src/contract/procedures';
import type { Finding } from './finding';
import { SCREENS_TO_COME } from './procedures';

/** What one story's screens asked for, or null where the story left nothing. */
export type Evidence = Readonly<Record<string, readonly { functionKey: string; answered: number }[] | null>>;

/**
 * A procedure that changes something is done when a story presses for it in a browser and the app does it: the calls are
 * those that the site counted from its frames, so what a story asks for past the screens is no evidence.
 */
export function pressedFindings(
  evidence: Evidence,
  changing: readonly string[] = changingNames(),
  toCome: Readonly<Record<string, string>> = SCREENS_TO_COME,
): Finding[] {
  const untold = Object.keys(evidence).filter((story) => evidence[story] === null);
  // Whatever is missing may have been pressed there.
  if (untold.length > 0)
    return [
      { rule: 'stories-told', message: `Run all stories (npm run e2e) first: ${untold.join(', ')} left nothing.` },
    ];
  const pressed = new Set(
    Object.values(evidence).flatMap((calls) =>
      (calls ?? []).flatMap(({ functionKey, answered }) => (answered > 0 ? functionKey : [])),
    ),
  );
  return changing
    .filter((name) => !pressed.has(name) && !(name in toCome))
    .map((name) => ({
      rule: 'change-is-pressed',
      message: `No story in test/e2e/ presses what calls ${name} and is answered.`,
    }));
}

const changingNames = (): string[] =>
  Object.entries(procedures).flatMap(([name, { changes }]) => (changes ? name : []));

/** What the last run of the stories left, by the name of the story's file. */
function evidenceOf(root: string): Evidence {
  const stories = readdirSync(join(root, 'test/e2e')).filter((name) => name.endsWith('.spec.ts'));
  return Object.fromEntries(
    stories.map((story) => {
      const file = join(root, '.cache/pressed', `${story}.jsonl`);
      if (!existsSync(file)) return [story, null];
      const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
      return [story, lines.map((line) => JSON.parse(line))];
    }),
  );
}

/** `npm run pressed`, after all stories. */
function main(): void {
  const findings = pressedFindings(evidenceOf(resolve(__dirname, '../..')));
  for (const { rule, message } of findings) console.error(`${rule}: ${message}`);
  if (findings.length === 0) console.log('Everything that changes something was pressed in a browser.');
  process.exitCode = findings.length === 0 ? 0 : 1;
}

if (require.main === module) main();
