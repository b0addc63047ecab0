import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '../..');

/** Where texts of several words are data, each kept beside what it names, and why. Everything else stands in `src/words/`. */
export const DATA: Readonly<Record<string, string>> = {
  'src/domain/vocabulary/': 'names, options and help of fields, as set-up makes them in Jira',
  'src/domain/lifecycle/stage.ts': 'names of statuses, as set-up makes them in Jira',
  'src/blueprint/wanted/': 'names and descriptions of what set-up makes in Jira',
  'src/domain/document/printed.ts': 'the printed form of a text, fixed by controls/documents/rendering.json',
  'src/domain/document/attribute-words.ts': 'the same, of attributes',
  'src/store/configuration.ts': 'names of resolutions, by which releases knew them',
  'src/ingest/fields.ts': "Jira's own names of what a changelog tells",
  'src/jira/configuration/workflow-scheme.ts': "Jira's own name of the scheme that has no id",
};

/** SQL and JQL shout their words, compare, or name columns. */
const QUERY =
  /\b(SELECT|FROM|WHERE|AND|OR|IN|LIKE|WHEN|CASE|NULL|BETWEEN|ORDER|GROUP|DESC|ASC|VALUES|UPDATE|INSERT|DELETE|CREATE|ALTER|KEY|UNION)\b|[=<>~]|\w_\w/;
const WORD = String.raw`\p{L}[\p{L}’'-]*`;
/** Three words in a row, or two of which the first is written large. What is put in counts as a word of its own. */
const SENTENCE = new RegExp(`${WORD}[,;:]? (${WORD}|…)[,;:]? (${WORD}|…)|^\\p{Lu}[\\p{L}’'-]+ ${WORD}`, 'u');

const looksLikeSentence = (text: string): boolean => SENTENCE.test(text) && !QUERY.test(text);

/** Sentences of the app that stand outside `src/words/`, as `file:line: text`. */
export function sentencesOutside(): string[] {
  return ['src', 'static']
    .flatMap((room) =>
      readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' }).map((file) => join(room, file)),
    )
    .filter((file) => /\.tsx?$/.test(file) && !/^(src\/words|static\/dist)\//.test(file))
    .flatMap((file) => sentencesIn(file, readFileSync(join(ROOT, file), 'utf8')));
}

export function sentencesIn(file: string, code: string): string[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
    if (isForDevelopers(node, source)) return;
    const text = textOf(node);
    if (text !== null && looksLikeSentence(text)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      found.push(`${file}:${line + 1}: ${text}`);
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** What is thrown goes to the log, unless it is an `AppError` or a `CallError`: people read what they say. */
const isForDevelopers = (node: ts.Node, source: ts.SourceFile): boolean =>
  (ts.isThrowStatement(node) && !/\b(AppError|CallError)\b/.test(node.getText(source))) ||
  (ts.isCallExpression(node) && node.expression.getText(source) === 'invariant');

function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) return node.text;
  return ts.isTemplateExpression(node)
    ? node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('')
    : null;
}
