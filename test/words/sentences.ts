import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '../..');

/** Where sentences for people are written: words, screens, exports, what set-up tells, names of fields and their options. */
const ROOMS = [
  'src/words',
  'src/blueprint',
  'src/entries',
  'src/usecases',
  'src/domain',
  'static/entries',
  'static/features',
  'static/shared',
];

/** Attributes of elements that nobody reads. */
const UNREAD = new Set(['className', 'class', 'id', 'key', 'type', 'name', 'htmlFor', 'role', 'appearance', 'href']);

export interface Sentence {
  /** `file:line` */
  at: string;
  text: string;
}

/** Everything in the code that a person may read: texts of elements, and literals that are more than one word. */
export function sentencesOfCode(): Sentence[] {
  const files = ROOMS.flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' }).map((file) => join(room, file)),
  ).filter((file) => /\.tsx?$/.test(file) && !file.includes('/dist/'));
  return files.flatMap((file) => sentencesOf(file, readFileSync(join(ROOT, file), 'utf8')));
}

export function sentencesOf(file: string, code: string): Sentence[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const found: Sentence[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isJsxAttribute(node) && UNREAD.has(node.name.getText(source))) return;
    if (ts.isPropertyAssignment(node) && node.name.getText(source) === 'className') return;
    const text = readable(node);
    if (text !== null) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      found.push({ at: `${file}:${line + 1}`, text });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function readable(node: ts.Node): string | null {
  if (ts.isJsxText(node)) return told(node.text);
  if (ts.isStringLiteralLike(node) || isTemplatePart(node)) {
    const text = told(node.text);
    // One word alone is an id as often as it is a word for people; SQL is nobody's sentence.
    return text?.includes(' ') && !/^(SELECT|INSERT|UPDATE|DELETE|UNION)\b/.test(text) ? text : null;
  }
  return null;
}

const isTemplatePart = (node: ts.Node): node is ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail =>
  ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);

function told(text: string): string | null {
  const words = text.replace(/\s+/g, ' ').trim();
  return words === '' ? null : words;
}
