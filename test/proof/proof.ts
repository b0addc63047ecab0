import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Figure } from '../bench/figure';

/**
 * `npm run proof`: what takes too long for every run of CI, run by hand before a release. The same code as in CI, with twenty
 * times as many long histories, every bench at its full size, and the pictures. Its table goes to docs/proof/, with the commit that it was made of.
 */
interface Proof {
  name: string;
  command: readonly string[];
  env?: Readonly<Record<string, string>>;
  /** Prints a figure a line, as `npm run bench -- --json` does. */
  figures?: true;
}

const ROOT = resolve(__dirname, '../..');
/** Runs of each law on short histories, and histories of 250 operations; CI makes one of the long ones. */
const LAW_RUNS = 20;
const LAW_SEEDS = 20;

const PROOFS: readonly Proof[] = [
  {
    name: 'laws',
    command: ['npx', 'jest', 'test/ingest', '-w', '1'],
    env: { LAW_RUNS: String(LAW_RUNS), LAW_SEEDS: String(LAW_SEEDS) },
  },
  { name: 'figures', command: ['npm', 'run', '-s', 'bench', '--', '--json'], figures: true },
  { name: 'pictures', command: ['npm', 'run', '-s', 'screens'] },
];

interface Outcome {
  proof: Proof;
  passed: boolean;
  minutes: number;
  figures: Figure[];
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const wanted = PROOFS.filter(({ name }) => values.only === undefined || name === values.only);
  if (wanted.length === 0)
    throw new Error(`There is no proof ${values.only}: ${PROOFS.map(({ name }) => name).join(', ')}.`);
  const commit = git('rev-parse', 'HEAD');
  if (git('status', '--porcelain') !== '')
    console.error('There are changes that are in no commit: the table would not be true of one.');
  const outcomes: Outcome[] = [];
  for (const proof of wanted) outcomes.push(await prove(proof, seedOf(commit)));
  if (values.only === undefined) write(commit, outcomes);
  process.exitCode = outcomes.every(({ passed }) => passed) ? 0 : 1;
}

const git = (...command: string[]): string => execFileSync('git', command, { cwd: ROOT, encoding: 'utf8' }).trim();
/** As in CI: the same seed for the same commit. */
const seedOf = (commit: string): string => String(Number.parseInt(commit.slice(0, 7), 16));

async function prove(proof: Proof, seed: string): Promise<Outcome> {
  const [program = '', ...rest] = proof.command;
  const since = process.hrtime.bigint();
  const child = spawn(program, rest, {
    cwd: ROOT,
    // What is set by hand wins, to try a part at a smaller size.
    env: { LAW_SEED: seed, ...proof.env, ...process.env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    process.stdout.write(chunk);
  });
  const code = await new Promise<number | null>((done) => child.once('exit', done));
  const minutes = Number(process.hrtime.bigint() - since) / 60e9;
  return { proof, passed: code === 0, minutes, figures: proof.figures ? figuresIn(said) : [] };
}

const figuresIn = (said: string): Figure[] =>
  said
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Figure);

function write(commit: string, outcomes: readonly Outcome[]): void {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const number = (value: number | null) => (value === null ? '–' : String(value));
  const text = [
    `# Proof of ${version}`,
    `Commit ${commit}, ${git('show', '-s', '--format=%cs', commit)}. Made by \`npm run proof\`.`,
    table(
      ['proof', 'result', 'minutes'],
      outcomes.map(({ proof, passed, minutes }) => [proof.name, passed ? 'passed' : 'FAILED', minutes.toFixed(1)]),
    ),
    table(
      ['figure', 'value', 'unit', 'baseline', 'ratio', 'goal'],
      outcomes
        .flatMap(({ figures }) => figures)
        .map(({ name, value, unit, baseline, ratio, goal }) => [
          name,
          number(value),
          unit,
          ...[baseline, ratio, goal].map(number),
        ]),
    ),
  ].join('\n\n');
  const folder = join(ROOT, 'docs/proof');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${version}.md`), `${text}\n`);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
