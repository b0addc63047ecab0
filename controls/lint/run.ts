/** `npm run lint:controls`: prints every finding with its remedy; exit code 1 if there is one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from './index';
import { lint } from './lint';
import { readFiles, readForeignTexts } from './read';

const foreignTexts = readForeignTexts();
if (foreignTexts === null)
  process.stderr.write('no-copied-text: the checked facts are absent, so only the built-in phrases are looked for.\n');
const findings = lint(readFiles(), foreignTexts, readFileSync(join(__dirname, 'exceptions.txt'), 'utf8'));
for (const { file, id, rule, problem, remedy } of findings)
  process.stdout.write(`controls/${file}${id === '' ? '' : ` ${id}`}: ${rule}: ${problem}\n    ${remedy}\n`);
process.stdout.write(`${RULES.length} rules, ${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}\n`);
process.exitCode = findings.length > 0 ? 1 : 0;
