import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A REST call that stands in the sources. */
export interface ProductCall {
  readonly file: string;
  readonly line: number;
  readonly method: string;
  /** Path without its query; what is filled in stands as `0`. */
  readonly path: string;
}

/** Tags and functions of Forge that take a path: the back end's `route`, the bridge's `requestJira` and `requestConfluence`. */
const BRIDGE = new Set(['requestJira', 'requestConfluence']);
/** What screens ask Jira with: the method, then the path. */
const SCREENS_REST = 'jiraRest';

/**
 * Every REST call in the TypeScript files below the folders, found in the syntax tree, so that none is missed because a
 * run did not come by. The method is that of the request which the path belongs to: `method: 'PUT'` beside it, or the
 * only one of the function around it; GET where the bridge is called without one.
 * @throws Error for a call whose method cannot be told
 */
export function productCalls(root: string, folders: readonly string[]): ProductCall[] {
  return folders.flatMap((folder) => sourcesBelow(join(root, folder))).flatMap((file) => callsOf(root, file));
}

function sourcesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'dist' || entry.name === 'node_modules') return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesBelow(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function callsOf(root: string, file: string): ProductCall[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: ProductCall[] = [];
  const add = (node: ts.Node, template: ts.Node, method: string | null) => {
    const path = pathOf(template);
    if (path === null) return;
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    if (method === null) throw new Error(`${file}:${line}: the method of this request cannot be told.`);
    found.push({ file: file.slice(root.length + 1), line, method, path });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'route')
      add(node, node.template, methodAround(node));
    if (ts.isCallExpression(node)) {
      const [path, method] = requestOf(node) ?? [];
      if (path) add(node, path, method ?? null);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The path and the method of a function's request; null for any other function, and where the path is handed in: it is found where it is written. */
function requestOf(node: ts.CallExpression): [path: ts.Node, method: string | null] | null {
  const called = node.expression.getText();
  const [first, second] = node.arguments;
  if (BRIDGE.has(called)) return first ? [first, (second && methodIn(second)) ?? 'GET'] : null;
  if (called === 'assumeTrustedRoute') return first && isWritten(first) ? [first, methodAround(node)] : null;
  if (called !== SCREENS_REST || !first || !second || !isWritten(second)) return null;
  return [second, ts.isStringLiteral(first) ? first.text : null];
}

const isWritten = (path: ts.Node): boolean => pathOf(path)?.startsWith('/') ?? false;

function pathOf(template: ts.Node): string | null {
  if (ts.isStringLiteral(template) || ts.isNoSubstitutionTemplateLiteral(template)) return beforeQuery(template.text);
  if (!ts.isTemplateExpression(template)) return null;
  return beforeQuery(template.head.text + template.templateSpans.map((span) => `0${span.literal.text}`).join(''));
}

const beforeQuery = (path: string): string => path.split('?')[0] ?? '';

/** The method of the object that holds the path; else the only one of the function around it. */
function methodAround(node: ts.Node): string | null {
  for (let parent: ts.Node | undefined = node.parent; parent; parent = parent.parent) {
    if (ts.isObjectLiteralExpression(parent)) {
      const method = methodIn(parent);
      if (method !== null) return method;
    }
    if (ts.isFunctionLike(parent)) {
      const methods = new Set(methodsBelow(parent));
      return methods.size === 1 ? ([...methods][0] ?? null) : null;
    }
  }
  return null;
}

function methodIn(node: ts.Node): string | null {
  if (!ts.isObjectLiteralExpression(node)) return null;
  for (const property of node.properties) {
    if (
      ts.isPropertyAssignment(property) &&
      property.name.getText() === 'method' &&
      ts.isStringLiteral(property.initializer)
    )
      return property.initializer.text;
  }
  return null;
}

function methodsBelow(node: ts.Node): string[] {
  const own = methodIn(node);
  const below: string[] = [];
  ts.forEachChild(node, (child) => {
    below.push(...methodsBelow(child));
  });
  return own === null ? below : [own, ...below];
}
