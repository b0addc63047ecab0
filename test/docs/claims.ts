import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { codeSpans, commands, linkTargets, type Span } from './markdown';

/** What a document names though no clone has it: made at run time, or beside the repository. */
const ELSEWHERE: ReadonlySet<string> = new Set(['.local/', '../shared']);

const EXTENSION = /\.(tsx?|cjs|mjs|json|ya?ml|md|patch|css|txt)$/;
/** Nothing that stands in a path: then it is a call, an address, a command or a name of somebody else's. */
const NO_PATH = /^[/@]|[\s(){}:*…?=]|^\.$/;

/** `<work type>` stands for any name. */
const withoutPlaceholders = (text: string): string => text.replace(/<[^>]+>/g, '<any>');

/** Whether a span means a file or a folder here: it ends like one, or begins with something that stands at the top. */
function isPath(text: string, top: readonly string[]): boolean {
  const path = withoutPlaceholders(text);
  if (NO_PATH.test(path)) return false;
  const [first = ''] = path.split('/');
  return EXTENSION.test(path) || path.endsWith('/') || (path.includes('/') && top.includes(first));
}

/** What a command runs, where that is a file of the repository. */
const pathsOfCommand = (text: string): string[] =>
  /^(node|npx|tsx) /.test(text) ? text.split(/\s+/).filter((word) => EXTENSION.test(word)) : [];

/**
 * Paths of a document that are not there, as `line: path`. A name without a folder stands beside what was named before it in the
 * same line or paragraph, as in "`src/domain/item/missing.ts`, `next-issue.ts`".
 */
export function missingPaths(markdown: string, root: string, folder = ''): string[] {
  const top = readdirSync(root);
  const lines = markdown.split('\n');
  const missing: string[] = [];
  let beside: string[] = [];
  let last = 0;
  for (const { line, text } of codeSpans(markdown)) {
    if (isNewParagraph(lines, last, line)) beside = [];
    last = line;
    for (const path of isPath(text, top) ? [text] : pathsOfCommand(text)) {
      if (ELSEWHERE.has(path)) continue;
      const found = ['', ...beside].map((one) => normalize(join(one, path))).find((one) => isThere(root, one));
      if (found === undefined) missing.push(`${line}: ${path}`);
      else beside = [...new Set([found, dirname(found), ...beside])];
    }
  }
  const links = linkTargets(markdown).filter(({ text }) => !isThere(root, join(folder, text.replace(/#.*$/, ''))));
  return [...missing, ...links.map(({ line, text }: Span) => `${line}: ${text}`)];
}

/** Rows of a table and lines after an empty one begin anew. */
const isNewParagraph = (lines: readonly string[], from: number, to: number): boolean =>
  from !== to && (lines[to - 1]?.startsWith('|') === true || lines.slice(from, to - 1).some((line) => line === ''));

/** Whether it is there; `<any>` stands for a name, or a part of one, in a single place. */
function isThere(root: string, path: string): boolean {
  const [before = '', after] = withoutPlaceholders(path).split('<any>');
  if (after === undefined) return existsSync(join(root, before));
  const folder = join(root, before.slice(0, before.lastIndexOf('/') + 1));
  const begins = before.slice(before.lastIndexOf('/') + 1);
  const [ends = '', ...deeper] = after.split('/');
  if (!existsSync(folder)) return false;
  return readdirSync(folder).some(
    (name) => name.startsWith(begins) && name.endsWith(ends) && existsSync(join(folder, name, ...deeper)),
  );
}

/** Commands of npm itself, which no package.json names. */
const NPMS_OWN: ReadonlySet<string> = new Set(['ci', 'install']);

/** Commands that a document tells to type and that package.json does not have. */
export function missingCommands(markdown: string, scripts: Readonly<Record<string, string>>): string[] {
  return commands(markdown)
    .flatMap((command) => [...command.matchAll(/\bnpm (run )?(?:-s )?([a-z][\w:-]*)/g)])
    .filter(([, run, name = '']) => !(name in scripts) && !(run === undefined && NPMS_OWN.has(name)))
    .map(([text]) => text);
}

const CODE = '`?[a-z]+(?:-[a-z]+)+`?';
/** As documents and comments name an error: "the error `not-allowed`", "@throws AppError not-allowed, not-independent". */
const NAMED = [/\berrors? (`[a-z][a-z-]+`)/g, new RegExp(`@throws AppError (${CODE}(?:[,;] ${CODE})*)`, 'g')];

/** Codes of errors that a text names and that are none. */
export function unknownErrors(text: string, codes: ReadonlySet<string>): string[] {
  return NAMED.flatMap((named) => [...text.matchAll(named)])
    .flatMap(([, list = '']) => list.split(/[,;] /).map((code) => code.replaceAll('`', '')))
    .filter((code) => !codes.has(code));
}
