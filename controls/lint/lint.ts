import { parseExceptions } from './exceptions';
import { RULES } from './index';
import { parseControls } from './read';
import type { Finding } from './rule';

export interface RuleFinding extends Finding {
  rule: string;
}

/**
 * Applies every rule. Data of the wrong shape is reported as the rule `shape`, and no other rule runs then.
 * @param files text of each file below `controls/`, by path
 * @param foreignTexts see Controls
 * @param exceptions text of exceptions.txt; an exception that nothing needs is a finding of the rule `exceptions`
 */
export function lint(
  files: ReadonlyMap<string, string>,
  foreignTexts: readonly string[] | null,
  exceptions: string,
): RuleFinding[] {
  const parsed = parseControls(files, foreignTexts);
  if ('findings' in parsed) return parsed.findings.map((finding) => ({ rule: 'shape', ...finding }));
  const excepted = parseExceptions(exceptions);
  const needed = new Set<number>();
  const findings = RULES.flatMap(({ name, check }) =>
    check(parsed.controls)
      .map((finding) => ({ rule: name, ...finding }))
      .filter((finding) => {
        const exception = excepted.find(
          ({ rule, file, id }) => rule === name && file === finding.file && id === finding.id,
        );
        if (exception) needed.add(exception.line);
        return exception === undefined;
      }),
  );
  const unneeded = excepted
    .filter(({ line }) => !needed.has(line))
    .map(({ line, rule, id }) => ({
      rule: 'exceptions',
      file: 'lint/exceptions.txt',
      id: `line ${line}`,
      problem: `Nothing breaks ${rule} at "${id}" any more.`,
      remedy: 'Remove the line.',
    }));
  return [...findings, ...unneeded];
}
